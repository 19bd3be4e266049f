/** Notices what the clock on the wall does not tell: that somebody has set it, and that this machine has slept. */

/** Milliseconds by which the clock may wander before it counts as set. */
const WANDERS = 10_000

export interface AbsenceOptions {
  /** The clock on the wall. */
  readonly now: () => number
  /** Milliseconds on a clock that nobody sets, and that goes on while the machine sleeps. */
  readonly uptime: () => number
  /** Between two looks. */
  readonly interval: number
  /** Without a look for so long, the machine has slept. */
  readonly stallAfter: number
  /** A look by the timer is over. */
  readonly looked: () => void
  /** The clock was set by so much: forward, or back where it is less than nothing. */
  readonly jumped: (by: number) => void
  /** Nothing of this program ran for so long. */
  readonly awoke: (after: number) => void
}

/** Builds what notices. Whoever compares the time with one that is kept calls `look` first. */
export function createAbsences({ now, uptime, interval, stallAfter, looked, jumped, awoke }: AbsenceOptions) {
  let last = uptime()
  let offset = now() - last
  let timer: NodeJS.Timeout | undefined

  function look(): void {
    const up = uptime()
    const away = up - last
    const by = Math.round(now() - up - offset)
    last = up
    if (Math.abs(by) > WANDERS) {
      offset += by
      jumped(by)
    }
    if (away > stallAfter) awoke(away)
  }

  return {
    look,
    start(): void {
      timer = setInterval(() => {
        look()
        looked()
      }, interval)
      timer.unref()
    },
    stop: (): void => clearInterval(timer)
  }
}
