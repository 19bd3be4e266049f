/** The audit: rows in and out, never changed. */
import { and, count, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm'
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

/** Adds to the audit, and reads it. */
export function createAuditTable(orm: Orm) {
  return {
    insert: (row: Omit<AuditEntryRow, 'id'>): void => void orm.insert(auditEntries).values(row).run(),
    conclude: (row: OutcomeRow): void => void orm.insert(auditOutcomes).values(row).run(),
    /** The newest first. */
    list: (filter: AuditFilter, limit: number) =>
      orm
        .select()
        .from(auditEntries)
        .leftJoin(auditOutcomes, eq(auditOutcomes.entryUid, auditEntries.uid))
        .where(conditions(filter))
        .orderBy(desc(auditEntries.at), desc(auditEntries.id))
        .limit(limit)
        .all()
        .map(({ audit_entries: entry, audit_outcomes: end }) => {
          const { uid: _uid, words: _words, batchId, ...shown } = entry
          return {
            ...shown,
            batchId: end?.batchId ?? batchId,
            traceId: end?.traceId ?? null,
            outcome: end?.outcome ?? null,
            failure: end?.failure ?? null
          }
        }),
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
