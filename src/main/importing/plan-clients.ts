/** Computers of a file, compared with the inventory's. */
import { clientInput, type PartitionInput } from '#shared/contract/inputs.ts'
import type { Client, Unit } from '#shared/contract/rows.ts'
import { planUnit } from '#shared/domain/seat-plan.ts'
import { refuseTwinClients, settleTaken, type ClientRow } from './client-clashes.ts'
import { groupBy, pathText, unitPaths, type InventoryView } from './inventory-view.ts'
import { matchClients, type Match, type Traits } from './match-clients.ts'
import { indexNetworks } from './networks.ts'
import { depend, namedRepository, type RepositoryPlan, type SubnetPlan, type Target } from './plan-network.ts'
import type { UnitPlan } from './plan-units.ts'
import {
  checked,
  newRow,
  refuse,
  said,
  settle,
  type Operation,
  type PlannedRow,
  type Ref
} from './plan-rows.ts'
import type { ImportSource, SourceClient, UnitPath } from './source.ts'

const clientFields = clientInput.omit({ unitId: true, subnetId: true, repositoryId: true })
type ClientOperation = Extract<Operation, { kind: 'client' }>

/** Where computers go of which the file names no unit: all into one, or each where its network is. */
export type ClientTarget = { readonly path: UnitPath } | 'network'

interface Candidate extends Traits {
  readonly source: SourceClient
  readonly row: PlannedRow
  readonly place: (Target & { readonly path: UnitPath }) | null
}

/** `1.2 83 EXT4 511997 KB 12 % Ubuntu 24.04 LTS`, one partition a line. */
function partitionsText(partitions: readonly PartitionInput[]): string | null {
  const lines = [...partitions]
    .sort((one, other) => one.disk - other.disk || one.partition - other.partition)
    .map(
      ({ disk, partition, code, fileSystem, sizeKb, usagePercent, system }) =>
        `${disk}.${partition} ${code} ${fileSystem} ${sizeKb} KB ${usagePercent} % ${system}`
    )
  return lines.length > 0 ? lines.join('\n') : null
}

/** The networks that a unit says it has. */
function ownNetworks(units: readonly Unit[]) {
  return units.flatMap((unit) =>
    unit.routerIp !== null && unit.netmask !== null && unit.type !== 'centre'
      ? [[{ address: unit.routerIp, netmask: unit.netmask }, unit.id] as const]
      : []
  )
}

/** The one unit whose network holds an address: its own, else that of its computers' subnets. */
function unitByNetwork(view: InventoryView): (ip: string) => number | null {
  const own = indexNetworks(ownNetworks(view.units))
  const unitsOfSubnet = groupBy(view.clients, ({ subnetId }) => subnetId)
  const used = indexNetworks(
    view.subnets.flatMap((subnet) =>
      [...new Set((unitsOfSubnet.get(subnet.id) ?? []).map(({ unitId }) => unitId))].map(
        (unitId) => [subnet, unitId] as const
      )
    )
  )
  return (ip) => {
    const ids = own(ip)
    const candidates = new Set(ids.length > 0 ? ids : used(ip))
    return candidates.size === 1 ? [...candidates][0]! : null
  }
}

