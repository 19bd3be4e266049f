/** The partition tables that clients were seen with: rows in and out. */
import { and, desc, eq, notInArray } from 'drizzle-orm'
import type { PartitionInput } from '#shared/contract/inputs.ts'
import type { PartitionSource } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { partitionHistory } from '../schema.ts'

/** Tables that are kept of one client; the oldest go first. */
const KEPT_TABLES = 100

export interface PartitionRecord {
  readonly id: number
  readonly at: number
  readonly source: PartitionSource
  readonly partitions: readonly PartitionInput[]
}

/** Reads and writes the history of partition tables. */
export function createPartitionHistoryTable(orm: Orm) {
  const columns = {
    id: partitionHistory.id,
    at: partitionHistory.at,
    source: partitionHistory.source,
    partitions: partitionHistory.partitions
  }
  const newestFirst = (clientId: number, limit: number) =>
    orm
      .select(columns)
      .from(partitionHistory)
      .where(eq(partitionHistory.clientId, clientId))
      .orderBy(desc(partitionHistory.id))
      .limit(limit)
  return {
    newest: (clientId: number): PartitionRecord | undefined => newestFirst(clientId, 1).get(),
    /** The newest first. */
    ofClient: (clientId: number): PartitionRecord[] => newestFirst(clientId, KEPT_TABLES).all(),
    /** Adds a table, and drops what is older than those that are kept. */
    add: (
      clientId: number,
      record: { at: number; source: PartitionSource; partitions: PartitionInput[] }
    ): void => {
      orm
        .insert(partitionHistory)
        .values({ ...record, clientId })
        .run()
      const kept = newestFirst(clientId, KEPT_TABLES).all()
      if (kept.length < KEPT_TABLES) return
      orm
        .delete(partitionHistory)
        .where(
          and(
            eq(partitionHistory.clientId, clientId),
            notInArray(
              partitionHistory.id,
              kept.map(({ id }) => id)
            )
          )
        )
        .run()
    }
  }
}
