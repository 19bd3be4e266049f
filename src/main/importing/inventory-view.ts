/** The inventory as it is compared with a file: read once, found by what a file knows. */
import type { Client, Image, Partition, Repository, Subnet, Unit } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { UnitPath } from './source.ts'

export interface InventoryView {
  readonly units: readonly Unit[]
  readonly subnets: readonly Subnet[]
  readonly repositories: readonly (Repository & { readonly certificatePem: string | null })[]
  readonly clients: readonly Client[]
  readonly partitions: readonly Partition[]
  readonly images: readonly Image[]
  readonly smartGroups: ReturnType<Tables['smartGroups']['all']>
}

/** Reads everything that an import or an export speaks of. */
export function readInventory(tables: Tables): InventoryView {
  return {
    units: tables.units.all(),
    subnets: tables.subnets.all(),
    repositories: tables.repositories.withCertificates(),
    clients: tables.clients.all(),
    partitions: tables.partitions.all(),
    images: tables.images.all(),
    smartGroups: tables.smartGroups.all()
  }
}

/** The key of a way: names may hold any character, so that no separator would do. */
export const pathKey = (path: UnitPath): string => JSON.stringify(path)

/** `Centro Demo › Aula Demo` */
export const pathText = (path: UnitPath): string => path.join(' › ')

/** The way to every unit, by its id. */
export function unitPaths(units: readonly Unit[]): ReadonlyMap<number, UnitPath> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const paths = new Map<number, UnitPath>()
  const pathOf = (unit: Unit): UnitPath => {
    const known = paths.get(unit.id)
    if (known) return known
    const above = unit.parentId === null ? undefined : byId.get(unit.parentId)
    const path = above ? [...pathOf(above), unit.name] : [unit.name]
    paths.set(unit.id, path)
    return path
  }
  for (const unit of units) pathOf(unit)
  return paths
}

/** Rows by a key of theirs. */
export function groupBy<T, K>(rows: Iterable<T>, key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
