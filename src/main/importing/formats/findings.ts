/** What a reader gathers on its way through a file; the rules of a computer are here, the same for every format. */
import { isIpv4 } from '#shared/domain/network.ts'
import type { ImportSource, Placed, SourceClient, SourceProblem, SourceUnit, UnitPath } from '../source.ts'
import { looksLikeName, readMac } from './addresses.ts'

/** All that a reader says; encoding and format are known to who calls it. */
export type SourceContent = Omit<ImportSource, 'format' | 'encoding' | 'document'>
/** A reader of one format: it takes any text, and puts what it cannot read among the problems. */
export type Reader = (text: string) => SourceContent

type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : never
type Params = SourceProblem['params']
type Code = SourceProblem['code']

/** The longest name of the inventory. */
const NAME_MAX = 100
const EXCERPT_MAX = 200

/** A computer as it stands in a file, before its values are looked at. */
export interface FoundHost extends Partial<Omit<SourceClient, 'line' | 'name' | 'mac' | 'ip'>> {
  readonly line: number
  readonly excerpt: string
  readonly name: string
  readonly macs: readonly string[]
  readonly ips: readonly string[]
}

/** On one line, and no longer than a problem's excerpt may be. */
export function excerptOf(text: string): string {
  // Of a file that is one long line, no more is looked at than is shown.
  const short = text
    .slice(0, EXCERPT_MAX * 10)
    .replace(/\s+/g, ' ')
    .trim()
  return short.length > EXCERPT_MAX ? `${short.slice(0, EXCERPT_MAX - 1)}…` : short
}

/** Where a row stands, and nothing else of it. */
export const placeOf = ({ line, at }: Placed): Placed => ({ line, ...(at !== undefined && { at }) })

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }
/** Without the fields of which the source says nothing. */
export function defined<T extends object>(fields: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >
}

/** The text of a field, or undefined where it is empty. */
export function textOf(value: string | null | undefined): string | undefined {
  const text = value?.trim()
  return text === '' ? undefined : text
}

export class Findings implements SourceContent {
  readonly repositories: Mutable<SourceContent['repositories']> = []
  readonly subnets: Mutable<SourceContent['subnets']> = []
  readonly units: SourceUnit[] = []
  readonly clients: SourceClient[] = []
  readonly images: Mutable<SourceContent['images']> = []
  readonly problems: SourceProblem[] = []
  readonly #unitKeys = new Set<string>()

  /** Something that cannot be used. */
  problem(line: number, code: Code, params: Params, excerpt: string): void {
    this.problems.push({ line, code, params, excerpt: excerptOf(excerpt) })
  }

  /** Something beside a row that is used all the same. */
  note(row: Placed, code: Code, params: Params, excerpt: string): void {
    this.problems.push({ ...placeOf(row), code, params, excerpt: excerptOf(excerpt), partial: true })
  }

  /** A unit, at the first place where the file speaks of it. */
  unit(unit: SourceUnit): void {
    const key = pathKey(unit.path)
    if (this.#unitKeys.has(key)) return
    this.#unitKeys.add(key)
    this.units.push(unit)
  }

  /** A computer, or the reason why it is none: a client has one MAC address, one IP address and a name. */
  host(host: FoundHost): void {
    const { line, excerpt, name: found, macs: foundMacs, ips: foundIps, ...rest } = host
    const name = found.trim()
    const about = name === '' ? {} : { name: name.slice(0, NAME_MAX) }
    const report = (code: Code, params: Params) => this.problem(line, code, { ...about, ...params }, excerpt)

    const macs = new Set<string>()
    for (const text of foundMacs) {
      const mac = readMac(text)
      if (mac === null) return report('bad-mac', { value: text.slice(0, EXCERPT_MAX) })
      macs.add(mac)
    }
    const [mac] = macs
    if (mac === undefined) return report('no-mac', {})
    if (macs.size > 1) return report('several-macs', { value: [...macs].join(', ') })

    const [ip, ...others] = foundIps
    if (ip === undefined) return report('no-ip', {})
    if (!isIpv4(ip)) {
      return report(looksLikeName(ip) ? 'ip-is-a-name' : 'bad-ip', { value: ip.slice(0, EXCERPT_MAX) })
    }
    if (name === '') return report('no-name', { value: mac })
    if (name.length > NAME_MAX) return report('bad-value', { column: 'name', value: about.name! })

    this.clients.push({ line, name, mac, ip, ...defined(rest) } as SourceClient)
    if (others.length > 0) {
      this.note(host, 'unsupported', { ...about, value: others.join(', ').slice(0, EXCERPT_MAX) }, excerpt)
    }
  }
}

/** A path as one text, to be looked up. */
function pathKey(path: UnitPath): string {
  return JSON.stringify(path)
}
