/** Takes secrets out of what leaves the program as text: log lines, the audit, the diagnostic report. */

/** Names of values that nobody may read later. */
const SECRET_NAME = /secret|token|passw|passphrase|authorization|cookie|private|pem$|key$/i
export const HIDDEN = '•••'

/** Whether a value of this name is one that must not be kept. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name)

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g, HIDDEN],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  // In a URL, a cookie, a header (an agent's secret is the whole of one [A]) or a line of a file.
  [
    /((?:secret|token|passw\w*|passphrase|authorization|api_?key|cookie)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
    `$1${HIDDEN}`
  ],
  [/(\w+:\/\/)[^\s/@:]+:[^\s/@]+@/g, `$1${HIDDEN}@`]
]

/** A text without what looks like a secret in it. */
export const scrubText = (text: string): string =>
  WORDS.reduce((scrubbed, [pattern, replacement]) => scrubbed.replace(pattern, replacement), text)

const DEEPEST = 8

/** The same value without its secrets, however deep. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST || Buffer.isBuffer(value)) return HIDDEN
  if (value instanceof Error) return scrubText(value.stack ?? value.message)
  if (Array.isArray(value)) return value.map((item) => scrub(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      isSecretName(name) && field !== null && field !== undefined ? HIDDEN : scrub(field, depth + 1)
    ])
  )
}
