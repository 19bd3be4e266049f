import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerCertificate } from '../certificates.ts'
import { DECISIONS } from '../decisions.ts'
import { isKind } from '../faults.ts'
import type { RepositoryFault } from '../faults.ts'
import { Courier } from '../jobs/courier.ts'
import { JobDesk, newJobId } from '../jobs/desk.ts'
import type { JobSpec, LabJob } from '../jobs/desk.ts'
import type { SentWebhook } from '../jobs/webhook.ts'
import { Listener } from '../listener.ts'
import { receive } from '../received.ts'
import type { ReceivedRequest, RepositoryDescription } from '../types.ts'
import { Watch } from '../watch.ts'
import { makeAuxiliaryFiles } from './auxiliary-files.ts'
import { route, startsJob } from './routes.ts'
import type { RouteReply } from './routes.ts'
import { ImageStore } from './store.ts'

export interface RepositorySetup {
  name: string
  ip: string
  host: string
  port: number
  localAddress: { address: string; explicit: boolean }
  fault: RepositoryFault | null
  directory: string
  jobDurationMs: number
  certificate: ServerCertificate
  consoleUrl: () => string | undefined
  /** Sends a magic packet to this MAC address. */
  wake: (mac: string) => void
  log: (line: string) => void
}

/** The lab's ogRepository: its folder, its jobs and its faults. */
export class LabRepository {
  readonly name: string
  readonly ip: string
  readonly host: string
  /** The images folder as a real repository calls it. */
  readonly path = DECISIONS.repository.path
  readonly store: ImageStore
  /** Everything its server has read, in order. */
  readonly requests: ReceivedRequest[] = []
  /** Wake-on-LAN packets asked for, in order. */
  readonly wakeUps: { broadcast_ip: string; mac: string }[] = []
  readonly #wake: (mac: string) => void
  readonly #watch = new Watch()
  readonly #courier: Courier
  readonly #desk: JobDesk
  readonly #listener: Listener
  #certificate: ServerCertificate
  #fault: RepositoryFault | null
  #dead = false
  #stopped = false