/** Compares every computer. */
export function planClients(
  source: ImportSource,
  view: InventoryView,
  parts: { repositories: RepositoryPlan; subnets: SubnetPlan; units: UnitPlan },
  target: ClientTarget
): readonly PlannedRow[] {
  const { repositories, subnets, units } = parts
  const paths = unitPaths(view.units)
  const repositoryById = new Map(view.repositories.map((repository) => [repository.id, repository]))
  const subnetById = new Map(view.subnets.map((subnet) => [subnet.id, subnet]))
  const partitionsOf = groupBy(view.partitions, ({ clientId }) => clientId)
  const ownNetworksOf = groupBy(ownNetworks(view.units), ([, unitId]) => unitId)
  const byNetwork = unitByNetwork(view)
  const unitById = new Map(view.units.map((unit) => [unit.id, unit]))
  /** The classroom on whose plan a unit's computers are; one that is yet to be made is another room in any case. */
  const room = (unit: Ref): Ref | undefined =>
    typeof unit === 'string' ? unit : planUnit(unitById.get(unit), (id) => unitById.get(id))?.id
  const known = (id: number) => ({ ref: id, row: null, path: paths.get(id)! })

  function placeOf({ unit, ip }: SourceClient): Candidate['place'] {
    if (unit) return units.find(unit) ?? null
    if (target !== 'network') return units.find(target.path) ?? null
    const id = byNetwork(ip)
    return id === null ? null : known(id)
  }

  const candidates = source.clients.map((client, index): Candidate => {
    const place = placeOf(client)
    return {
      source: client,
      row: newRow(client, { key: `client/${index}`, kind: 'client', name: client.name }),
      place,
      mac: client.mac,
      ip: client.ip,
      name: client.name.trim(),
      unit: place?.ref ?? null,
      unitIsNamed: client.unit !== undefined
    }
  })
  const matches = matchClients(candidates, view.clients)

  /** The subnet of a computer: the one that is named, else the one it has, else the one that holds its address. */
  function subnetOf(
    row: PlannedRow,
    { subnet, ip }: SourceClient,
    before: Client | null
  ): Target | null | undefined {
    if (subnet === null) return null
    if (subnet === undefined) {
      if (before && before.ip === ip) {
        return before.subnetId === null ? null : { ref: before.subnetId, row: null }
      }
      return subnets.holding(ip) ?? null
    }
    const named = subnets.byAddress(subnet)
    if (!named) refuse(row, 'unknown-subnet', { name: subnet })
    else if (!subnets.holds(named, ip)) refuse(row, 'outside-subnet', { value: ip, subnet })
    else return named
    return undefined
  }

  function subnetAddress(found: Target | null): string | null {
    if (found === null) return null
    if (typeof found.ref === 'number') return subnetById.get(found.ref)?.address ?? null
    return found.row?.name ?? null
  }

  /** Says what the row does. @returns what it would write, even where that is nothing new. */
  function compare(
    { source: client, row, place }: Candidate,
    match: Match | undefined
  ): ClientOperation | null {
    const before = match?.client ?? null
    row.matchedBy = match?.by ?? null
    // A computer that the inventory has stays in its unit where the file says nothing of units.
    const unit = before && !client.unit ? known(before.unitId) : place
    row.place = unit ? pathText(unit.path) : null
    // Its seat was in the other room.
    const seat = before && unit && room(unit.ref) !== room(before.unitId) ? null : before
    const values = checked(row, clientFields, {
      name: client.name,
      mac: client.mac,
      ip: client.ip,
      serialNumber: said(client.serialNumber, before?.serialNumber),
      networkInterface: said(client.networkInterface, before?.networkInterface),
      ogLive: said(client.ogLive, before?.ogLive),
      pxeTemplate: said(client.pxeTemplate, before?.pxeTemplate),
      agentPort: said(client.agentPort, before?.agentPort),
      planColumn: said(client.planColumn, seat?.planColumn),
      planRow: said(client.planRow, seat?.planRow)
    })
    if (!values) return null
    row.name = values.name
    if (!unit) {
      refuse(row, 'no-unit', { value: values.ip })
      return null
    }
    const subnet = subnetOf(row, client, before)
    const oldRepository = before ? (repositoryById.get(before.repositoryId ?? 0) ?? null) : null
    const repository = namedRepository(row, repositories, client.repository, oldRepository)
    if (subnet === undefined || !repository) return null
    const oldPartitions = before ? (partitionsOf.get(before.id) ?? []) : []
    const operation: ClientOperation = {
      kind: 'client',
      id: before?.id ?? null,
      unit: unit.ref,
      subnet: subnet?.ref ?? null,
      repository: repository.ref,
      values,
      partitions: client.partitions
    }
    const shown = (
      fields: Partial<Client>,
      place: UnitPath,
      more: { subnet: string | null; repository: string | null; partitions: readonly PartitionInput[] }
    ) => ({
      ...Object.fromEntries(
        Object.keys(values).map((field) => [field, fields[field as keyof typeof values]])
      ),
      unit: pathText(place),
      ...more,
      partitions: partitionsText(more.partitions)
    })
    settle(
      row,
      before &&
        shown(before, paths.get(before.unitId)!, {
          subnet: before.subnetId === null ? null : (subnetById.get(before.subnetId)?.address ?? null),
          repository: oldRepository?.name ?? null,
          partitions: oldPartitions
        }),
      shown(values, unit.path, {
        subnet: subnetAddress(subnet),
        repository: repository.name,
        partitions: client.partitions ?? oldPartitions
      }),
      operation
    )
    depend(row, unit)
    depend(row, subnet)
    warn(row, operation)
    return operation
  }

  function warn(row: PlannedRow, { values, unit, subnet }: ClientOperation): void {
    if (row.effect === 'unchanged') return
    if (row.matchedBy === 'ip') row.warning = { code: 'known-by-ip', params: { value: values.ip } }
    const own = typeof unit === 'number' && subnet === null ? ownNetworksOf.get(unit) : undefined
    if (own && indexNetworks(own)(values.ip).length === 0) {
      row.warning = { code: 'outside-network', params: { value: values.ip } }
    }
  }

  const claims = new Map<PlannedRow, ClientOperation>()
  const rows = candidates.map((candidate): ClientRow => {
    const match = matches.get(candidate)
    const operation = compare(candidate, match)
    if (operation) claims.set(candidate.row, operation)
    return { row: candidate.row, client: match?.client ?? null, line: candidate.source.line }
  })
  refuseTwinClients(rows, claims)
  settleTaken(rows, view.clients, (id) => pathText(paths.get(id)!))
  return rows.map(({ row }) => row)
}
