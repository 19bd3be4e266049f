/** Partition tables of clients: rows in and out. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { PartitionInput } from '#shared/contract/inputs.ts'
import type { Partition, PartitionSource } from '#shared/contract/rows.ts'
import { partitionChanges, sortedPartitions } from '#shared/domain/partition-changes.ts'
import { isInstalledSystem } from '#shared/domain/systems.ts'
import type { Orm } from '../open.ts'
import { partitions } from '../schema.ts'
import type { createPartitionHistoryTable } from './partition-history.ts'
import { placeholders } from './placeholders.ts'

/** Reads and writes partition tables. */
export function createPartitionTable(orm: Orm, history: ReturnType<typeof createPartitionHistoryTable>) {
  const selected = orm
    .select()
    .from(partitions)
    .where(eq(partitions.clientId, sql.placeholder('clientId')))
    .orderBy(asc(partitions.disk), asc(partitions.partition))
    .prepare()
  const ofClient = (clientId: number): Partition[] => selected.all({ clientId })
  const removed = orm
    .delete(partitions)
    .where(eq(partitions.clientId, sql.placeholder('clientId')))
    .prepare()
  const inserted = orm
    .insert(partitions)
    .values(
      placeholders([
        'clientId',
        'disk',
        'partition',
        'code',
        'fileSystem',
        'sizeKb',
        'usagePercent',
        'system'
      ])
    )
    .prepare()
  const systemsOfClient = orm
    .selectDistinct({ system: partitions.system })
    .from(partitions)
    .where(eq(partitions.clientId, sql.placeholder('clientId')))
    .prepare()
  return {
    /** Of all clients, in no order. */
    all: (): Partition[] => orm.select().from(partitions).all(),
    ofClient,
    /** The systems that are installed on a client, each once. */
    systemsOf: (clientId: number): string[] =>
      systemsOfClient
        .all({ clientId })
        .map(({ system }) => system)
        .filter(isInstalledSystem),
    /** The same of every client that has any. */
    systems: (): { clientId: number; names: string[] }[] => {
      const byClient = new Map<number, string[]>()
      const rows = orm
        .selectDistinct({ clientId: partitions.clientId, system: partitions.system })
        .from(partitions)
        .all()
      for (const { clientId, system } of rows) {
        if (!isInstalledSystem(system)) continue
        const names = byClient.get(clientId)
        if (names) names.push(system)
        else byClient.set(clientId, [system])
      }
      return [...byClient].map(([clientId, names]) => ({ clientId, names }))
    },
    get: (clientId: number, disk: number, partition: number): Partition | undefined =>
      orm
        .select()
        .from(partitions)
        .where(
          and(
            eq(partitions.clientId, clientId),
            eq(partitions.disk, disk),
            eq(partitions.partition, partition)
          )
        )
        .get(),
    /** Replaces a client's table; one that differs from what was known goes into the history. */
    replace: (
      clientId: number,
      rows: readonly PartitionInput[],
      { source, at }: { source: PartitionSource; at: number }
    ): Partition[] => {
      const known = history.newest(clientId)?.partitions ?? []
      if (partitionChanges(known, rows).length > 0)
        history.add(clientId, { at, source, partitions: sortedPartitions(rows) })
      removed.run({ clientId })
      // One row a statement: SQLite counts the placeholders of one.
      for (const row of rows) inserted.run({ ...row, clientId })
      return ofClient(clientId)
    }
  }
}
