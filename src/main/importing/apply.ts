/** Writes the picked rows of a plan, inside a transaction that its caller holds. */
import type { Tables } from '../db/tables.ts'
import type { Changes } from '../events.ts'
import { replaceLayout } from '../inventory/layouts.ts'
import { imageRow } from './image-row.ts'
import type { Operation, PlannedRow, Ref } from './plan-rows.ts'

export interface Applied {
  readonly created: number
  readonly changed: number
  readonly clients: number
  /** Where most of the computers went. */
  readonly unitId: number | null
}

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

/** The picked rows and all that they need, in the order of the plan. */
export function withNeeded(rows: readonly PlannedRow[], keys: Iterable<string>): PlannedRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const wanted = new Set(keys)
  // A Set's iteration goes on to what is added meanwhile.
  for (const key of wanted) for (const needed of byKey.get(key)?.dependsOn ?? []) wanted.add(needed)
  return rows.filter(({ key }) => wanted.has(key))
}

/** @throws SQLite's constraint error where two rows cannot both be; the transaction is to be rolled back then. */
export function applyRows(
  tables: Tables,
  changes: Changes,
  rows: readonly PlannedRow[],
  now: number
): Applied {
  const made = new Map<string, number>()
  const idOf = (ref: Ref | null): number | null =>
    ref === null ? null : typeof ref === 'number' ? ref : made.get(ref)!
  const of = <Kind extends Operation['kind']>(kind: Kind): (readonly [string, Of<Kind>])[] =>
    rows.flatMap(({ key, operation }) =>
      operation?.kind === kind ? [[key, operation as Of<Kind>] as const] : []
    )

  for (const [key, { id, values, certificate }] of of('repository')) {
    if (id !== null) tables.repositories.update(id, values)
    const own = id ?? tables.repositories.insert(values, now).id
    made.set(key, own)
    if (certificate) tables.repositories.pinCertificate(own, certificate.fingerprint, certificate.pem, now)
  }
  for (const [key, { id, values }] of of('subnet')) {
    if (id === null) made.set(key, tables.subnets.insert(values, now).id)
    else tables.subnets.update(id, values)
  }
  for (const [key, { id, parent, repository, values }] of of('unit')) {
    const unit = { ...values, parentId: idOf(parent), repositoryId: idOf(repository) }
    if (id === null) made.set(key, tables.units.insert(unit, now).id)
    else tables.units.update(id, unit)
  }

  const clients = of('client').map(([key, { id, unit, subnet, repository, values, partitions }]) => ({
    key,
    id,
    partitions,
    row: { ...values, unitId: idOf(unit)!, subnetId: idOf(subnet), repositoryId: idOf(repository) }
  }))
  // Two computers may change places: those whose place another one takes leave it first.
  const needed = new Set(rows.flatMap(({ kind, dependsOn }) => (kind === 'client' ? dependsOn : [])))
  tables.clients.park(clients.flatMap(({ key, id }) => (id !== null && needed.has(key) ? [id] : [])))
  tables.clients.overwriteAll(clients.flatMap(({ id, row }) => (id === null ? [] : [{ ...row, id }])))
  for (const { id } of clients) if (id !== null) tables.clients.recognise(id)
  const added = clients.filter(({ id }) => id === null)
  const addedIds = tables.clients.insertAll(
    added.map(({ row }) => row),
    now
  )
  added.forEach(({ key }, index) => made.set(key, addedIds[index]!))
  const perUnit = new Map<number, number>()
  for (const { key, id, row, partitions } of clients) {
    if (partitions)
      replaceLayout(tables, id ?? made.get(key)!, partitions, { source: 'import', at: now }, changes)
    perUnit.set(row.unitId, (perUnit.get(row.unitId) ?? 0) + 1)
  }

  for (const [, { id, repository, values }] of of('image')) {
    const sourceClientId = values.sourceClient ? tables.clients.byMac(values.sourceClient)?.id : undefined
    const row = imageRow(
      values,
      { repositoryId: idOf(repository)!, sourceClientId: sourceClientId ?? null },
      now
    )
    if (id === null) tables.images.insert(row)
    else tables.images.update(id, row)
    changes.image(id ?? row.id)
  }
  for (const [, { id, name, filter: own, units, repositories }] of of('smart-group')) {
    const ids = (refs: readonly Ref[]) => refs.map((ref) => idOf(ref)!)
    const filter = { ...own, unitIds: ids(units), repositoryIds: ids(repositories) }
    if (id === null) tables.smartGroups.insert({ name, filter, createdAt: now })
    else tables.smartGroups.update(id, { name, filter })
    changes.smartGroups()
  }
  changes.inventory()

  const [most] = [...perUnit].sort(([, one], [, other]) => other - one)
  return {
    created: rows.filter(({ effect }) => effect === 'new').length,
    changed: rows.filter(({ effect }) => effect === 'changed').length,
    clients: clients.length,
    unitId: most?.[0] ?? null
  }
}
