/** Traces: rows in and out. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notInArray,
  or,
  sql,
  type SQL
} from 'drizzle-orm'
import type { TraceFilter } from '#shared/contract/inputs.ts'
import type { Trace } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { REPOSITORY_COMMANDS, type TraceCommand, type TraceField } from '#shared/domain/states.ts'
import type { Orm } from '../open.ts'
import { clients, images, repositories, traces } from '../schema.ts'

export type NewTrace = Pick<
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
export type TraceChange = Partial<Omit<typeof traces.$inferInsert, 'id' | 'command'>>

/** How a trace has ended. */
export interface TraceEnd {
  readonly state: 'success' | 'failed' | 'cancelled'
  readonly failure: Failure | null
  readonly at: number
  readonly output?: string
}

/** A trace with what only the console itself needs. */
export interface TraceRecord extends Trace {
  readonly input: string | null
  readonly output: string | null
  readonly calledAt: number | null
  /** The version of the image that the job sends. */
  readonly imageFullsum: string | null
}

// Looked up rather than joined: with a LEFT JOIN for each, SQLite takes ten times as long for one trace.
const clientName = sql<string | null>`(select c.name from ${clients} c where c.id = traces.client_id)`
const repositoryName = sql<
  string | null
>`(select r.name from ${repositories} r where r.id = traces.repository_id)`
const imageName = sql<string | null>`(select i.name from ${images} i where i.id = traces.image_id)`

const columns = {
  id: traces.id,
  command: traces.command,
  clientId: traces.clientId,
  clientName,
  repositoryId: traces.repositoryId,
  repositoryName,
  imageId: traces.imageId,
  imageName,
  batchId: traces.batchId,
  parentId: traces.parentId,
  state: traces.state,
  jobId: traces.jobId,
  progress: traces.progress,
  failure: traces.failure,
  scheduledAt: traces.scheduledAt,
  startedAt: traces.startedAt,
  finishedAt: traces.finishedAt,
  deadlineAt: traces.deadlineAt,
  input: traces.input,
  output: traces.output,
  calledAt: traces.calledAt,
  imageFullsum: traces.imageFullsum
}

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

/** What waits for its turn in a batch holds nobody yet. */
const begun = or(eq(traces.state, 'in-progress'), isNotNull(traces.calledAt), isNull(traces.batchId))

const UNFINISHED = ['pending', 'in-progress'] as const

