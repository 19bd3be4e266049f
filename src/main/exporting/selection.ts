/** The computers that an export is of, each with what other formats say of it. */
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { Client, Subnet, Unit } from '#shared/contract/rows.ts'
import { compareIps } from '#shared/domain/network.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'
import { groupBy, pathKey, unitPaths } from '../importing/inventory-view.ts'
import type { UnitPath } from '../importing/source.ts'

/** One step of a way: a unit's name and what it is. */
export type UnitStep = Pick<Unit, 'name' | 'type'>

export interface ExportedClient extends Pick<
  Client,
  'id' | 'name' | 'mac' | 'ip' | 'serialNumber' | 'networkInterface' | 'ogLive' | 'pxeTemplate'
> {
  /** From the top. */
  readonly units: readonly UnitStep[]
  readonly subnet: Subnet | null
  readonly repository: string | null
}

export interface Exported {
  readonly clients: readonly ExportedClient[]
  /** Whether only one unit has a way that ends like this, so that it can be found again by that alone. */
  isUnique(tail: UnitPath): boolean
  /** What the selection is called, for a file name. */
  readonly title: string | null
}

function selectedIds(tables: Tables, selection: ExportSelection): ReadonlySet<number> | null {
  if (selection === 'all') return null
  if ('clientIds' in selection) return new Set(selection.clientIds)
  const below = groupBy(tables.units.all(), ({ parentId }) => parentId)
  const units = new Set(selection.unitIds)
  // A Set's iteration goes on to what is added meanwhile.
  for (const id of units) for (const child of below.get(id) ?? []) units.add(child.id)
  return new Set(
    tables.clients
      .all()
      .filter(({ unitId }) => units.has(unitId))
      .map(({ id }) => id)
  )
}

const comparePaths = (one: UnitPath, other: UnitPath): number =>
  one.join('\0') < other.join('\0') ? -1 : one.join('\0') > other.join('\0') ? 1 : 0

/** Reads the selection: by classroom, and there by address. @throws FailureError where a selected unit is not there */
export function readSelection(tables: Tables, selection: ExportSelection): Exported {
  const units = tables.units.all()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const paths = unitPaths(units)
  const subnets = new Map(tables.subnets.all().map((subnet) => [subnet.id, subnet]))
  const repositories = new Map(tables.repositories.all().map(({ id, name }) => [id, name]))
  const ids = selectedIds(tables, selection)

  const stepsOf = (unitId: number): UnitStep[] => {
    const unit = byId.get(unitId)!
    const above = unit.parentId === null ? [] : stepsOf(unit.parentId)
    return [...above, { name: unit.name, type: unit.type }]
  }
  const single =
    selection !== 'all' && 'unitIds' in selection && selection.unitIds.length === 1
      ? byId.get(selection.unitIds[0]!)
      : undefined
  if (selection !== 'all' && 'unitIds' in selection && !selection.unitIds.every((id) => byId.has(id))) {
    throw fail('not-found')
  }
  const clients = tables.clients
    .all()
    .filter(({ id }) => ids === null || ids.has(id))
    .sort(
      (one, other) =>
        comparePaths(paths.get(one.unitId)!, paths.get(other.unitId)!) || compareIps(one.ip, other.ip)
    )
    .map((client) => ({
      id: client.id,
      name: client.name,
      mac: client.mac,
      ip: client.ip,
      serialNumber: client.serialNumber,
      networkInterface: client.networkInterface,
      ogLive: client.ogLive,
      pxeTemplate: client.pxeTemplate,
      units: stepsOf(client.unitId),
      subnet: subnets.get(client.subnetId ?? 0) ?? null,
      repository: repositories.get(client.repositoryId ?? 0) ?? null
    }))
  const tails = new Map<string, number>()
  for (const path of paths.values()) {
    for (let start = 0; start < path.length; start++) {
      const key = pathKey(path.slice(start))
      tails.set(key, (tails.get(key) ?? 0) + 1)
    }
  }
  return {
    clients,
    isUnique: (tail) => tails.get(pathKey(tail)) === 1,
    title: single?.name ?? null
  }
}
