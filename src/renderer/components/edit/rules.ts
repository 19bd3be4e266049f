/** What the fields of a form are asked, as pure rules; the sentences are in the locale, under `edit.problems`. */
import { isIpv4, isMulticast, isNetmask } from '#shared/domain/network.ts'

export interface Problem {
  /** A key of `edit.problems`. */
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
  /** Not wrong but not there yet: said once somebody has left the field, not at the first letter. */
  readonly unfinished?: boolean
}
export type Problems<Fields> = Partial<Record<keyof Fields, Problem>>

/** Only the fields that have a problem. */
export function problemsOf<Fields>(found: { [Key in keyof Fields]?: Problem | null }): Problems<Fields> {
  const problems: Problems<Fields> = {}
  for (const key of Object.keys(found) as (keyof Fields)[]) {
    const problem = found[key]
    if (problem) problems[key] = problem
  }
  return problems
}

/** The first problem of several. */
export const first = (...found: (Problem | null)[]): Problem | null =>
  found.find((problem) => problem !== null) ?? null

/** Something has to be written. */
export const required = (value: string): Problem | null =>
  value.trim() === '' ? { key: 'required', unfinished: true } : null

export function tooLong(value: string, max: number): Problem | null {
  const { length } = value.trim()
  return length > max ? { key: 'tooLong', params: { length, max } } : null
}

/** Whether more letters can still make an address of it: `192.168.` */
const isIpBegun = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){0,3}\.?$/.test(text) && text.split('.').length <= 4 && !isIpv4(text)

/** An IPv4 address, or nothing. */
export function ip(value: string): Problem | null {
  const text = value.trim()
  if (text === '' || isIpv4(text)) return null
  const parts = text.split('.')
  const bad = parts.some((part) => Number(part) > 255 || /^0\d/.test(part))
  return { key: 'ip', unfinished: isIpBegun(text) && !bad }
}

/** A netmask, or nothing. */
export function netmask(value: string): Problem | null {
  const text = value.trim()
  if (text === '' || isNetmask(text)) return null
  return { key: 'netmask', unfinished: ip(text)?.unfinished ?? false }
}

/** An address of a multicast group, or nothing. */
export function multicast(value: string): Problem | null {
  const text = value.trim()
  return ip(text) ?? (text === '' || isMulticast(text) ? null : { key: 'multicast' })
}

/** A whole number between two others, or nothing. */
export function whole(value: string, min: number, max: number): Problem | null {
  const text = value.trim()
  if (text === '') return null
  if (!/^\d{1,9}$/.test(text)) return { key: 'whole', params: { min, max } }
  const number = Number(text)
  if (number > max) return { key: 'whole', params: { min, max } }
  return number < min ? { key: 'whole', params: { min, max }, unfinished: true } : null
}

/** What a field holds, as the console keeps it: nothing is null. */
export const textOf = (value: string): string | null => value.trim() || null
export const numberOf = (value: string): number | null => (value.trim() === '' ? null : Number(value))
/** What the console keeps, as a field holds it. */
export const fieldOf = (value: string | number | null): string => (value === null ? '' : String(value))

/** The values of `now` that differ from those of `before`: nobody else's change is written over. */
export function changed<Row extends object>(before: Row, now: Row): Partial<Row> {
  const change: Partial<Row> = {}
  for (const key of Object.keys(now) as (keyof Row)[]) {
    if (now[key] !== before[key]) change[key] = now[key]
  }
  return change
}
