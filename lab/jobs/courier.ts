import { setTimeout as wait } from 'node:timers/promises'
import { seededBytes } from '../disk/content.ts'
import { DECISIONS } from '../decisions.ts'
import { isKind } from '../faults.ts'
import type { Fault } from '../faults.ts'
import { postJson } from '../post-json.ts'
import type { Watch } from '../watch.ts'
import type { SentWebhook } from './webhook.ts'

export interface CourierOptions {
  /** The console's base address; undefined while nobody has said it. */
  consoleUrl: () => string | undefined
  /** Local address to send from: an explicit one always, the default one only towards a loopback console. */
  localAddress: { address: string; explicit: boolean }
  fault: () => Fault | null
  watch: Watch
  log: (line: string) => void
}

/** Sends the webhooks of one computer or repository, and applies the faults that live in their sending. */
export class Courier {
  readonly webhooks: SentWebhook[] = []
  readonly #options: CourierOptions
  readonly #stop = new AbortController()
  readonly #inFlight = new Set<Promise<void>>()

  constructor(options: CourierOptions) {
    this.#options = options
  }

  /** Webhooks on their way, those waiting for a fault's delay included, those held for release not. */
  get busy(): boolean {
    return this.#inFlight.size > 0
  }

  get held(): SentWebhook[] {
    return this.webhooks.filter(({ outcome }) => outcome === 'held')
  }

