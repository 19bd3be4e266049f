/** Two sizes that are compared, in a unit that tells them apart. OpenGnsys counts in 1024. [S] */

const KB_IN_MB = 1024
const KB_IN_GB = 1024 * 1024
/** Below this, a whole number of GB says too little. */
const SHOWN_IN_MB = 10 * KB_IN_GB

/** `[20, 500]` GB as `['20 GB', '500 GB']`; where both would read the same, in a smaller unit. KB in, text out. */
export function comparedSizes(one: number, other: number): [string, string] {
  const units = [
    ['GB', KB_IN_GB],
    ['MB', KB_IN_MB],
    ['KB', 1]
  ] as const
  const fitting = units.filter(([name]) => name !== 'GB' || Math.min(one, other) >= SHOWN_IN_MB)
  const telling = fitting.find(([, size]) => Math.round(one / size) !== Math.round(other / size))
  const [name, size] = telling ?? fitting[0]!
  return [`${Math.round(one / size)} ${name}`, `${Math.round(other / size)} ${name}`]
}
