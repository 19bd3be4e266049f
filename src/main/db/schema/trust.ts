/** Who has spoken to the console without being heeded, and who with the site's token. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { UNHEEDED_REASONS } from '#shared/domain/trust.ts'
import { traces } from './work.ts'

/**
 * Webhooks that changed nothing, counted by what they were: a few rows however many came. `jobId` is null where none was
 * read, or where one address has sent too many different ones.
 */
export const unheededWebhooks = sqliteTable(
  'unheeded_webhooks',
  {
    id: integer().primaryKey(),
    reason: text({ enum: UNHEEDED_REASONS }).notNull(),
    path: text().notNull(),
    sourceAddress: text().notNull(),
    jobId: text(),
    traceId: integer().references(() => traces.id, { onDelete: 'set null' }),
    count: integer().notNull(),
    firstAt: integer().notNull(),
    lastAt: integer().notNull(),
    /** The beginning of the latest one; null where it was refused unread. */
    body: text()
  },
  (table) => [
    index('unheeded_webhooks_source').on(table.sourceAddress, table.reason),
    index('unheeded_webhooks_last').on(table.lastAt)
  ]
)

/** Addresses that have once sent the site's token. */
export const tokenSenders = sqliteTable('token_senders', {
  address: text().primaryKey(),
  firstAt: integer().notNull(),
  lastAt: integer().notNull()
})
