/** Who did what. Triggers of the migration refuse every change and removal; one that rebuilds a table puts them back. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { AUDIT_ACTIONS, AUDIT_HOSTS, AUDIT_OUTCOMES, type AuditedClient } from '#shared/domain/audit.ts'
import type { Failure } from '#shared/domain/failures.ts'

/** Each is written before it is done. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The same in every database that the entry is carried over to. */
    uid: text().notNull().unique(),
    at: integer().notNull(),
    user: text().notNull(),
    host: text({ enum: AUDIT_HOSTS }).notNull(),
    session: text(),
    action: text({ enum: AUDIT_ACTIONS }).notNull(),
    /** In words of that moment, which stay true after a rename. */
    subject: text().notNull(),
    clients: text({ mode: 'json' }).$type<AuditedClient[]>().notNull(),
    clientCount: integer().notNull(),
    params: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    danger: integer({ mode: 'boolean' }).notNull(),
    batchId: text(),
    /** What is searched, folded. */
    words: text().notNull()
  },
  (table) => [
    index('audit_entries_at').on(table.at, table.id),
    index('audit_entries_user').on(table.user, table.at, table.id)
  ]
)

/** What became of it; without one, the console ended meanwhile. */
export const auditOutcomes = sqliteTable('audit_outcomes', {
  entryUid: text()
    .primaryKey()
    .references(() => auditEntries.uid, { onDelete: 'restrict' }),
  at: integer().notNull(),
  outcome: text({ enum: AUDIT_OUTCOMES }).notNull(),
  failure: text({ mode: 'json' }).$type<Failure>(),
  batchId: text(),
  traceId: integer()
})
