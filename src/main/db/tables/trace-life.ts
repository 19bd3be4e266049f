/** The life of a trace: made, called, taken on, ended; and what a clock that was set does to it. */
import { and, desc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import type { Failure } from '#shared/domain/failures.ts'
import type { Orm } from '../open.ts'
import { traces } from '../schema.ts'
import { placeholders } from './placeholders.ts'
import { selectTraces, UNFINISHED, type TraceRecord } from './trace-record.ts'

type NewTrace = Pick<
  typeof traces.$inferInsert,
  | 'command'
  | 'clientId'
  | 'repositoryId'
  | 'imageId'
  | 'batchId'
  | 'parentId'
  | 'state'
  | 'input'
  | 'scheduledAt'
>
type TraceChange = Partial<Omit<typeof traces.$inferInsert, 'id' | 'command'>>

/** How a trace has ended. */
interface TraceEnd {
  readonly state: 'success' | 'failed' | 'cancelled'
  readonly failure: Failure | null
  readonly at: number
  readonly output?: string
}

/** Writes traces, and finds the one that is written to. */
export function createTraceLife(orm: Orm) {
  const byId = selectTraces(orm)
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const byJob = selectTraces(orm)
    .where(eq(traces.jobId, sql.placeholder('jobId')))
    .orderBy(desc(traces.id))
    .prepare()
  const setProgress = orm
    .update(traces)
    .set(placeholders(['progress', 'deadlineAt']))
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  // Prepared: a batch writes thousands of them.
  const insert = orm
    .insert(traces)
    .values(
      placeholders([
        'command',
        'clientId',
        'repositoryId',
        'imageId',
        'batchId',
        'parentId',
        'state',
        'input',
        'scheduledAt'
      ])
    )
    .prepare()
  const progressOf = orm
    .select({ state: traces.state, calledAt: traces.calledAt })
    .from(traces)
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const setCalled = orm
    .update(traces)
    .set(placeholders(['calledAt', 'input']))
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const setAccepted = orm
    .update(traces)
    .set({
      state: 'in-progress',
      ...placeholders(['jobId', 'startedAt', 'deadlineAt'])
    })
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const setEnded = orm
    .update(traces)
    .set({
      ...placeholders(['state', 'failure', 'finishedAt']),
      deadlineAt: null,
      progress: sql`iif(${sql.placeholder('succeeded')}, 1, ${traces.progress})`,
      output: sql`coalesce(${sql.placeholder('output')}, ${traces.output})`
    })
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  return {
    get: (id: number): TraceRecord | undefined => byId.get({ id }),
    /** Whether it has not been called yet, and may be. */
    waits: (id: number): boolean => {
      const trace = progressOf.get({ id })
      return trace?.state === 'pending' && trace.calledAt === null
    },
    /** Its call leaves. */
    setCalled: (id: number, at: number, input: string): void =>
      void setCalled.run({ id, calledAt: at, input }),
    /** Its peer has taken it on. */
    setAccepted: (id: number, jobId: string | null, at: number, deadlineAt: number): void =>
      void setAccepted.run({ id, jobId, startedAt: at, deadlineAt }),
    /** It has ended; without `output`, what is kept as such stays. */
    setEnded: (id: number, { state, failure, at, output }: TraceEnd): void =>
      void setEnded.run({
        id,
        state,
        failure: failure && JSON.stringify(failure),
        finishedAt: at,
        succeeded: state === 'success' ? 1 : 0,
        output: output ?? null
      }),
    /** Every trace with this job id, the newest first. */
    byJob: (jobId: string): TraceRecord[] => byJob.all({ jobId }),
    insert: (row: NewTrace): number =>
      Number(
        insert.run({
          command: row.command,
          clientId: row.clientId ?? null,
          repositoryId: row.repositoryId ?? null,
          imageId: row.imageId ?? null,
          batchId: row.batchId ?? null,
          parentId: row.parentId ?? null,
          state: row.state,
          input: row.input ?? null,
          scheduledAt: row.scheduledAt
        }).lastInsertRowid
      ),
    update: (id: number, change: TraceChange): void => {
      orm.update(traces).set(change).where(eq(traces.id, id)).run()
    },
    setProgress: (id: number, progress: number, deadlineAt: number | null): void => {
      setProgress.run({ id, progress, deadlineAt })
    },
    /** The clock was set by so much: what is not over has taken as long as before, and has as long left. */
    retime: (by: number): void => {
      const moved = (column: SQL) => sql`max(0, ${column} + ${by})`
      orm
        .update(traces)
        .set({
          scheduledAt: moved(sql`${traces.scheduledAt}`),
          calledAt: moved(sql`${traces.calledAt}`),
          startedAt: moved(sql`${traces.startedAt}`),
          deadlineAt: moved(sql`${traces.deadlineAt}`)
        })
        .where(inArray(traces.state, UNFINISHED))
        .run()
    },
    /** The clock was set back while nobody looked: nothing was ordered later than now. */
    orderedByNow: (now: number): void => {
      orm
        .update(traces)
        .set({ scheduledAt: now })
        .where(and(inArray(traces.state, UNFINISHED), gt(traces.scheduledAt, now)))
        .run()
    }
  }
}
