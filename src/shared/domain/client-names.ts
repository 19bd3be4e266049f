/** Names of computers by their classroom's pattern, such as `aula1-pc%02d`. */

const PLACE = /%(0(\d{1,2}))?d/
/** What surrounds the place is a host name's characters; names are sent to DHCP servers too. */
const PATTERN = /^[\p{L}\p{N}._-]*%(0\d{1,2})?d[\p{L}\p{N}._-]*$/u

/** Whether the text is a pattern: one `%d`, or `%02d` for two digits at least. */
export function isNamePattern(text: string): boolean {
  return PATTERN.test(text)
}

/** `aula1-pc%02d`, 7 → `aula1-pc07` */
export function nameOf(pattern: string, number: number): string {
  return pattern.replace(PLACE, (_place, _zeros, width) => String(number).padStart(Number(width ?? 0), '0'))
}

/** The pattern that most of the names follow, or null: `pc01`, `pc02`, `modelo` → `pc%02d`. */
export function patternOf(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) {
    const match = /^(.*?)(\d+)(\D*)$/.exec(name)
    if (!match) continue
    const [, before = '', digits = '', behind = ''] = match
    const pattern = `${before}${digits.startsWith('0') ? `%0${digits.length}d` : '%d'}${behind}`
    if (isNamePattern(pattern)) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  // pc08, pc09, pc10: the last one has no zero in front, and follows the pattern of the others all the same.
  let best: string | null = null
  for (const pattern of counts.keys()) {
    const followers = names.filter((name) => numberIn(pattern, name) !== null).length
    const known = best === null ? 0 : names.filter((name) => numberIn(best!, name) !== null).length
    if (followers > known) best = pattern
  }
  return best
}

/** The number in a name that follows the pattern, or null. */
export function numberIn(pattern: string, name: string): number | null {
  const digits = /\d+/g
  for (const [text] of name.matchAll(digits)) {
    if (nameOf(pattern, Number(text)) === name) return Number(text)
  }
  return null
}

/** The first name of the pattern that nobody has, from number 1. */
export function nextName(pattern: string, taken: readonly string[]): string {
  const names = new Set(taken)
  for (let number = 1; ; number++) {
    const name = nameOf(pattern, number)
    if (!names.has(name)) return name
  }
}
