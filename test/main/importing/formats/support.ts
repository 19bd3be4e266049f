/** What the tests of all readers ask. */
import fc from 'fast-check'
import { readMac } from '#main/importing/formats/addresses.ts'
import type { SourceContent } from '#main/importing/formats/findings.ts'

export interface Host {
  readonly name: string
  readonly mac: string
  readonly ip: string
}

const byte = fc.integer({ min: 0, max: 255 })
const host = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/).filter((name) => readMac(name) === null),
  mac: fc
    .tuple(byte, byte, byte, byte, byte, byte)
    .map((bytes) => bytes.map((value) => value.toString(16).padStart(2, '0').toUpperCase()).join(':'))
    .filter((mac) => readMac(mac) !== null),
  ip: fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join('.'))
})
/** Computers such as any file may hold. */
export const hosts = fc.uniqueArray(host, { minLength: 1, maxLength: 8, selector: ({ name }) => name })

/** The problems in short: line, code, and whose it is. */
export function brief(found: SourceContent): string[] {
  return found.problems.map(({ line, code, params }) =>
    [line, code, ...('name' in params ? [params['name']] : [])].join(' ')
  )
}

/** Rows as they are read, whatever the place of each within its line. */
export const withoutPlaces = <T extends { readonly at?: number }>(rows: readonly T[]): Omit<T, 'at'>[] =>
  rows.map(({ at: _at, ...row }) => row)

/** What was read and does not stand in the file: addresses, and lines that it does not have. */
export function inventions(text: string, found: SourceContent): unknown[] {
  const digits = text.toUpperCase().replace(/[^0-9A-F]/g, '')
  const lines = text.split(/\r\n|\n|\r/).length
  // One digit of `a:b:c` may be written as one.
  const pattern = (mac: string) => mac.replace(/\b0/g, '0?').replaceAll(':', '')
  return [
    ...found.clients.filter(({ mac, ip }) => !text.includes(ip) || !new RegExp(pattern(mac)).test(digits)),
    ...[found.clients, found.problems, found.units, found.subnets, found.repositories, found.images]
      .flat()
      .filter(({ line }) => !(line > 0 && line <= lines))
  ]
}

/** The text without its end, cut at places all over it. */
export function truncations(text: string): string[] {
  const step = Math.max(1, Math.floor(text.length / 400))
  return Array.from({ length: Math.ceil(text.length / step) }, (_, at) => text.slice(0, at * step))
}
