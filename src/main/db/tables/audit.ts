/** The audit: rows in and out, never changed. */
import { and, count, desc, eq, getTableColumns, gte, lt, lte, max, sql, type SQL } from 'drizzle-orm'
import type { AuditFilter } from '#shared/contract/audit.ts'
import { searchWords } from '#shared/domain/search.ts'
import type { Orm } from '../open.ts'
import { auditEntries, auditOutcomes } from '../schema.ts'

export type AuditEntryRow = typeof auditEntries.$inferSelect
type OutcomeRow = typeof auditOutcomes.$inferInsert

function conditions(filter: AuditFilter): SQL | undefined {
  const { text, user, action, from, until, dangerousOnly } = filter
  return and(
    ...searchWords(text).map((word) => sql`instr(${auditEntries.words}, ${word.text}) > 0`),
    user === null ? undefined : eq(auditEntries.user, user),
    action === null ? undefined : eq(auditEntries.action, action),
    from === null ? undefined : gte(auditEntries.at, from),
    until === null ? undefined : lt(auditEntries.at, until),
    dangerousOnly ? eq(auditEntries.danger, true) : undefined
  )
}

const { uid: _uid, words: _words, ...shown } = getTableColumns(auditEntries)
const columns = {
  ...shown,
  batchId: sql<string | null>`coalesce(${auditOutcomes.batchId}, ${auditEntries.batchId})`,
  traceId: auditOutcomes.traceId,
  outcome: auditOutcomes.outcome,
  failure: auditOutcomes.failure
}

/** Adds to the audit, and reads it. */
export function createAuditTable(orm: Orm) {
  const select = (...where: (SQL | undefined)[]) =>
    orm
      .select(columns)
      .from(auditEntries)
      .leftJoin(auditOutcomes, eq(auditOutcomes.entryUid, auditEntries.uid))
      .where(and(...where))
      .$dynamic()
  return {
    insert: (row: Omit<AuditEntryRow, 'id'>): void => void orm.insert(auditEntries).values(row).run(),
    conclude: (row: OutcomeRow): void => void orm.insert(auditOutcomes).values(row).run(),
    /** The newest first. */
    list: (filter: AuditFilter, limit: number) =>
      select(conditions(filter)).orderBy(desc(auditEntries.at), desc(auditEntries.id)).limit(limit).all(),
    /** Those whose numbers are in this range, the highest first. */
    between: (first: number, last: number, filter: AuditFilter) =>
      select(gte(auditEntries.id, first), lte(auditEntries.id, last), conditions(filter))
        .orderBy(desc(auditEntries.id))
        .all(),
    /** The highest number that was given; 0: none was. */
    newest: (): number =>
      orm
        .select({ id: max(auditEntries.id) })
        .from(auditEntries)
        .get()?.id ?? 0,
    count: (filter: AuditFilter): number =>
      orm.select({ found: count() }).from(auditEntries).where(conditions(filter)).get()!.found,
    users: (): string[] =>
      orm
        .selectDistinct({ user: auditEntries.user })
        .from(auditEntries)
        .all()
        .map(({ user }) => user)
  }
}
