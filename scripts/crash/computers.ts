/** Computers whose agents take every job on, tell of it more than once, and write down what they were answered. */
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { generate } from 'selfsigned'
import { JOB_PATH, REPORT_PATH, type JobWebhook, type Ledger, type Reported } from './ledger.ts'
import type { Random } from './random.ts'
import { deliver, isTaken, post, type Target } from './sender.ts'

/** Share of the jobs whose computer goes off in the middle of them. */
const SILENT = 0.02
const FAILED = 0.1
/** Share of those whose first webhook overtakes the reply to their call. */
const EARLY = 0.15
/** Share of the webhooks that are sent twice at once. */
const TWICE = 0.3
const TABLE = 'disk=1\tpar=1\tcpt=83\tfsi=EXT4\tsoi=Debian\ttam=100\tuso=3'

export interface Computer {
  readonly name: string
  readonly mac: string
  /** As the inventory has it. */
  readonly ip: string
  /** Where it is in truth, on the loopback network. */
  readonly host: string
}

const hex = (number: number) => number.toString(16).padStart(2, '0')

/** Computers of a kind; `net` tells kinds apart. */
export const describeComputers = (kind: string, net: number, count: number): Computer[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${kind}${index + 1}`,
    mac: `02:00:00:00:${hex(net)}:${hex(index + 1)}`,
    ip: `10.1.${net}.${index + 1}`,
    host: `127.1.${net}.${index + 1}`
  }))

/** Starts the agents of these computers; they tell `target` of their jobs. */
export async function startAgents(
  computers: readonly Computer[],
  parts: { target: Target; ledger: Ledger; random: Random }
) {
  const { target, ledger, random } = parts
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'ogAgent' }], {
    keyType: 'ec',
    algorithm: 'sha256'
  })
  const servers: Server[] = []
  const working = new Set<Promise<void>>()
  /** Those that are off, by their address. */
  const off = new Set<string>()
  let jobs = 0

  async function send(
    computer: Computer,
    jobId: string,
    told: object,
    result: JobWebhook['result'],
    twice: boolean
  ): Promise<void> {
    const body = JSON.stringify({ job_id: jobId, ...told })
    const webhook = { jobId, body, result, acknowledged: false, verified: false }
    ledger.webhooks.push(webhook)
    const once = async () => {
      const status = await deliver(target, JOB_PATH, body, computer.host)
      if (isTaken(status)) webhook.acknowledged = true
      else ledger.problems.push(`${body} was answered with ${status}`)
    }
    await Promise.all(twice ? [once(), once()] : [once()])
  }

  function resultOf(name: string, jobId: string, own: Random) {
    const success = !own.chance(FAILED)
    const marker = success && name.startsWith('Inventario') ? `marker of ${jobId}` : null
    const told = {
      nfn: `RESPUESTA_${name}`,
      res: success ? '1' : '2',
      der: success ? '' : `014-${jobId}`,
      cfg: TABLE,
      ...(marker !== null && name === 'InventarioHardware' && { hrd: `cpu=${marker}\nmem=8 GB` }),
      ...(marker !== null &&
        name === 'InventarioSoftware' && { sft: `Debian GNU/Linux 12\n${marker}\nbash 5.2` })
    }
    return { told, result: { success, marker } }
  }

  /** Tells of a job to its end, in whatever way its random numbers want it. */
  async function work(computer: Computer, name: string, jobId: string, own: Random): Promise<void> {
    const steps = own.whole(0, 8)
    for (let step = 1; step <= steps; step++) {
      await send(computer, jobId, { progress: step / (steps + 1) }, null, own.chance(TWICE))
      await pause(own.whole(0, 60))
    }
    if (own.chance(SILENT)) {
      off.add(computer.ip)
      return
    }
    const { told, result } = resultOf(name, jobId, own)
    await send(computer, jobId, told, result, own.chance(TWICE))
  }

  function take(computer: Computer, name: string, text: string, answer: (body: object) => void): void {
    const own = random.fork(jobs++)
    const jobId = `${name}-${own.whole(0, 0xffffffff).toString(16).padStart(8, '0')}`
    const { scp } = JSON.parse(text) as { scp?: string }
    ledger.calls.push({ ip: computer.ip, name, jobId, script: scp ?? null })
    const early = own.chance(EARLY)
    const job = (async () => {
      if (early) {
        const first = work(computer, name, jobId, own)
        await pause(own.whole(0, 80))
        answer({ job_id: jobId })
        await first
      } else {
        answer({ job_id: jobId })
        await pause(own.whole(0, 100))
        await work(computer, name, jobId, own)
      }
    })()
    working.add(job)
    void job.finally(() => working.delete(job))
  }

  const ports = new Map<string, number>()
  for (const computer of computers) {
    const server = createServer({ key, cert }, (request, response) => {
      if (off.has(computer.ip)) {
        request.socket.destroy()
        return
      }
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('error', () => undefined)
      request.on('end', () => {
        const answer = (body: object) => {
          response.setHeader('content-type', 'application/json')
          response.end(JSON.stringify(body))
        }
        if (request.method === 'GET') answer({ status: 'OPG', loggedin: false, session: '' })
        else take(computer, request.url!.split('/').at(-1)!, Buffer.concat(chunks).toString(), answer)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, computer.host, resolve))
    servers.push(server)
    ports.set(computer.ip, (server.address() as AddressInfo).port)
  }

  return {
    portOf: ({ ip }: Computer): number => ports.get(ip)!,
    /** Switches on again those of which the console expects nothing any more; one that answers is given more time. */
    switchOn(expected: ReadonlySet<string>): void {
      for (const ip of off) if (!expected.has(ip)) off.delete(ip)
    },
    /** Jobs that still tell, or try to. */
    working: (): number => working.size,
    close(): void {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    }
  }
}

/** Reports in again and again, one report after the other, each once: agents do not repeat them. Until `signal`. */
export async function keepReporting(
  computer: Computer,
  parts: { target: Target; reported: Reported; random: Random; signal: AbortSignal; known: boolean }
): Promise<void> {
  const { target, reported, random, signal, known } = parts
  const about = { mac: computer.mac, ip: computer.ip }
  for (let count = 1; !signal.aborted; count++) {
    const event = known ? random.pick(['loggedin', 'loggedout', 'loggedin', 'stopped']) : 'started'
    const user = event === 'loggedin' ? `user${count}` : null
    const system = { ostype: 'Linux', osversion: 'Debian 12', agent_version: `1.${count}` }
    const body = JSON.stringify({ ...about, ...system, ...(user !== null && { user }) })
    await target.running()
    const entry = { value: user, acknowledged: false }
    reported.sent.push(entry)
    entry.acknowledged = isTaken(await post(target, `${REPORT_PATH}/${event}`, body, computer.host))
    await pause(random.whole(20, 300))
  }
}
