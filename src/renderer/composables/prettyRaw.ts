/**
 * Raw bytes for a person to read: JSON indented, also where it follows the first lines of an HTTP message; anything
 * else as it came.
 */
export function prettyRaw(raw: string): string {
  const whole = indented(raw)
  if (whole !== null) return whole
  const blank = /\r?\n\r?\n/.exec(raw)
  if (!blank) return raw
  const body = indented(raw.slice(blank.index + blank[0].length))
  return body === null ? raw : `${raw.slice(0, blank.index)}\n\n${body}`
}

function indented(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return null
  }
}
