/** The partition tables that clients were seen with: rows in and out. */
import { and, desc, eq, notInArray, sql } from 'drizzle-orm'
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
  // Prepared once: an import asks for those of thousands.
  const newestFirst = orm
    .select(columns)
    .from(partitionHistory)
    .where(eq(partitionHistory.clientId, sql.placeholder('clientId')))
    .orderBy(desc(partitionHistory.id))
    .limit(sql.placeholder('limit'))
    .prepare()
  const added = orm
    .insert(partitionHistory)
    .values({
      clientId: sql.placeholder('clientId'),
      at: sql.placeholder('at'),
      source: sql.placeholder('source'),
      partitions: sql.placeholder('partitions')
    })
    .prepare()
  return {
    newest: (clientId: number): PartitionRecord | undefined => newestFirst.get({ clientId, limit: 1 }),
    /** The newest first. */
    ofClient: (clientId: number): PartitionRecord[] => newestFirst.all({ clientId, limit: KEPT_TABLES }),
    /** Adds a table, and drops what is older than those that are kept. */
    add: (
      clientId: number,
      record: { at: number; source: PartitionSource; partitions: PartitionInput[] }
    ): void => {
      added.run({ ...record, clientId })
      const kept = newestFirst.all({ clientId, limit: KEPT_TABLES })
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
