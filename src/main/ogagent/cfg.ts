/** Partition tables as agents send them: `cfg` received. [L, D] protocol.md section 2 */
import { normalizePartitionCode } from '#shared/domain/partition-codes.ts'
import { sortedPartitions, type PartitionFacts } from '#shared/domain/partition-changes.ts'

/** The most partitions that one computer is believed to have, as in the contract. */
const MOST_PARTITIONS = 512
/** Characters; what the inventory's own fields take. */
const LONGEST_SYSTEM = 200
const LONGEST_FILE_SYSTEM = 20

/** What is wrong with a table; there is a sentence for each. */
export const CFG_PROBLEMS = ['format', 'empty', 'missing', 'number', 'code', 'duplicate', 'too-many'] as const
type CfgProblem = (typeof CFG_PROBLEMS)[number]

export type ParsedCfg =
  | {
      readonly ok: true
      readonly serialNumber: string | null
      readonly partitions: readonly PartitionFacts[]
    }
  | {
      readonly ok: false
      readonly problem: CfgProblem
      /** Values of its sentence: the record's number, the field and what stands in it. */
      readonly params: Readonly<Record<string, string | number>>
      /** What came. */
      readonly raw: string
    }

type Fields = ReadonlyMap<string, string>

class CfgError extends Error {
  readonly problem: CfgProblem
  readonly params: Record<string, string | number>

  constructor(problem: CfgProblem, params: Record<string, string | number> = {}) {
    super(problem)
    this.problem = problem
    this.params = params
  }
}

/** Records joined by newline, fields by tab. Fields come in any order; what nobody knows is left alone. [L] */
function textRecords(text: string): Fields[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(
      (line) =>
        new Map(
          line.split('\t').map((field): [string, string] => {
            const equals = field.indexOf('=')
            return equals < 0
              ? [field.trim(), '']
              : [field.slice(0, equals).trim(), field.slice(equals + 1).trim()]
          })
        )
    )
}

/** JSON arrays of the same fields. [D] */
function listRecords(list: readonly unknown[]): Fields[] {
  return list.map((record, index) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw new CfgError('format', { record: index + 1 })
    const fields = Object.entries(record)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([key, value]): [string, string] => [key, String(value).trim()])
    return new Map(fields)
  })
}

function recordsOf(cfg: unknown): Fields[] {
  if (Array.isArray(cfg)) return listRecords(cfg)
  if (typeof cfg !== 'string') throw new CfgError('format')
  if (!cfg.trimStart().startsWith('[')) return textRecords(cfg)
  try {
    return listRecords(JSON.parse(cfg) as unknown[])
  } catch (error) {
    throw error instanceof CfgError ? error : new CfgError('format')
  }
}

/** A whole number in decimal; a field that may be left out is then 0. */
function numberIn(
  fields: Fields,
  field: string,
  record: number,
  { least = 0, most = Number.MAX_SAFE_INTEGER, optional = false } = {}
): number {
  const text = fields.get(field) ?? ''
  if (text === '') {
    if (optional) return 0
    throw new CfgError('missing', { record, field })
  }
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new CfgError('number', { record, field, value: text.slice(0, 40) })
}

/** No code is 0: an empty partition, or a table of a kind that nobody knows. [L] */
function codeIn(fields: Fields, record: number): string {
  const code = normalizePartitionCode(fields.get('cpt') || '0')
  if (/^[0-9a-f]{1,6}$/.test(code)) return code
  throw new CfgError('code', { record, field: 'cpt', value: code.slice(0, 40) })
}

function partitionOf(fields: Fields, record: number): PartitionFacts {
  return {
    disk: numberIn(fields, 'disk', record, { least: 1 }),
    partition: numberIn(fields, 'par', record),
    code: codeIn(fields, record),
    fileSystem: (fields.get('fsi') || 'EMPTY').slice(0, LONGEST_FILE_SYSTEM),
    sizeKb: numberIn(fields, 'tam', record),
    usagePercent: numberIn(fields, 'uso', record, { most: 100, optional: true }),
    system: (fields.get('soi') ?? '').slice(0, LONGEST_SYSTEM)
  }
}

function read(cfg: unknown): ParsedCfg {
  const records = recordsOf(cfg)
  if (records.length > MOST_PARTITIONS + 1) throw new CfgError('too-many', { most: MOST_PARTITIONS })
  let serialNumber: string | null = null
  const places = new Set<string>()
  const partitions: PartitionFacts[] = []
  for (const [index, fields] of records.entries()) {
    const record = index + 1
    serialNumber ??= fields.get('ser')?.slice(0, LONGEST_SYSTEM) || null
    if (fields.has('ser') && !fields.has('disk')) continue
    const row = partitionOf(fields, record)
    const place = `${row.disk}.${row.partition}`
    if (places.has(place)) throw new CfgError('duplicate', { record, value: place })
    places.add(place)
    partitions.push(row)
  }
  if (partitions.length === 0) throw new CfgError('empty')
  return { ok: true, serialNumber, partitions: sortedPartitions(partitions) }
}

/** Reads a partition table; never throws. One wrong record makes all of it wrong: half a table would be a false one. */
export function parseCfg(cfg: unknown): ParsedCfg {
  try {
    return read(cfg)
  } catch (error) {
    if (!(error instanceof CfgError)) throw error
    const raw = typeof cfg === 'string' ? cfg : JSON.stringify(cfg)
    return { ok: false, problem: error.problem, params: error.params, raw }
  }
}

/** The table that a result brings; null where it brings none. */
export function cfgOf(value: unknown): ParsedCfg | null {
  return value === undefined || value === null || value === '' ? null : parseCfg(value)
}
