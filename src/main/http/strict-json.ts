/** JSON from the network: what JSON.parse takes and code would trip over is refused. */

/** Arrays and objects in each other; the deepest thing that peers say has four. */
const DEEPEST = 32

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Looks at every object once, without recursion: a text of brackets alone must not exhaust the stack. */
function check(json: unknown): void {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new Error('The JSON is nested too deeply.')
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      // Whoever copies its keys into another object would give that one another prototype.
      if (Object.hasOwn(value, '__proto__')) throw new Error('The JSON has a key «__proto__».')
      for (const part of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
        if (typeof part === 'object' && part !== null) next.push(part)
      }
    }
    level = next
  }
}

/** Reads bytes as UTF-8; a byte order mark is no part of the text. @throws Error where they are not. */
export function strictText(bytes: Uint8Array): string {
  try {
    return DECODER.decode(bytes)
  } catch {
    throw new Error('The text is not UTF-8.')
  }
}

/** Reads JSON. @throws Error that says what is wrong with it. */
export function strictJson(text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error('The text is not JSON.')
  }
  check(json)
  return json
}
