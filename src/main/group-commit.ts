/**
 * Takes what is to be written together in one transaction, so that the disk is waited for once for all of it: what one
 * turn of the event loop brings, and, where the disk is slow, what comes while as much time passes as it took the last
 * time. A classroom that works keeps it busy for half of the time at most; who comes alone waits for nobody.
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

/** Milliseconds that nobody waits longer for others. */
const LONGEST_WAIT = 25

/** Builds it. `flush` writes at once what waits. */
export function createGroupCommit(writeEach: WriteEach): { writeSoon: WriteSoon; flush: () => void } {
  let queue: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let lastEnd = 0
  let lastTook = 0

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const group = queue
    queue = []
    if (group.length === 0) return
    const began = performance.now()
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
    lastEnd = performance.now()
    lastTook = lastEnd - began
  }

  function schedule(): void {
    const rest = Math.min(lastTook, LONGEST_WAIT) - (performance.now() - lastEnd)
    if (rest >= 1) timer = setTimeout(flush, rest)
    // After everything that this turn of the event loop has read from the network.
    else setImmediate(flush)
  }

  return {
    writeSoon: (work) =>
      new Promise((resolve, reject) => {
        if (queue.length === 0) schedule()
        queue.push({ work, resolve, reject })
      }),
    flush
  }
}
