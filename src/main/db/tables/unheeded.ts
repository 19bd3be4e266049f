/** Webhooks that changed nothing, counted; and who has sent the site's token. */
import { and, asc, count, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { fairShare } from '#shared/domain/fair-share.ts'
import type { UnheededReason } from '#shared/domain/trust.ts'
import type { Orm } from '../open.ts'
import { tokenSenders, unheededWebhooks } from '../schema.ts'

/** Rows in all, and of one address and reason: a flood pushes out its own before the others'. */
const ROWS = 300
const ROWS_PER_SOURCE = 20
/** Addresses that are remembered as senders of the token. */
const SENDERS = 10_000

export type UnheededRow = typeof unheededWebhooks.$inferSelect
export type NewUnheeded = Omit<UnheededRow, 'id'>

/** Reads and writes what was not heeded. */
export function createUnheededTable(orm: Orm) {
  const table = unheededWebhooks
  return {
    latest: (): UnheededRow[] => orm.select().from(table).orderBy(desc(table.lastAt), desc(table.id)).all(),
    /** How many came for one of these reasons, of those that are still remembered. */
    total: (reasons: readonly UnheededReason[]): number =>
      orm
        .select({ total: sql<number>`coalesce(sum(${table.count}), 0)` })
        .from(table)
        .where(inArray(table.reason, [...reasons]))
        .get()?.total ?? 0,
    /** Counts it with its like; what comes from an address that sends many different ones is counted without its job. */
    note: (news: NewUnheeded): void => {
      const alike = (jobId: string | null) =>
        orm
          .select({ id: table.id, count: table.count })
          .from(table)
          .where(
            and(
              eq(table.sourceAddress, news.sourceAddress),
              eq(table.reason, news.reason),
              eq(table.path, news.path),
              jobId === null ? isNull(table.jobId) : eq(table.jobId, jobId)
            )
          )
          .get()
      const ofSource = () =>
        orm
          .select({ rows: count() })
          .from(table)
          .where(and(eq(table.sourceAddress, news.sourceAddress), eq(table.reason, news.reason)))
          .get()?.rows ?? 0
      const known = alike(news.jobId)
      const crowded = !known && news.jobId !== null && ofSource() >= ROWS_PER_SOURCE
      const row = crowded ? { ...news, jobId: null, traceId: null } : news
      const before = crowded ? alike(null) : known
      if (before) {
        const { lastAt, body, traceId } = row
        const change = { lastAt, body, traceId, count: before.count + row.count }
        orm.update(table).set(change).where(eq(table.id, before.id)).run()
      } else orm.insert(table).values(row).run()
    },
    prune: (): void => {
      const all = orm
        .select({ id: table.id, sourceAddress: table.sourceAddress })
        .from(table)
        .orderBy(desc(table.lastAt), desc(table.id))
        .all()
      if (all.length <= ROWS) return
      const kept = fairShare(all, ROWS).map(({ id }) => id)
      orm.delete(table).where(notInArray(table.id, kept)).run()
    },
    clear: (): void => void orm.delete(table).run()
  }
}

/** Reads and writes who has once sent the site's token. */
export function createTokenSenderTable(orm: Orm) {
  return {
    all: (): string[] =>
      orm
        .select({ address: tokenSenders.address })
        .from(tokenSenders)
        .orderBy(asc(tokenSenders.address))
        .limit(SENDERS)
        .all()
        .map(({ address }) => address),
    note: (address: string, at: number): void => {
      orm
        .insert(tokenSenders)
        .values({ address, firstAt: at, lastAt: at })
        .onConflictDoUpdate({ target: tokenSenders.address, set: { lastAt: at } })
        .run()
    },
    clear: (): void => void orm.delete(tokenSenders).run()
  }
}
