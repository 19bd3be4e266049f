/** The texts of several lines that stand in a body of the wire on one: scripts, their outputs, inventories. */

export interface ReadablePart {
  /** The field that it stands in. */
  readonly key: string
  readonly text: string
}

/** What agents of installed systems are sent scripts as: base64 of the percent-encoded text. [A] */
function decodedScript(value: string): string | null {
  try {
    return decodeURIComponent(atob(value))
  } catch {
    return null
  }
}

function textOf(key: string, value: unknown): string | null {
  if (Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string'))
    return value.join('\n')
  if (typeof value !== 'string' || value === '') return null
  if (key === 'scp') return value
  if (key === 'script') return decodedScript(value)
  return value.trimEnd().includes('\n') ? value : null
}

/** The parts of a body that are read better by themselves; none where it is not JSON. */
export function readableParts(raw: string): ReadablePart[] {
  let body: unknown
  try {
    body = JSON.parse(raw)
  } catch {
    return []
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  return Object.entries(body).flatMap(([key, value]) => {
    const text = textOf(key, value)
    return text === null ? [] : [{ key, text }]
  })
}
