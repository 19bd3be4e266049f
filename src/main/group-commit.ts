/**
 * Takes what one turn of the event loop brings in one transaction, whoever it comes from: the disk is waited for once
 * for calls that leave, replies, webhooks and reports together.
 */
import type { Changes, WriteEach } from './events.ts'

/**
 * Writes a piece of work with others, in the order in which they came. When the promise resolves, it and what it changed
 * are on disk, and told; where it rejects, nothing of it was kept, and the others were not touched.
 */
export type WriteSoon = <T>(work: (changes: Changes) => T) => Promise<T>

interface Waiting {
  work(changes: Changes): unknown
  resolve(value: never): void
  reject(error: unknown): void
}

/** Builds it. `flush` writes at once what waits. */
export function createGroupCommit(writeEach: WriteEach): { writeSoon: WriteSoon; flush: () => void } {
  let queue: Waiting[] = []

  function flush(): void {
    const group = queue
    queue = []
    if (group.length === 0) return
    try {
      const results = writeEach(group, ({ work }, changes) => work(changes))
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index]!
        if (result.ok) resolve(result.value as never)
        else reject(result.error)
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  return {
    writeSoon: (work) =>
      new Promise((resolve, reject) => {
        // After everything that this turn of the event loop has read from the network.
        if (queue.length === 0) setImmediate(flush)
        queue.push({ work, resolve, reject })
      }),
    flush
  }
}
