/** The partition tables of the inventory, as agents report them. */
import type { PartitionSource } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes } from '../events.ts'
import type { ParsedCfg } from '../ogagent/cfg.ts'

/** Takes a computer's table over, inside a write; and its serial number, where nobody has written one. */
export function takeLayout(
  tables: Tables,
  clientId: number,
  { serialNumber, partitions }: ParsedCfg & { ok: true },
  origin: { source: PartitionSource; at: number },
  changes: Changes
): void {
  const client = tables.clients.get(clientId)
  if (!client) return
  tables.partitions.replace(clientId, partitions, origin)
  if (serialNumber !== null && !client.serialNumber) tables.clients.setSerialNumber(clientId, serialNumber)
  changes.partitions(clientId)
  changes.client(clientId)
}
