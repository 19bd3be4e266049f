/**
 * Takes inputs that arrive together in one transaction: what arrives while the disk is busy shares the next one, so that
 * the disk is waited for once for all of them, and each is answered after it.
 */
import type { Changes, WriteEach } from './events.ts'

/**
 * Builds what takes an input. When its promise resolves, the input and what it changed are on disk; where it rejects,
 * nothing of it was kept.
 */
export function createBatch<I, O>(
  writeEach: WriteEach,
  take: (input: I, changes: Changes) => O
): (input: I) => Promise<O> {
  interface Waiting {
    readonly input: I
    resolve(outcome: O): void
    reject(error: unknown): void
  }
  let queue: Waiting[] = []

  function flush(): void {
    const batch = queue
    queue = []
    try {
      const results = writeEach(batch, ({ input }, changes) => take(input, changes))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index]!
        if (result.ok) resolve(result.value)
        else reject(result.error)
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      // After everything that this turn of the event loop has read from the network.
      if (queue.length === 0) setImmediate(flush)
      queue.push({ input, resolve, reject })
    })
}