  constructor(setup: RepositorySetup) {
    const { name, ip, host, port, localAddress, certificate, consoleUrl, jobDurationMs } = setup
    this.name = name
    this.ip = ip
    this.host = host
    this.#certificate = certificate
    this.store = new ImageStore(setup.directory)
    this.#fault = setup.fault
    this.#wake = setup.wake
    const fault = () => this.#fault
    const watch = this.#watch
    const log = (line: string) => setup.log(`${name}: ${line}`)
    this.#courier = new Courier({ consoleUrl, localAddress, fault, watch, log })
    this.#desk = new JobDesk({
      courier: this.#courier,
      webhookPath: DECISIONS.repositoryWebhook,
      durationMs: jobDurationMs,
      fault,
      failText: (fail) => ('error' in fail && fail.error) || 'no space left on device',
      unexpected: (message) => message,
      die: async () => {
        this.#dead = true
        await this.#apply()
      },
      watch,
      log
    })
    const onRequest = (request: IncomingMessage, response: ServerResponse) =>
      void this.#serve(request, response)
    this.#listener = new Listener({ host, port, certificate, fault, onRequest, log })
  }

  /** The port it listens on; it stays the same while the port is closed. */
  get port(): number {
    return this.#listener.port
  }

  get fault(): RepositoryFault | null {
    return this.#fault
  }

  get certificate(): ServerCertificate {
    return this.#certificate
  }

  /** Shows another certificate from the next connection on, as one that was installed anew does. */
  setCertificate(certificate: ServerCertificate): void {
    this.#certificate = certificate
    this.#listener.show(certificate)
  }

  /** Whether its port is open. */
  get listening(): boolean {
    return this.#listener.listening
  }

  /** The images folder on this machine. */
  get imagesDirectory(): string {
    return this.store.images
  }

  get jobs(): readonly LabJob[] {
    return this.#desk.jobs
  }

  /** Every webhook noted so far, in order. */
  get webhooks(): readonly SentWebhook[] {
    return this.#courier.webhooks
  }

  get heldWebhooks(): readonly SentWebhook[] {
    return this.#courier.held
  }

  /** Sets or clears its fault, and brings a dead one back. Resolves when its port is open or closed accordingly. */
  async setFault(fault: RepositoryFault | null): Promise<void> {
    this.#fault = fault
    this.#dead = false
    await this.#apply()
  }

  /** Lets webhooks held by the fault `late` go; resolves when the console has answered them. */
  releaseWebhooks(): Promise<void> {
    return this.#courier.release()
  }

  /** Resolves when no job works and no webhook is on its way (held ones do not count). */
  async waitForIdle(): Promise<void> {
    await this.#watch.until(() => !this.#desk.busy && !this.#courier.busy)
  }

  /** Resolves with the job once it is over and its webhooks are sent, held or dropped; waits for it to exist too. */
  async waitForJob(match: (job: LabJob) => boolean = () => true): Promise<LabJob> {
    const job = await this.#watch.until(() => this.jobs.find(match))
    await job.done
    return job
  }

  /** Resolves with the first value of `test` that is not undefined, null or false; tried at every change. */
  until<T>(test: (repository: this) => T | undefined | null | false): Promise<T> {
    return this.#watch.until(() => test(this))
  }

  describe(): RepositoryDescription {
    const { name, ip, host, port, path, certificate, imagesDirectory, fault } = this
    const { cert: certificatePem, sha256: certificateSha256 } = certificate
    return { name, ip, host, port, path, certificatePem, certificateSha256, imagesDirectory, fault }
  }

  /** Makes its folders and opens its port, unless its fault keeps it closed. */
  async start(): Promise<void> {
    await this.store.prepare()
    await this.#listener.setOpen(true)
    await this.#apply()
  }

  /** Closes everything; nothing of it runs afterwards. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#listener.setOpen(false)
    await this.#desk.stop()
    await this.#courier.stop()
    this.#watch.stop(`the lab's repository ${this.name} has stopped`)
  }

  async #apply(): Promise<void> {
    await this.#listener.setOpen(!this.#dead && !this.#stopped && !isKind(this.#fault, 'refuse'))
    this.#watch.changed()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let received: ReceivedRequest
    try {
      received = await receive(request, DECISIONS.repository.bodyLimitBytes)
    } catch (error) {
      response.setHeader('connection', 'close')
      await send(response, 413, JSON.stringify({ error: (error as Error).message }))
      return
    }
    this.requests.push(received)
    this.#watch.changed()
    if (await this.#spoil(request, response, received)) return
    const { status, body, run } = await this.#route(received)
    const early = isKind(this.#fault, 'early')
    if (early) await run?.()
    await send(response, status, JSON.stringify(body))
    if (!early) await run?.()
  }

  #route(received: ReceivedRequest): Promise<RouteReply> {
    return route(received, {
      store: this.store,
      prepareTorrentSum: (name, body) => this.#torrentSum(name, body),
      take: (spec) => this.#desk.take(spec),
      wakeOnLan: (packet) => {
        this.wakeUps.push(packet)
        this.#wake(packet.mac)
      }
    })
  }

  #torrentSum(name: string, body: Record<string, unknown>): JobSpec {
    const id = newJobId('CreateAuxiliarFiles_')
    const path = this.store.imagePath(name) ?? ''
    return {
      id,
      function: 'CreateAuxiliarFiles',
      body,
      work: async (context) => ({ image_id: await makeAuxiliaryFiles(path, this.ip, context) }),
      result: (outcome) =>
        'added' in outcome
          ? { job_id: id, success: true, ...outcome.added }
          : { job_id: id, success: false, error: outcome.error }
    }
  }

  /** Answers as a reply fault wants it; false when no such fault concerns the request. */
  async #spoil(
    request: IncomingMessage,
    response: ServerResponse,
    received: ReceivedRequest
  ): Promise<boolean> {
    const fault = this.#fault
    if (isKind(fault, 'no-job-id') && startsJob(received)) {
      await send(response, 200, '{}')
      return true
    }
    if (!isKind(fault, 'hang', 'reset', 'garbage', 'error-500')) return false
    if (fault.requests === 'jobs' && !startsJob(received)) return false
    if (fault.kind === 'reset') this.#listener.reset(request)
    if (fault.kind === 'garbage') await send(response, 200, fault.body ?? '<html>not JSON</html>')
    if (fault.kind === 'error-500') {
      await send(response, 500, JSON.stringify({ error: fault.error ?? 'internal error' }))
    }
    return true
  }
}

/** Sends a reply; resolves when it has left, or the client has. */
function send(response: ServerResponse, status: number, body: string): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve)
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body)
    })
    response.end(body, resolve)
  })
}
