/** Posts to a console that comes and goes. */
import { EventEmitter, once } from 'node:events'
import { Agent, request } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'

const RETRY_AFTER = 20
/** An answer that does not come is one that was lost with its console. */
const PATIENCE = 8_000

/** Where the console is now, a way to wait for the next one, and how much it has answered. */
export class Target {
  #port: number | null = null
  #answers = 0
  readonly #changed = new EventEmitter().setMaxListeners(0)

  get port(): number | null {
    return this.#port
  }

  set(port: number | null): void {
    this.#port = port
    this.#changed.emit('change')
  }

  /** The port of a console that runs. */
  async running(): Promise<number> {
    while (this.#port === null) await once(this.#changed, 'change')
    return this.#port
  }

  answered(): void {
    this.#answers += 1
    this.#changed.emit('answer')
  }

  /** Resolves once so many more requests have been answered, or after so many milliseconds. */
  async answers(more: number, patience: number): Promise<void> {
    const wanted = this.#answers + more
    const signal = AbortSignal.timeout(patience)
    while (this.#answers < wanted && !signal.aborted) {
      await once(this.#changed, 'answer', { signal }).catch(() => undefined)
    }
  }
}

/** Posts once to a console that runs; the status, or null where the answer was lost. */
export async function post(
  target: Target,
  path: string,
  body: string,
  localAddress: string
): Promise<number | null> {
  const port = await target.running()
  return new Promise((resolve) => {
    const call = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      localAddress,
      agent: new Agent({ keepAlive: false }),
      rejectUnauthorized: false,
      timeout: PATIENCE,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    })
    const lost = () => resolve(null)
    call.on('error', lost)
    call.on('timeout', () => call.destroy())
    call.on('response', (response) => {
      response.resume()
      response.on('error', lost)
      // A body that broke off is an answer that was not given.
      response.on('close', () => {
        if (response.complete) target.answered()
        resolve(response.complete ? (response.statusCode ?? null) : null)
      })
    })
    call.end(body)
  })
}

/** Posts until it is taken, as long as it takes; the status of the last answer. */
export async function deliver(
  target: Target,
  path: string,
  body: string,
  localAddress: string
): Promise<number> {
  for (;;) {
    const status = await post(target, path, body, localAddress)
    // Too many at once is said before anything is read.
    if (status !== null && status !== 429) return status
    await pause(RETRY_AFTER)
  }
}

export const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300
