/** The partition tables of the inventory, as agents report them. */
import type { PartitionInput } from '#shared/contract/inputs.ts'
import type { Partition, PartitionSource } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes } from '../events.ts'
import type { ParsedCfg } from '../ogagent/cfg.ts'

interface Origin {
  readonly source: PartitionSource
  readonly at: number
}

/** Replaces a computer's table, inside a write; what lay on a partition that is gone lies nowhere now. */
export function replaceLayout(
  tables: Tables,
  clientId: number,
  partitions: readonly PartitionInput[],
  origin: Origin,
  changes: Changes
): Partition[] {
  const rows = tables.partitions.replace(clientId, partitions, origin)
  const places = new Set(rows.map(({ disk, partition }) => `${disk}.${partition}`))
  const isGone = ({ disk, partition }: { disk: number; partition: number }) =>
    !places.has(`${disk}.${partition}`)
  if (tables.deployedImages.removeWhere(clientId, isGone)) changes.deployed(clientId)
  return rows
}

/** Takes a computer's table over, inside a write; and its serial number, where nobody has written one. */
export function takeLayout(
  tables: Tables,
  clientId: number,
  { serialNumber, partitions }: ParsedCfg & { ok: true },
  origin: Origin,
  changes: Changes
): void {
  const client = tables.clients.get(clientId)
  if (!client) return
  replaceLayout(tables, clientId, partitions, origin, changes)
  changes.partitions(clientId)
  if (serialNumber !== null && !client.serialNumber) tables.clients.setSerialNumber(clientId, serialNumber)
  changes.client(clientId)
}
