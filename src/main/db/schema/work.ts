/** Jobs, the orders that they are of, and what their peers said of them. */
import { index, integer, real, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Failure } from '#shared/domain/failures.ts'
import type { Order } from '#shared/contract/orders.ts'
import { TRACE_COMMANDS, TRACE_STATES } from '#shared/domain/states.ts'
import { BATCH_COMMANDS, BATCH_MOMENTS, BATCH_STATES } from '#shared/domain/commands.ts'
import { HISTORY_KINDS } from '#shared/contract/rows.ts'
import { repositories, clients } from './inventory.ts'
import { images } from './images.ts'

export const traces = sqliteTable(
  'traces',
  {
    /** The number that people see. */
    id: integer().primaryKey({ autoIncrement: true }),
    command: text({ enum: TRACE_COMMANDS }).notNull(),
    clientId: integer().references(() => clients.id, { onDelete: 'set null' }),
    repositoryId: integer().references(() => repositories.id, { onDelete: 'set null' }),
    imageId: text().references(() => images.id, { onDelete: 'set null' }),
    /** The version of the image that the job sends: what the image was when its peer took the job on. */
    imageFullsum: text(),
    batchId: text(),
    parentId: integer().references((): AnySQLiteColumn => traces.id, { onDelete: 'set null' }),
    state: text({ enum: TRACE_STATES }).notNull(),
    /** Given by the peer: 32 random bits, so an old trace may carry the same one. The newest is meant. */
    jobId: text(),
    /** The parameters and the result, as on the wire. */
    input: text(),
    output: text(),
    progress: real(),
    failure: text({ mode: 'json' }).$type<Failure>(),
    scheduledAt: integer().notNull(),
    /** When the call left; a trace that was not called yet can be called after a restart, one that was cannot. */
    calledAt: integer(),
    startedAt: integer(),
    finishedAt: integer(),
    deadlineAt: integer()
  },
  (table) => [
    index('traces_state').on(table.state, table.deadlineAt),
    index('traces_job').on(table.jobId),
    index('traces_client').on(table.clientId),
    index('traces_image').on(table.imageId),
    index('traces_batch').on(table.batchId, table.state),
    index('traces_finished').on(table.finishedAt)
  ]
)

/** Commands for many computers at once; each computer has a trace under it. */
export const batches = sqliteTable(
  'batches',
  {
    number: integer().primaryKey({ autoIncrement: true }),
    /** UUID version 7. */
    id: text().notNull().unique(),
    command: text({ enum: BATCH_COMMANDS }).notNull(),
    /** The command and its parameters. */
    order: text({ mode: 'json' }).$type<Order>().notNull(),
    /** What it was aimed at, in words. */
    target: text().notNull(),
    state: text({ enum: BATCH_STATES }).notNull(),
    moment: text({ enum: BATCH_MOMENTS }).notNull(),
    at: integer(),
    /** When somebody said that it may run though its time is long past. */
    confirmedAt: integer(),
    retryOf: text(),
    createdAt: integer().notNull(),
    startedAt: integer(),
    finishedAt: integer()
  },
  (table) => [index('batches_state').on(table.state)]
)

export const traceHistory = sqliteTable(
  'trace_history',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    traceId: integer()
      .notNull()
      .references(() => traces.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    kind: text({ enum: HISTORY_KINDS }).notNull(),
    params: text({ mode: 'json' }).$type<Record<string, string | number>>().notNull(),
    raw: text()
  },
  (table) => [index('trace_history_trace').on(table.traceId, table.id)]
)

export const webhookInbox = sqliteTable(
  'webhook_inbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    receivedAt: integer().notNull(),
    path: text().notNull(),
    sourceAddress: text().notNull(),
    jobId: text().notNull(),
    /** What it says, without what may differ between two deliveries: the same news has the same key. */
    key: text().notNull(),
    body: text().notNull(),
    /** Null while its job is not known. */
    traceId: integer().references(() => traces.id, { onDelete: 'set null' }),
    outcome: text({ enum: ['waiting', 'applied', 'ignored', 'orphan'] }).notNull()
  },
  (table) => [
    index('webhook_inbox_news').on(table.jobId, table.key),
    index('webhook_inbox_waiting').on(table.outcome, table.receivedAt)
  ]
)
