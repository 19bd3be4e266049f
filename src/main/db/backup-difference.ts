/** What a restore would add, remove and change. */
import type BetterSqlite3 from 'better-sqlite3'
import type { ChangedRow, Difference, KindDifference, OpenOrders } from '#shared/contract/backups.ts'
import type { BatchCommand } from '#shared/domain/commands.ts'
import type { DifferenceKind } from '#shared/domain/backups.ts'
import { lastingColumns } from './content.ts'

/** The rows of one kind that are named; the rest is counted. */
const NAMED = 100

/** A batch that is not done and has computers that were not called yet. */
export const HAS_WAITING = `state <> 'done' and id in
  (select batch_id from traces where state = 'pending' and called_at is null)`

type Row = Readonly<Record<string, unknown>>

/** Where each kind is kept, how a row of it is recognised, and where it belongs. */
const KINDS: Readonly<Record<DifferenceKind, { table: string; place: string }>> = {
  units: {
    table: 'organizational_units',
    place: '(select name from organizational_units above where above.id = it.parent_id)'
  },
  clients: {
    table: 'clients',
    place: '(select name from organizational_units unit where unit.id = it.unit_id)'
  },
  images: { table: 'images', place: '(select name from repositories where id = it.repository_id)' },
  subnets: { table: 'subnets', place: 'it.address' },
  repositories: { table: 'repositories', place: 'it.ip' },
  smartGroups: { table: 'smart_groups', place: 'null' }
}

interface Known {
  readonly name: string
  readonly place: string | null
  readonly values: Row
}

/**
 * The rows of a kind. The same row has the same id and the same time of its making: numbers alone would take two
 * inventories that have nothing in common for one.
 */
function rowsOf(sqlite: BetterSqlite3.Database, kind: DifferenceKind): Map<string, Known> {
  const { table, place } = KINDS[kind]
  const columns = lastingColumns(sqlite, table).map((column) => `it."${column}"`)
  const rows = sqlite.prepare<[], Row>(`select ${columns.join()} from "${table}" it order by it.name`).all()
  const places = sqlite
    .prepare<[], string | null>(`select ${place} from "${table}" it order by it.name`)
    .pluck()
    .all()
  return new Map(
    rows.map((values, index) => [
      `${String(values.id)} ${String(values.created_at)}`,
      { name: String(values.name), place: places[index] ?? null, values }
    ])
  )
}

const camelCase = (column: string) =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())

function fieldsThatDiffer(one: Row, other: Row): string[] {
  const same = (a: unknown, b: unknown) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b)
  return Object.keys(one)
    .filter((column) => !same(one[column], other[column]))
    .map(camelCase)
}

function bounded(rows: readonly ChangedRow[]): KindDifference['added'] {
  return { total: rows.length, rows: rows.slice(0, NAMED) }
}

function compare(now: ReadonlyMap<string, Known>, then: ReadonlyMap<string, Known>): KindDifference {
  const missing = (from: ReadonlyMap<string, Known>, rows: ReadonlyMap<string, Known>) =>
    [...rows]
      .filter(([key]) => !from.has(key))
      .map(([, { name, place }]) => ({ name, formerName: null, place, fields: [] }))
  const changed = [...now].flatMap(([key, row]): ChangedRow[] => {
    const former = then.get(key)
    const fields = former ? fieldsThatDiffer(row.values, former.values) : []
    if (!former || fields.length === 0) return []
    const formerName = former.name === row.name ? null : former.name
    return [{ name: row.name, formerName, place: row.place, fields }]
  })
  return {
    added: bounded(missing(now, then)),
    removed: bounded(missing(then, now)),
    changed: bounded(changed)
  }
}

interface OpenOrder {
  readonly id: string
  readonly number: number
  readonly command: BatchCommand
  readonly target: string
}

/** Orders with computers that were not called yet. */
const openOrders = (sqlite: BetterSqlite3.Database) =>
  sqlite
    .prepare<[], OpenOrder>(
      `select id, number, command, target from batches where ${HAS_WAITING} order by number`
    )
    .all()

function named(orders: readonly OpenOrder[]): OpenOrders {
  const rows = orders.slice(0, NAMED).map(({ number, command, target }) => ({ number, command, target }))
  return { total: orders.length, rows }
}

/** Compares two databases of the same schema. */
export function differenceBetween(now: BetterSqlite3.Database, then: BetterSqlite3.Database): Difference {
  const rows = (kind: DifferenceKind) => compare(rowsOf(now, kind), rowsOf(then, kind))
  const asked = openOrders(then)
  const kept = new Set(asked.map(({ id }) => id))
  const counts = (table: string) => {
    const count = (sqlite: BetterSqlite3.Database) =>
      sqlite.prepare<[], number>(`select count(*) from ${table}`).pluck().get()!
    return { now: count(now), restored: count(then) }
  }
  return {
    rows: {
      units: rows('units'),
      clients: rows('clients'),
      images: rows('images'),
      subnets: rows('subnets'),
      repositories: rows('repositories'),
      smartGroups: rows('smartGroups')
    },
    counts: {
      traces: counts('traces'),
      partitions: counts('partitions'),
      discovered: counts('discovered_clients')
    },
    orders: { lost: named(openOrders(now).filter(({ id }) => !kept.has(id))), asked: named(asked) }
  }
}
