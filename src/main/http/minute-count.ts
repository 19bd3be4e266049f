/** Counts in minutes, for limits of so many in one. */

const MINUTE = 60_000

/** Builds a count of each key; all begin anew when a minute is over. */
export function createMinuteCount() {
  let counts = new Map<string, number>()
  let began = Date.now()
  return {
    /** One more; how many that makes in this minute. */
    add(key: string): number {
      // The clock may be set back, too.
      if (Math.abs(Date.now() - began) >= MINUTE) {
        counts = new Map()
        began = Date.now()
      }
      const made = (counts.get(key) ?? 0) + 1
      counts.set(key, made)
      return made
    },
    /** Seconds until the next minute begins. */
    left: (): number => Math.min(60, Math.max(1, Math.ceil((began + MINUTE - Date.now()) / 1000)))
  }
}
