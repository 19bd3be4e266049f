import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { DECISIONS } from '../decisions.ts'
import { isKind } from '../faults.ts'
import type { Fault } from '../faults.ts'
import type { Watch } from '../watch.ts'
import type { Channel, Courier } from './courier.ts'
import type { SentWebhook } from './webhook.ts'

/** A job that an agent or the repository has taken. */
export interface LabJob {
  id: string
  /** The function called, such as CrearImagen, or CreateAuxiliarFiles. */
  function: string
  /** The body of the call. */
  body: Record<string, unknown>
  /** died: by the fault die-half-way; stopped: the lab was stopped. */
  outcome: 'running' | 'success' | 'failed' | 'died' | 'stopped'
  /** Last fraction done, from 0 to 1. */
  progress: number
  /** What went wrong, when failed. */
  error?: string
  webhooks: readonly SentWebhook[]
  /** Resolves when the work is over and its webhooks are sent, held or dropped. Never rejects. */
  done: Promise<void>
}

/** What the work of a job may use. */
export interface JobContext {
  jobId: string
  /** Aborted when the computer dies or the lab stops. */
  signal: AbortSignal
  /** Says how much is done, from 0 to 1; takes its time when the job has a duration, and throws when a fault strikes. */
  progress: (fraction: number) => Promise<void>
}

export interface JobSpec {
  id: string
  function: string
  body: Record<string, unknown>
  /** Does the work and returns what the result adds to success. Throws JobFailure for a failure of the domain. */
  work: (context: JobContext) => Promise<Record<string, unknown>>
  /** The webhook's body after success (with what work returned) or failure (with its text). */
  result: (outcome: { added: Record<string, unknown> } | { error: string }) => Record<string, unknown>
  /** What follows once the result of a success is sent, held or dropped. */
  afterwards?: () => Promise<void> | undefined
}

export interface DeskOptions {
  courier: Courier
  webhookPath: string
  durationMs: number
  fault: () => Fault | null
  /** The text of the fault `fail`, when it has none of its own. */
  failText: (fault: Extract<Fault, { kind: 'fail' }>) => string
  /** An error that is not a JobFailure, in the words of a result. */
  unexpected: (message: string) => string
  /** Closes the port: the fault die-half-way has struck. */
  die: () => Promise<void>
  watch: Watch
  log: (line: string) => void
}

/** A failure that the job reports in its result. */
export class JobFailure extends Error {}
class Death extends Error {}

/** `<prefix><8 hex>` [S]. */
export function newJobId(prefix: string): string {
  return prefix + randomBytes(4).toString('hex')
}

/** Runs the jobs of one computer or repository and reports them. */
export class JobDesk {
  readonly jobs: LabJob[] = []
  readonly #options: DeskOptions
  readonly #aborts = new Set<AbortController>()
  #stopped = false

  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** True while the work of a job goes on; its webhooks may still be on their way when it is over. */
  get busy(): boolean {
    return this.jobs.some(({ outcome }) => outcome === 'running')
  }

  /** Takes a job: from now on the desk is busy. The work starts with run(). */
  take(spec: JobSpec): { job: LabJob; run: () => Promise<void> } {
    const { courier, webhookPath, watch } = this.#options
    const channel = courier.channel(webhookPath, spec.id)
    const { promise: done, resolve: finish } = deferred()
    const job: LabJob = {
      id: spec.id,
      function: spec.function,
      body: spec.body,
      outcome: 'running',
      progress: 0,
      webhooks: channel.webhooks,
      done
    }
    this.jobs.push(job)
    watch.changed()
    const run = async () => {
      await this.#run(spec, job, channel)
      finish()
      watch.changed()
    }
    return { job, run }
  }

  /** Aborts what runs, and waits for it to be over. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const abort of this.#aborts) abort.abort()
    await Promise.all(this.jobs.filter(({ outcome }) => outcome === 'running').map(({ done }) => done))
  }

  async #run(spec: JobSpec, job: LabJob, channel: Channel): Promise<void> {
    const { log, die, unexpected, watch } = this.#options
    const abort = new AbortController()
    this.#aborts.add(abort)
    if (this.#stopped) abort.abort() // taken, but not begun when the lab stopped
    const end = (outcome: LabJob['outcome']) => {
      job.outcome = outcome
      log(`job ${job.id}: ${outcome}${job.error === undefined ? '' : `, ${job.error}`}`)
      watch.changed()
    }
    try {
      const added = await spec.work(this.#context(job, channel, abort.signal))
      end('success')
      await channel.result(spec.result({ added }))
    } catch (error) {
      if (abort.signal.aborted) {
        end('stopped')
        await channel.cut()
      } else if (error instanceof Death) {
        await channel.cut()
        await die()
        end('died')
      } else {
        const message = error instanceof Error ? error.message : String(error)
        job.error = error instanceof JobFailure ? message : unexpected(message)
        end('failed')
        await channel.result(spec.result({ error: job.error }))
      }
    } finally {
      this.#aborts.delete(abort)
    }
    if (job.outcome === 'success' && !this.#stopped) await spec.afterwards?.()
  }

  #context(job: LabJob, channel: Channel, signal: AbortSignal): JobContext {
    const { durationMs, fault, failText, watch } = this.#options
    const start = performance.now()
    let reported = 0
    const progress = async (fraction: number) => {
      signal.throwIfAborted()
      const early = fraction * durationMs - (performance.now() - start)
      if (early >= 1) await wait(early, undefined, { signal })
      if (fraction >= reported + DECISIONS.progressStep || (fraction === 1 && reported < 1)) {
        reported = fraction
        job.progress = Math.round(fraction * 1000) / 1000
        channel.progress(job.progress)
        watch.changed()
      }
      const current = fault()
      if (fraction < DECISIONS.breakingPoint) return
      if (isKind(current, 'die-half-way')) throw new Death()
      if (isKind(current, 'fail')) throw new JobFailure(failText(current))
    }
    return { jobId: job.id, signal, progress }
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void
  const promise = new Promise<void>((fulfil) => (resolve = fulfil))
  return { promise, resolve }
}
