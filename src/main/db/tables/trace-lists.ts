/** Traces as lists: pages of them, and those of a batch or an image. */
import { and, asc, count, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { TraceFilter } from '#shared/contract/inputs.ts'
import type { TraceCommand, TraceField } from '#shared/domain/states.ts'
import type { Orm } from '../open.ts'
import { traces } from '../schema.ts'
import { clientName, repositoryName, selectTraces, type TraceRecord } from './trace-record.ts'

/** What is sorted by; names without regard to case. */
const SORTED_BY: Readonly<Record<TraceField, SQL>> = {
  id: sql`${traces.id}`,
  command: sql`${traces.command}`,
  client: sql`coalesce(${clientName}, ${repositoryName}) collate nocase`,
  state: sql`${traces.state}`,
  job: sql`${traces.jobId} collate nocase`,
  scheduled: sql`${traces.scheduledAt}`,
  finished: sql`${traces.finishedAt}`
}

/** Escapes what LIKE reads as a pattern. */
function contains(column: SQL, text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql`${column} like ${pattern} escape '\\'`
}

/** What is empty comes last, whichever way round; among equals, the newest is first. */
function order({ sortBy, descending }: TraceFilter): SQL[] {
  const by = SORTED_BY[sortBy]
  return [sql`${by} is null`, descending ? desc(by) : asc(by), desc(traces.id)]
}

/** Lists them. */
export function createTraceLists(orm: Orm) {
  const select = () => selectTraces(orm)
  return {
    /** Every trace of a batch, in order. */
    ofBatch: (batchId: string): TraceRecord[] =>
      select().where(eq(traces.batchId, batchId)).orderBy(asc(traces.id)).all(),
    latestOfImage: (imageId: string, command: TraceCommand): TraceRecord | undefined =>
      select()
        .where(and(eq(traces.imageId, imageId), eq(traces.command, command)))
        .orderBy(desc(traces.id))
        .limit(1)
        .get(),
    ofImage: (imageId: string): TraceRecord[] =>
      select().where(eq(traces.imageId, imageId)).orderBy(desc(traces.id)).all(),
    /**
     * The single jobs that ended last: of those of a batch the batch tells, and hundreds of them would leave no room. The
     * plus keeps SQLite from sorting every single job there ever was: the times have an index.
     */
    latestSingle: (limit: number): TraceRecord[] =>
      select()
        .where(and(isNotNull(traces.finishedAt), sql`+${traces.batchId} is null`))
        .orderBy(desc(traces.finishedAt), desc(traces.id))
        .limit(limit)
        .all(),
    page: (filter: TraceFilter): { rows: TraceRecord[]; total: number } => {
      const where = and(
        filter.client ? contains(clientName, filter.client) : undefined,
        filter.command ? eq(traces.command, filter.command) : undefined,
        filter.state ? eq(traces.state, filter.state) : undefined,
        filter.batchId ? eq(traces.batchId, filter.batchId) : undefined
      )
      const rows = select()
        .where(where)
        .orderBy(...order(filter))
        .limit(filter.itemsPerPage)
        .offset((filter.page - 1) * filter.itemsPerPage)
        .all()
      const total = orm.select({ total: count() }).from(traces).where(where).get()
      return { rows, total: total?.total ?? 0 }
    }
  }
}
