/** Notices what the clock on the wall does not tell: that somebody has set it, and that this machine has slept. */

/** Milliseconds by which the clock may wander before it counts as set. */
const WANDERS = 10_000

export interface AbsenceOptions {
  /** The clock on the wall. */
  readonly now: () => number
  /** Milliseconds on a clock that nobody sets, and that goes on while the machine sleeps. */
  readonly uptime: () => number
  /** Without a look for so long, the machine has slept. */
  readonly stallAfter: number
  /** The clock was set by so much: forward, or back where it is less than nothing. */
  readonly jumped: (by: number) => void
  /** Nothing of this program ran for so long. */
  readonly awoke: (after: number) => void
}

/**
 * Builds a look at the clocks; whoever compares the time with one that is kept looks first. What cannot be told, for want
 * of room on the disk, is thrown, and told at a later look.
 */
export function createAbsences({ now, uptime, stallAfter, jumped, awoke }: AbsenceOptions): () => void {
  let last = uptime()
  let offset = now() - last
  let slept = 0

  return function look(): void {
    const up = uptime()
    if (up - last > stallAfter) slept += up - last
    last = up
    const by = Math.round(now() - up - offset)
    if (Math.abs(by) > WANDERS) {
      jumped(by)
      offset += by
    }
    if (slept > 0) {
      awoke(slept)
      slept = 0
    }
  }
}
