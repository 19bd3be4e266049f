/** ogDesk's own document as a source of an import: what is wrong with one of its rows costs that row alone. */
import type * as z from 'zod'
import {
  documentClient,
  documentImage,
  documentRepository,
  documentSmartGroup,
  documentUnitFields,
  INVENTORY_FORMAT,
  INVENTORY_VERSION,
  subnetInput
} from '#shared/contract/inputs.ts'
import { fail } from '../failure-error.ts'
import { locate, type Located } from './json-lines.ts'
import type { ImportSource, SourceClient, SourceProblem, SourceUnit, UnitPath } from './source.ts'

type Content = Omit<ImportSource, 'format' | 'encoding' | 'document'>
type Mutable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] | undefined ? Item[] : never
}

const unitFields = documentUnitFields.omit({ clients: true })
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only what the text itself says: a default that fills a gap would overwrite what nobody meant to change. */
function saidOf<T extends object>(values: T, raw: unknown): Partial<T> {
  const keys = isObject(raw) ? raw : {}
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in keys)) as Partial<T>
}

/** Reads a document. @throws FailureError where a newer program wrote it */
export function readDocument(document: unknown, text: string): Content {
  const content: Required<Mutable<Content>> = {
    repositories: [],
    subnets: [],
    units: [],
    clients: [],
    images: [],
    smartGroups: [],
    problems: []
  }
  const root = locate(text)
  const problem = (
    line: number,
    code: SourceProblem['code'],
    params: SourceProblem['params'],
    raw: unknown
  ) => content.problems.push({ line, code, params, excerpt: JSON.stringify(raw ?? null).slice(0, 200) })

  if (!isObject(document) || document.format !== INVENTORY_FORMAT) {
    problem(1, 'syntax', { expected: `"format": "${INVENTORY_FORMAT}"` }, document)
    return content
  }
  if (typeof document.version === 'number' && document.version > INVENTORY_VERSION) {
    throw fail('inventory-newer', { version: document.version, supported: INVENTORY_VERSION })
  }

  /** What a row is, or undefined where it is none; what is wrong with it is told then, at the line of the wrong value. */
  function read<T>(schema: z.ZodType<T>, raw: unknown, place: Located): T | undefined {
    const parsed = schema.safeParse(raw)
    if (parsed.success) return parsed.data
    const path = (parsed.error.issues[0]?.path ?? []) as (string | number)[]
    const found = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], raw)
    const own = isObject(raw) && typeof raw.name === 'string' ? { name: raw.name.slice(0, 100) } : {}
    const column = path.join('.')
    const value = found === undefined ? '' : String(JSON.stringify(found)).slice(0, 100)
    problem(path.reduce((at, key) => at.at(key), place).line, 'bad-value', { ...own, column, value }, raw)
    return undefined
  }

  /** The rows of a list, each with its place. */
  function listed(raw: Record<string, unknown>, key: string, place: Located): [unknown, Located][] {
    const list = raw[key] ?? []
    if (Array.isArray(list)) return list.map((row, index) => [row, place.at(key).at(index)])
    problem(place.at(key).line, 'bad-value', { column: key, value: JSON.stringify(list).slice(0, 100) }, list)
    return []
  }

  function readClient(raw: unknown, place: Located, unit: UnitPath): void {
    const client = read(documentClient, raw, place)
    if (!client) return
    const { name, mac, ip } = client
    const said = saidOf(client, raw)
    content.clients.push({ ...said, line: place.line, name, mac, ip, unit } as SourceClient)
  }

  function readUnit(raw: unknown, place: Located, above: UnitPath): void {
    if (!isObject(raw)) return void read(unitFields, raw, place)
    const unit = read(unitFields, raw, place)
    if (typeof raw.name !== 'string' || raw.name.trim() === '') return
    const path = [...above, unit?.name ?? raw.name.trim()]
    if (unit) {
      const { type: _type, name: _name, repository, ...fields } = saidOf(unit, raw)
      content.units.push({
        line: place.line,
        path,
        type: unit.type,
        fields: fields as SourceUnit['fields'],
        ...(repository !== undefined && { repository })
      })
    }
    for (const [client, at] of listed(raw, 'clients', place)) readClient(client, at, path)
    for (const [below, at] of listed(raw, 'units', place)) readUnit(below, at, path)
  }

  for (const [raw, place] of listed(document, 'repositories', root)) {
    const row = read(documentRepository, raw, place)
    if (row) content.repositories.push({ ...saidOf(row, raw), name: row.name, ip: row.ip, line: place.line })
  }
  for (const [raw, place] of listed(document, 'subnets', root)) {
    const row = read(subnetInput, raw, place)
    if (row) content.subnets.push({ ...row, line: place.line })
  }
  for (const [raw, place] of listed(document, 'units', root)) readUnit(raw, place, [])
  for (const [raw, place] of listed(document, 'images', root)) {
    const row = read(documentImage, raw, place)
    if (row) {
      const { name, repository } = row
      content.images.push({ ...saidOf(row, raw), name, repository, line: place.line })
    }
  }
  for (const [raw, place] of listed(document, 'smartGroups', root)) {
    const row = read(documentSmartGroup, raw, place)
    if (!row) continue
    const { units, repositories, ...filter } = row.filter
    content.smartGroups.push({ line: place.line, name: row.name, filter, units, repositories })
  }
  return content
}