/** A trace as the contract has it. */
export function toTrace({
  input: _input,
  output: _output,
  calledAt: _calledAt,
  imageFullsum: _imageFullsum,
  ...trace
}: TraceRecord): Trace {
  return trace
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

/** Reads and writes traces. */
export function createTraceTable(orm: Orm) {
  const select = () => orm.select(columns).from(traces).$dynamic()
  const byId = select()
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const byJob = select()
    .where(eq(traces.jobId, sql.placeholder('jobId')))
    .orderBy(desc(traces.id))
    .prepare()
  const setProgress = orm
    .update(traces)
    .set({ progress: sql`${sql.placeholder('progress')}`, deadlineAt: sql`${sql.placeholder('deadlineAt')}` })
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  // Prepared: a batch writes thousands of them.
  const place = (name: string) => sql`${sql.placeholder(name)}`
  const insert = orm
    .insert(traces)
    .values({
      command: place('command'),
      clientId: place('clientId'),
      repositoryId: place('repositoryId'),
      imageId: place('imageId'),
      batchId: place('batchId'),
      parentId: place('parentId'),
      state: place('state'),
      input: place('input'),
      scheduledAt: place('scheduledAt')
    })
    .prepare()
  const progressOf = orm
    .select({ state: traces.state, calledAt: traces.calledAt })
    .from(traces)
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const setCalled = orm
    .update(traces)
    .set({ calledAt: sql`${sql.placeholder('at')}`, input: sql`${sql.placeholder('input')}` })
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const setAccepted = orm
    .update(traces)
    .set({
      state: 'in-progress',
      jobId: sql`${sql.placeholder('jobId')}`,
      startedAt: sql`${sql.placeholder('at')}`,
      deadlineAt: sql`${sql.placeholder('deadlineAt')}`
    })
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const setEnded = orm
    .update(traces)
    .set({
      state: place('state'),
      failure: place('failure'),
      finishedAt: place('at'),
      deadlineAt: null,
      progress: sql`iif(${sql.placeholder('succeeded')}, 1, ${traces.progress})`,
      output: sql`coalesce(${sql.placeholder('output')}, ${traces.output})`
    })
    .where(eq(traces.id, sql.placeholder('id')))
    .prepare()
  const waking = select()
    .where(
      and(
        eq(traces.clientId, sql.placeholder('clientId')),
        eq(traces.state, 'in-progress'),
        eq(traces.command, 'power-on')
      )
    )
    .limit(1)
    .prepare()
  const unanswered = select()
    .where(
      and(
        eq(traces.clientId, sql.placeholder('clientId')),
        eq(traces.command, 'power-on'),
        eq(traces.state, 'failed'),
        gte(traces.calledAt, sql.placeholder('since')),
        sql`json_extract(${traces.failure}, '$.code') = 'wake-unanswered'`
      )
    )
    .orderBy(desc(traces.id))
    .limit(1)
    .prepare()
  const unfinishedOfClient = select()
    .where(
      and(
        eq(traces.clientId, sql.placeholder('clientId')),
        inArray(traces.state, UNFINISHED),
        notInArray(traces.command, [...REPOSITORY_COMMANDS]),
        begun
      )
    )
    .orderBy(desc(traces.id))
    .limit(1)
    .prepare()
  return {
    get: (id: number): TraceRecord | undefined => byId.get({ id }),
    /** Whether it has not been called yet, and may be. */
    waits: (id: number): boolean => {
      const trace = progressOf.get({ id })
      return trace?.state === 'pending' && trace.calledAt === null
    },
    /** Its call leaves. */
    setCalled: (id: number, at: number, input: string): void => void setCalled.run({ id, at, input }),
    /** Its peer has taken it on. */
    setAccepted: (id: number, jobId: string | null, at: number, deadlineAt: number): void =>
      void setAccepted.run({ id, jobId, at, deadlineAt }),
    /** It has ended; without `output`, what is kept as such stays. */
    setEnded: (id: number, { state, failure, at, output }: TraceEnd): void =>
      void setEnded.run({
        id,
        state,
        failure: failure && JSON.stringify(failure),
        at,
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
    },
    /** Whether a computer has taken a job on before this time: news of it was to come. */
    wasTakenOn: (before: number): boolean =>
      orm
        .select({ id: traces.id })
        .from(traces)
        .where(
          and(
            isNotNull(traces.jobId),
            lte(traces.startedAt, before),
            notInArray(traces.command, [...REPOSITORY_COMMANDS])
          )
        )
        .limit(1)
        .get() !== undefined,
    /** In progress: what has a deadline. */
    inProgress: (): TraceRecord[] =>
      select().where(eq(traces.state, 'in-progress')).orderBy(asc(traces.id)).all(),
    unfinished: (): TraceRecord[] =>
      select().where(inArray(traces.state, UNFINISHED)).orderBy(asc(traces.id)).all(),
    /** What runs, without what waits for its turn in a batch. */
    running: (): TraceRecord[] =>
      select()
        .where(and(inArray(traces.state, UNFINISHED), begun))
        .orderBy(asc(traces.id))
        .all(),
    /** In progress without a job of the peer: what was sent has to show that it worked. */
    sent: (): TraceRecord[] =>
      select()
        .where(and(eq(traces.state, 'in-progress'), isNull(traces.jobId)))
        .all(),
    /** The job that the client itself works on. */
    unfinishedOfClient: (clientId: number): TraceRecord | undefined => unfinishedOfClient.get({ clientId }),
    /** The newest job that the client itself was to work on, whatever became of it. */
    latestOfClient: (clientId: number): TraceRecord | undefined =>
      select()
        .where(
          and(
            eq(traces.clientId, clientId),
            notInArray(traces.command, [...REPOSITORY_COMMANDS]),
            or(isNotNull(traces.calledAt), isNull(traces.batchId))
          )
        )
        .orderBy(sql`coalesce(${traces.calledAt}, ${traces.scheduledAt}) desc`, desc(traces.id))
        .limit(1)
        .get(),
    /**
     * Called, but nobody knows whether the call arrived: the program ended before the reply. One that was given up since
     * counts, too: a result that still comes is taken.
     */
    calledWithoutJob: (): TraceRecord[] =>
      select()
        .where(
          and(
            or(
              inArray(traces.state, UNFINISHED),
              sql`json_extract(${traces.failure}, '$.code') = 'no-answer'`
            ),
            isNull(traces.jobId),
            isNotNull(traces.calledAt)
          )
        )
        .all(),
    overdue: (now: number): TraceRecord[] =>
      select()
        .where(and(eq(traces.state, 'in-progress'), lte(traces.deadlineAt, now)))
        .all(),
    /** Every trace of a batch, in order. */
    ofBatch: (batchId: string): TraceRecord[] =>
      select().where(eq(traces.batchId, batchId)).orderBy(asc(traces.id)).all(),
    /** Those of batches whose call may have left, and has not been answered. */
    calledOfBatches: (): TraceRecord[] =>
      select()
        .where(and(eq(traces.state, 'pending'), isNotNull(traces.batchId), isNotNull(traces.calledAt)))
        .all(),
    /** A computer's magic packet that has not been answered yet. */
    wakingOfClient: (clientId: number): TraceRecord | undefined => waking.get({ clientId }),
    /** A computer's magic packet, sent since then, that was given up. */
    unansweredOfClient: (clientId: number, since: number): TraceRecord | undefined =>
      unanswered.get({ clientId, since }),
    /** Whether a client has begun one of these jobs since a time. */
    hasBegunSince: (clientId: number, commands: readonly TraceCommand[], since: number): boolean =>
      orm
        .select({ id: traces.id })
        .from(traces)
        .where(
          and(
            eq(traces.clientId, clientId),
            inArray(traces.command, [...commands]),
            sql`coalesce(${traces.startedAt}, ${traces.calledAt}) >= ${since}`
          )
        )
        .limit(1)
        .get() !== undefined,
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
