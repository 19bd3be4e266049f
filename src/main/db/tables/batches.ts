/** Batches: rows in and out, with what has become of their traces. */
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { BatchCommand } from '#shared/domain/commands.ts'
import type { TraceState } from '#shared/domain/states.ts'
import type { Orm } from '../open.ts'
import { batches, clients, images, traces } from '../schema.ts'
import { defined } from './defined.ts'

export type BatchRow = typeof batches.$inferSelect
export type NewBatch = Omit<typeof batches.$inferInsert, 'number'>
export type BatchChange = Partial<
  Pick<BatchRow, 'state' | 'moment' | 'at' | 'confirmedAt' | 'startedAt' | 'finishedAt'>
>

/** What a batch still has to do for one computer. */
export interface PendingTarget {
  readonly traceId: number
  readonly clientId: number | null
}

/** Computers that failed of which a batch tells the names. */
const NAMED_FAILURES = 100
/** Those that are done of which the list tells. */
const LATEST_DONE = 100

/** Reads and writes batches. */
export function createBatchTable(orm: Orm) {
  const id = sql.placeholder('id')
  const byId = orm.select().from(batches).where(eq(batches.id, id)).prepare()
  const states = orm
    .select({
      state: traces.state,
      count: sql<number>`count(*)`,
      progress: sql<number>`total(${traces.progress})`
    })
    .from(traces)
    .where(eq(traces.batchId, id))
    .groupBy(traces.state)
    .prepare()
  const failures = orm
    .select({ traceId: traces.id, clientName: clients.name, failure: traces.failure })
    .from(traces)
    .leftJoin(clients, eq(clients.id, traces.clientId))
    .where(and(eq(traces.batchId, id), eq(traces.state, 'failed')))
    .orderBy(asc(traces.id))
    .limit(NAMED_FAILURES)
    .prepare()
  const imageName = orm.select({ name: images.name }).from(images).where(eq(images.id, id)).prepare()
  const unfinished = orm
    .select({ traceId: traces.id })
    .from(traces)
    .where(and(eq(traces.batchId, id), inArray(traces.state, ['pending', 'in-progress'])))
    .limit(1)
    .prepare()
  // A computer that another job holds is passed over until it is free.
  const free = sql`not exists (
    select 1 from traces other where other.client_id = ${traces.clientId} and other.id <> ${traces.id}
    and other.command <> 'create-image-aux-file' and (other.state = 'in-progress'
    or (other.state = 'pending' and (other.called_at is not null or other.batch_id is null))))`
  const waitsForTurn = and(eq(traces.batchId, id), eq(traces.state, 'pending'), isNull(traces.calledAt))
  const pending = orm
    .select({ traceId: traces.id, clientId: traces.clientId })
    .from(traces)
    .where(and(waitsForTurn, free))
    .orderBy(asc(traces.id))
    .limit(sql.placeholder('limit'))
    .prepare()
  const waiting = orm.select({ traceId: traces.id }).from(traces).where(waitsForTurn).limit(1).prepare()
  /** Those whose computer has given a sign of life since they were ordered, and does what the command needs. */
  const reported = orm
    .select({ traceId: traces.id, clientId: traces.clientId })
    .from(traces)
    .innerJoin(clients, eq(clients.id, traces.clientId))
    .where(
      and(
        waitsForTurn,
        free,
        sql`${clients.state} in (select value from json_each(${sql.placeholder('states')}))`,
        sql`max(coalesce(${clients.reportedAt}, 0), coalesce(${clients.stateCheckedAt}, 0), ${clients.stateSince})
          >= ${traces.scheduledAt}`
      )
    )
    .orderBy(asc(traces.id))
    .limit(sql.placeholder('limit'))
    .prepare()
  const working = orm
    .select({ count: sql<number>`count(*)` })
    .from(traces)
    .where(
      and(
        eq(traces.state, 'in-progress'),
        eq(traces.command, sql.placeholder('command')),
        sql`${traces.batchId} is not null`
      )
    )
    .prepare()
  const lastWork = orm
    .select({
      at: sql<number | null>`max(max(coalesce(${traces.calledAt}, 0), coalesce(${traces.finishedAt}, 0)))`
    })
    .from(traces)
    .where(eq(traces.batchId, id))
    .prepare()
  const running = orm
    .select()
    .from(batches)
    .where(inArray(batches.state, ['running', 'waiting']))
    .orderBy(asc(batches.number))
    .prepare()

  const nameOf = ({ order }: BatchRow): string | null => {
    if (order.command === 'deploy-image') return imageName.get({ id: order.imageId })?.name ?? null
    return order.command === 'delete-cached-image' ? order.name : null
  }

  function complete(row: BatchRow): Batch {
    const counts: Record<TraceState, number> = {
      pending: 0,
      'in-progress': 0,
      success: 0,
      failed: 0,
      cancelled: 0
    }
    let total = 0
    let done = 0
    for (const { state, count, progress } of states.all({ id: row.id })) {
      counts[state] = count
      total += count
      done += state === 'in-progress' ? progress : state === 'pending' ? 0 : count
    }
    const { confirmedAt: _confirmed, ...batch } = row
    const named = counts.failed > 0 ? failures.all({ id: row.id }) : []
    return {
      ...batch,
      imageName: nameOf(row),
      counts,
      progress: total === 0 ? 1 : Math.min(1, done / total),
      failures: named.flatMap(({ failure, ...trace }) => (failure ? [{ ...trace, failure }] : []))
    }
  }

  return {
    row: (batchId: string): BatchRow | undefined => byId.get({ id: batchId }),
    get: (batchId: string): Batch | undefined => {
      const row = byId.get({ id: batchId })
      return row && complete(row)
    },
    insert: (row: NewBatch): BatchRow => orm.insert(batches).values(row).returning().get(),
    update: (batchId: string, change: BatchChange): void => {
      const fields = defined(change)
      if (fields) orm.update(batches).set(fields).where(eq(batches.id, batchId)).run()
    },
    remove: (batchId: string): void => {
      orm.update(traces).set({ batchId: null }).where(eq(traces.batchId, batchId)).run()
      orm.delete(batches).where(eq(batches.id, batchId)).run()
    },
    /** Those that are not done, and the latest that are; the newest first. */
    list: (): Batch[] => {
      const open = orm.select().from(batches).where(ne(batches.state, 'done')).all()
      const done = orm
        .select()
        .from(batches)
        .where(eq(batches.state, 'done'))
        .orderBy(desc(batches.number))
        .limit(LATEST_DONE)
        .all()
      return [...open, ...done].sort((one, other) => other.number - one.number).map(complete)
    },
    /** Those that may have something to start, in the order in which they were made. */
    active: (): BatchRow[] => running.all(),
    /** Those that are neither done nor have anything left. */
    exhausted: (): BatchRow[] =>
      orm
        .select()
        .from(batches)
        .where(ne(batches.state, 'done'))
        .all()
        .filter(({ id: batchId }) => unfinished.get({ id: batchId }) === undefined),
    /** Those that wait for a time. */
    timed: (): BatchRow[] =>
      orm
        .select()
        .from(batches)
        .where(and(eq(batches.state, 'waiting'), eq(batches.moment, 'at')))
        .orderBy(asc(batches.number))
        .all(),
    hasUnfinished: (batchId: string): boolean => unfinished.get({ id: batchId }) !== undefined,
    /** Whether some of its computers were not called yet. */
    hasWaiting: (batchId: string): boolean => waiting.get({ id: batchId }) !== undefined,
    /** What may start, the first in front; without those whose computer works on something else. */
    startable: (batchId: string, limit: number): PendingTarget[] => pending.all({ id: batchId, limit }),
    /** The same, of computers that have reported in and are in one of the states. */
    startableInStates: (batchId: string, states: readonly string[], limit: number): PendingTarget[] =>
      reported.all({ id: batchId, states: JSON.stringify(states), limit }),
    /** When one of its computers was last called, or has ended; 0: never. */
    lastWork: (batchId: string): number => lastWork.get({ id: batchId })?.at ?? 0,
    /** How many computers work on a command of some batch. */
    working: (command: BatchCommand): number => working.get({ command })?.count ?? 0
  }
}
