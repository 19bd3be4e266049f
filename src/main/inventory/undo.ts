/** What can be taken back: the latest removals and moves of this run, in memory. */
import { randomUUID } from 'node:crypto'
import type { Changes, Write } from '../events.ts'
import { FailureError, fail } from '../failure-error.ts'

/** What came back with an undo. */
export interface Undone {
  readonly units: number
  readonly clients: number
}
type Revert = (changes: Changes) => Undone

/** More than anybody takes back one by one; each holds the rows of its removal. */
const KEPT = 100

/** Builds the memory of what can be undone. */
export function createUndo(write: Write) {
  const entries = new Map<string, Revert>()
  return {
    /** Remembers how to take a change back. */
    remember(revert: Revert): string {
      const id = randomUUID()
      entries.set(id, revert)
      for (const oldest of entries.keys()) {
        if (entries.size <= KEPT) break
        entries.delete(oldest)
      }
      return id
    },
    /** Another database has been put in place: what was done to the old one cannot be taken back in it. */
    forget: (): void => entries.clear(),
    /**
     * Takes a change back, all of it or nothing.
     * @throws FailureError undo-gone; the clash by name, or undo-clash, where the world has moved on: it can be tried again.
     */
    undo(id: string): Undone {
      const revert = entries.get(id)
      if (!revert) throw fail('undo-gone')
      try {
        const undone = write(revert)
        entries.delete(id)
        return undone
      } catch (error) {
        if (error instanceof FailureError) throw error
        if (!isConstraint(error)) throw error
        throw fail('undo-clash', {}, (error as Error).message)
      }
    }
  }
}
export type Undo = ReturnType<typeof createUndo>

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
}
