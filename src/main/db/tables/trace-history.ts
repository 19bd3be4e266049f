/** The history of traces: rows in and out. */
import { asc, eq, sql } from 'drizzle-orm'
import type { HistoryKind, TraceHistoryEntry } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { traceHistory } from '../schema.ts'

interface HistoryEntry {
  readonly traceId: number
  readonly at: number
  readonly kind: HistoryKind
  readonly params?: Record<string, string | number>
  readonly raw?: string | null
}

/** Reads and writes the traces' history. */
export function createHistoryTable(orm: Orm) {
  const insert = orm
    .insert(traceHistory)
    .values({
      traceId: sql.placeholder('traceId'),
      at: sql.placeholder('at'),
      kind: sql.placeholder('kind'),
      params: sql.placeholder('params'),
      raw: sql.placeholder('raw')
    })
    .prepare()
  return {
    add: ({ traceId, at, kind, params = {}, raw = null }: HistoryEntry): void => {
      insert.run({ traceId, at, kind, params, raw })
    },
    ofTrace: (traceId: number): TraceHistoryEntry[] =>
      orm
        .select()
        .from(traceHistory)
        .where(eq(traceHistory.traceId, traceId))
        .orderBy(asc(traceHistory.id))
        .all()
  }
}
