/** The webhook inbox: what came in, before anything else. */
import { and, asc, count, desc, eq, isNull, lte, notInArray, sql, type SQL } from 'drizzle-orm'
import type { OrphanWebhook } from '#shared/contract/rows.ts'
import { fairShare } from '#shared/domain/fair-share.ts'
import type { Orm } from '../open.ts'
import { webhookInbox } from '../schema.ts'

export type InboxRow = typeof webhookInbox.$inferSelect
export type NewInboxRow = Omit<InboxRow, 'id'>

/** Characters of an orphan's body that are shown. */
const SHOWN = 2_000

const orphanColumns = {
  id: webhookInbox.id,
  receivedAt: webhookInbox.receivedAt,
  path: webhookInbox.path,
  sourceAddress: webhookInbox.sourceAddress,
  jobId: webhookInbox.jobId,
  body: sql<string>`substr(${webhookInbox.body}, 1, ${SHOWN})`
}

/** Reads and writes the inbox. */
export function createInboxTable(orm: Orm) {
  const insert = orm
    .insert(webhookInbox)
    .values({
      receivedAt: sql.placeholder('receivedAt'),
      path: sql.placeholder('path'),
      sourceAddress: sql.placeholder('sourceAddress'),
      jobId: sql.placeholder('jobId'),
      key: sql.placeholder('key'),
      body: sql.placeholder('body'),
      traceId: sql.placeholder('traceId'),
      outcome: sql.placeholder('outcome')
    })
    .prepare()
  const sameNews = orm
    .select({ id: webhookInbox.id, traceId: webhookInbox.traceId, sourceAddress: webhookInbox.sourceAddress })
    .from(webhookInbox)
    .where(
      and(eq(webhookInbox.jobId, sql.placeholder('jobId')), eq(webhookInbox.key, sql.placeholder('key')))
    )
    .prepare()
  const waiting = orm
    .select()
    .from(webhookInbox)
    .where(and(eq(webhookInbox.jobId, sql.placeholder('jobId')), isNull(webhookInbox.traceId)))
    .orderBy(asc(webhookInbox.id))
    .prepare()
  const waits = eq(webhookInbox.outcome, 'waiting')
  const counted = (condition: SQL | undefined): number =>
    orm.select({ rows: count() }).from(webhookInbox).where(condition).get()?.rows ?? 0
  return {
    /** How many there are of a job; and of those that it ignored. */
    count: (jobId: string): number => counted(eq(webhookInbox.jobId, jobId)),
    ignoredCount: (traceId: number, jobId: string): number =>
      counted(
        and(
          eq(webhookInbox.jobId, jobId),
          eq(webhookInbox.traceId, traceId),
          eq(webhookInbox.outcome, 'ignored')
        )
      ),
    /** How much waits, in all or from one address. */
    waitingRoom: (sourceAddress?: string): { rows: number; bytes: number } =>
      orm
        .select({
          rows: count(),
          bytes: sql<number>`coalesce(sum(octet_length(${webhookInbox.body})), 0)`
        })
        .from(webhookInbox)
        .where(
          sourceAddress === undefined ? waits : and(waits, eq(webhookInbox.sourceAddress, sourceAddress))
        )
        .get() ?? { rows: 0, bytes: 0 },
    add: (row: NewInboxRow): number => Number(insert.run(row).lastInsertRowid),
    /** Whether the same news of the same job came before; without a trace, from the same address. */
    has: (jobId: string, key: string, traceId: number | null, sourceAddress: string): boolean =>
      sameNews
        .all({ jobId, key })
        .some((row) => row.traceId === traceId && (traceId !== null || row.sourceAddress === sourceAddress)),
    isEmpty: (): boolean =>
      orm.select({ id: webhookInbox.id }).from(webhookInbox).limit(1).get() === undefined,
    waiting: (jobId: string): InboxRow[] => waiting.all({ jobId }),
    /** Everything that waits for the reply to its call. */
    allWaiting: (): InboxRow[] =>
      orm
        .select()
        .from(webhookInbox)
        .where(eq(webhookInbox.outcome, 'waiting'))
        .orderBy(asc(webhookInbox.id))
        .all(),
    settle: (id: number, traceId: number, outcome: 'applied' | 'ignored'): void => {
      orm.update(webhookInbox).set({ traceId, outcome }).where(eq(webhookInbox.id, id)).run()
    },
    /** Takes away what is not taken after all. */
    remove: (id: number): void => void orm.delete(webhookInbox).where(eq(webhookInbox.id, id)).run(),
    /** The clock was set by so much: what waits has waited as long as before. */
    retime: (by: number): void => {
      orm
        .update(webhookInbox)
        .set({ receivedAt: sql`max(0, ${webhookInbox.receivedAt} + ${by})` })
        .where(eq(webhookInbox.outcome, 'waiting'))
        .run()
    },
    /** Gives up on those that have waited since before `before`, and returns them. */
    orphan: (before: number): OrphanWebhook[] =>
      orm
        .update(webhookInbox)
        .set({ outcome: 'orphan' })
        .where(and(eq(webhookInbox.outcome, 'waiting'), lte(webhookInbox.receivedAt, before)))
        .returning(orphanColumns)
        .all(),
    /** Forgets all orphans but the latest of each address. */
    pruneOrphans: (keep: number): void => {
      const isOrphan = eq(webhookInbox.outcome, 'orphan')
      const all = orm
        .select({ id: webhookInbox.id, sourceAddress: webhookInbox.sourceAddress })
        .from(webhookInbox)
        .where(isOrphan)
        .orderBy(desc(webhookInbox.id))
        .all()
      const kept = fairShare(all, keep).map(({ id }) => id)
      orm
        .delete(webhookInbox)
        .where(and(isOrphan, notInArray(webhookInbox.id, kept)))
        .run()
    },
    orphans: (limit: number): OrphanWebhook[] =>
      orm
        .select(orphanColumns)
        .from(webhookInbox)
        .where(eq(webhookInbox.outcome, 'orphan'))
        .orderBy(desc(webhookInbox.id))
        .limit(limit)
        .all()
  }
}
