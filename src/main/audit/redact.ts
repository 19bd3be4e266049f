/** Values of what was asked, as the audit keeps them: short, flat, and without secrets. */

import { HIDDEN, isSecretName, scrubText } from '../scrub.ts'

/** Names of texts that may hold secrets. */
const MAY_HOLD_SECRETS = /(^|\.)(script|body|value|siteCa|pem|cert|key)$/i
const MOST_PARAMS = 30
const LONGEST = 200
const SHOWN_ITEMS = 10

const short = (whole: string): string => {
  const text = scrubText(whole)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function add(params: Record<string, string>, name: string, value: unknown): void {
  if (value === undefined || Object.keys(params).length >= MOST_PARAMS) return
  if (value !== null && (isSecretName(name) || MAY_HOLD_SECRETS.test(name))) params[name] = HIDDEN
  else if (Array.isArray(value)) {
    const plain = value.length <= SHOWN_ITEMS && value.every((item) => typeof item !== 'object')
    params[name] = plain ? short(value.join(', ')) : `[${value.length}]`
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) add(params, name ? `${name}.${key}` : key, field)
  } else params[name] = short(String(value ?? '–'))
}

/** Flattens what was asked: `{ change: { name: 'x' } }` → `{ 'change.name': 'x' }`. */
export function paramsOf(input: unknown): Record<string, string> {
  const params: Record<string, string> = {}
  if (typeof input === 'object') add(params, '', input)
  return params
}
