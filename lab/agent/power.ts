import { setTimeout as wait } from 'node:timers/promises'
import type { LabState } from '../types.ts'

interface PowerHost {
  /** Whether it is off: switched off, or dead by a fault. */
  isOff: () => boolean
  /** Whether a magic packet does anything. */
  wakes: () => boolean
  change: (state: LabState) => Promise<void>
}

/** Switching a computer on and off: what takes its time between `off` and a running system. */
export class Power {
  readonly #host: PowerHost
  readonly #bootMs: number
  readonly #bootState: LabState
  #booting = new AbortController()

  constructor({ bootMs, bootState }: { bootMs: number; bootState: LabState }, host: PowerHost) {
    this.#host = host
    this.#bootMs = bootMs
    this.#bootState = bootState
  }

  async off(): Promise<void> {
    this.interrupt()
    await this.#host.change('off')
  }

  /** Starts again, in this state or the usual one. Resolves when it is on its way; the start takes its time. */
  async restart(state: LabState = this.#bootState): Promise<void> {
    this.interrupt()
    const { signal } = this.#booting
    await this.#host.change('initializing')
    void this.#boot(state, signal)
  }

  /** A magic packet has arrived: a computer that is off starts. False when nothing came of it. */
  async wake(): Promise<boolean> {
    if (!this.#host.isOff() || !this.#host.wakes()) return false
    await this.restart()
    return true
  }

  /** Gives up a start that is under way: something else happens to the computer. */
  interrupt(): void {
    this.#booting.abort()
    this.#booting = new AbortController()
  }

  async #boot(state: LabState, signal: AbortSignal): Promise<void> {
    if (this.#bootMs > 0) await wait(this.#bootMs, undefined, { signal }).catch(() => {})
    if (!signal.aborted) await this.#host.change(state)
  }
}
