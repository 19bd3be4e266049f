/** Orders for a time: which begin, and which ask first because the clock cannot be believed, or the time is long past. */
import type { Tables } from '../db/tables.ts'
import type { BatchRow } from '../db/tables/batches.ts'
import type { Changes, Write } from '../events.ts'

/** Milliseconds: a clock that is set by less changes nothing that a person would notice. */
const NOTICED = 2 * 60_000

/** Builds what looks after them. */
export function createMoments(
  tables: Tables,
  write: Write,
  parts: { isStale: (batch: BatchRow) => boolean; begin: (batch: BatchRow, changes: Changes) => void },
  now: () => number
) {
  function ask({ id }: BatchRow, changes: Changes): void {
    tables.batches.update(id, { state: 'unconfirmed' })
    changes.batch(id)
  }
  const confirmFirst = (batch: BatchRow): void => write((changes) => ask(batch, changes))

  /** Given at a time that is still to come: one of the two clocks was wrong, and nobody knows which. */
  const givenLater = ({ confirmedAt, createdAt }: BatchRow): boolean =>
    (confirmedAt ?? createdAt) > now() + NOTICED

  return {
    confirmFirst,
    look(): void {
      for (const batch of tables.batches.timed()) {
        if (givenLater(batch)) confirmFirst(batch)
        else if ((batch.at ?? 0) > now()) continue
        else if (parts.isStale(batch)) confirmFirst(batch)
        else write((changes) => parts.begin(batch, changes))
      }
    },
    /** The clock was set. What it was carried past has not come by itself: it asks. Inside a write. */
    jumped(by: number, changes: Changes): void {
      if (by < NOTICED) return
      for (const batch of tables.batches.timed()) {
        const at = batch.at ?? 0
        if (at <= now() && at > now() - by) ask(batch, changes)
      }
    }
  }
}
