/** Traces that are under way, and what a computer works on. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import { REPOSITORY_COMMANDS, type TraceCommand } from '#shared/domain/states.ts'
import type { Orm } from '../open.ts'
import { traces } from '../schema.ts'
import { begun, selectTraces, UNFINISHED, type TraceRecord } from './trace-record.ts'

/** Finds them. */
export function createTraceWork(orm: Orm) {
  const select = () => selectTraces(orm)
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
        .get() !== undefined
  }
}
