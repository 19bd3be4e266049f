/**
 * Lets a test wait for a state of the lab instead of sleeping: a part of the lab calls changed() after every change, and
 * until() tries its condition then.
 */
export class Watch {
  #waiters = new Set<{ tryAgain: () => void; giveUp: (error: Error) => void }>()
  #stopped: Error | null = null

  /** Something may have changed: conditions are tried again. */
  changed(): void {
    for (const waiter of this.#waiters) waiter.tryAgain()
  }

  /** Resolves with the first value of `test` that is not undefined, null or false; rejects when the lab stops. */
  until<T>(test: () => T | undefined | null | false): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiter = {
        tryAgain: () => {
          let value: T | undefined | null | false
          try {
            value = test()
          } catch (error) {
            waiter.giveUp(error instanceof Error ? error : new Error(String(error)))
            return
          }
          if (value === undefined || value === null || value === false) return
          this.#waiters.delete(waiter)
          resolve(value)
        },
        giveUp: (error: Error) => {
          this.#waiters.delete(waiter)
          reject(error)
        }
      }
      this.#waiters.add(waiter)
      waiter.tryAgain()
      if (this.#stopped !== null) waiter.giveUp(this.#stopped)
    })
  }

  /** Nobody waits for ever: whoever still does is told so. */
  stop(reason: string): void {
    this.#stopped = new Error(reason)
    for (const waiter of this.#waiters) {
      waiter.tryAgain()
      waiter.giveUp(this.#stopped)
    }
  }
}