  /** A channel for one job's webhooks, which go out in the order given, unless a fault says otherwise. */
  channel(path: string, jobId: string): Channel {
    return new Channel(path, jobId, this, this.#options.fault)
  }

  /** Sends an event of its own, such as `ogagent/started`, up to `attempts` times. True when it was delivered. */
  async sendEvent(path: string, body: Record<string, unknown>, attempts = 1, pauseMs = 0): Promise<boolean> {
    const webhook = this.note('event', path, body)
    await this.track(this.#attempt(webhook, attempts, pauseMs))
    return webhook.outcome === 'delivered'
  }

  /** Writes a webhook down, before anything is done with it. */
  note(what: SentWebhook['what'], path: string, body: Record<string, unknown>): SentWebhook {
    const webhook: SentWebhook = { what, path, body, outcome: 'pending', attempts: 0 }
    this.webhooks.push(webhook)
    return webhook
  }

  /** Sends a noted webhook as the current fault wants it: not at all, twice, late, or simply once. */
  async deliver(webhook: SentWebhook): Promise<void> {
    const fault = this.#options.fault()
    const touched = (scope: { webhooks?: 'result' | 'all' }) =>
      webhook.what === 'result' || scope.webhooks === 'all'
    if (isKind(fault, 'drop-webhook') && touched(fault)) {
      this.#end(webhook, 'dropped', 'by the fault drop-webhook')
      return
    }
    if (isKind(fault, 'late') && touched(fault)) {
      if (fault.delayMs === undefined) {
        this.#end(webhook, 'held', 'until released')
        return
      }
      await this.track(this.#pause(fault.delayMs))
    }
    const again =
      isKind(fault, 'twice') && touched(fault) ? this.note(webhook.what, webhook.path, webhook.body) : null
    await this.track(this.#attempt(webhook, DECISIONS.jobWebhooks.attempts, 0))
    if (again) await this.track(this.#attempt(again, DECISIONS.jobWebhooks.attempts, 0))
  }

  /** Marks a webhook as never sent. */
  drop(webhook: SentWebhook, why: string): void {
    this.#end(webhook, 'dropped', why)
  }

  /** Lets the held webhooks go, in the order they were held; resolves when each has its answer. */
  async release(): Promise<void> {
    for (const webhook of this.held) {
      webhook.outcome = 'pending'
      await this.track(this.#attempt(webhook, DECISIONS.jobWebhooks.attempts, 0))
    }
  }

  /** Gives up what is on its way. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await Promise.allSettled(this.#inFlight)
  }

  /** Counts a promise as work in flight until it settles. */
  async track(work: Promise<void>): Promise<void> {
    this.#inFlight.add(work)
    try {
      await work
    } finally {
      this.#inFlight.delete(work)
      this.#options.watch.changed()
    }
  }

  async #attempt(webhook: SentWebhook, attempts: number, pauseMs: number): Promise<void> {
    for (let attempt = 1; attempt <= attempts && !this.#stop.signal.aborted; attempt += 1) {
      if (attempt > 1) await this.#pause(pauseMs)
      webhook.attempts = attempt
      delete webhook.error
      try {
        const { status, json } = await this.#post(webhook)
        webhook.status = status
        webhook.reply = json
        if (status >= 200 && status < 300) {
          this.#end(webhook, 'delivered', String(status))
          return
        }
        webhook.error = `status ${status}`
      } catch (error) {
        webhook.error = error instanceof Error ? error.message || error.name : String(error)
      }
      this.#options.log(`webhook ${webhook.path} attempt ${attempt} of ${attempts} failed: ${webhook.error}`)
    }
    this.#end(webhook, 'failed', webhook.error ?? 'stopped')
  }

  #post(webhook: SentWebhook) {
    const base = this.#options.consoleUrl()
    if (base === undefined) throw new Error('nobody has said where the console is')
    const url = new URL(webhook.path, base)
    const { address, explicit } = this.#options.localAddress
    const loopback = url.hostname === 'localhost' || url.hostname.startsWith('127.')
    const localAddress = explicit || loopback ? address : undefined
    const timeoutMs = DECISIONS.webhookTimeoutMs
    return postJson(url.href, webhook.body, { timeoutMs, localAddress, signal: this.#stop.signal })
  }

  /** A pause that a stop cuts short. */
  async #pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.#stop.signal }).catch(() => {})
  }

  #end(webhook: SentWebhook, outcome: SentWebhook['outcome'], why: string): void {
    webhook.outcome = outcome
    const fraction = webhook.what === 'progress' ? ` ${String(webhook.body['progress'])}` : ''
    this.#options.log(`webhook ${webhook.path} ${webhook.what}${fraction}: ${outcome}, ${why}`)
    this.#options.watch.changed()
  }
}

/** The webhooks of one job. */
export class Channel {
  readonly webhooks: SentWebhook[] = []
  readonly #path: string
  readonly #jobId: string
  readonly #courier: Courier
  readonly #fault: () => Fault | null
  #queue: Promise<void> = Promise.resolve()
  #kept: SentWebhook[] = []

  constructor(path: string, jobId: string, courier: Courier, fault: () => Fault | null) {
    this.#path = path
    this.#jobId = jobId
    this.#courier = courier
    this.#fault = fault
  }

  /** Reports a fraction from 0 to 1 without making the job wait for the console. */
  progress(fraction: number): void {
    const webhook = this.#note('progress', { job_id: this.#jobId, progress: fraction })
    if (isKind(this.#fault(), 'out-of-order')) this.#kept.push(webhook)
    else this.#enqueue(webhook)
  }

  /** Reports the result, after (or, out of order, before) the progress; resolves when nothing is left to send. */
  async result(body: Record<string, unknown>): Promise<void> {
    this.#enqueue(this.#note('result', body))
    for (const webhook of shuffled(this.#kept, this.#jobId)) this.#enqueue(webhook)
    this.#kept = []
    await this.#queue
  }

  /** The sender dies: what was reported so far leaves, what was kept for later never will. */
  async cut(): Promise<void> {
    for (const webhook of this.#kept) this.#courier.drop(webhook, 'the sender died')
    this.#kept = []
    await this.#queue
  }

  #note(what: 'progress' | 'result', body: Record<string, unknown>): SentWebhook {
    const webhook = this.#courier.note(what, this.#path, body)
    this.webhooks.push(webhook)
    return webhook
  }

  #enqueue(webhook: SentWebhook): void {
    this.#queue = this.#courier.track(this.#queue.then(() => this.#courier.deliver(webhook)))
  }
}

/** The same elements in an order that is reproducible from the words and, from two elements on, not the given one. */
function shuffled<T>(elements: T[], words: string): T[] {
  const keys = seededBytes(words, Math.max(1, elements.length))
  const mixed = elements
    .map((element, index) => ({ element, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ element }) => element)
  const unchanged = mixed.every((element, index) => element === elements[index])
  return unchanged ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}
