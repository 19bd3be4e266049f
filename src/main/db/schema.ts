/**
 * The tables. Times are milliseconds since the epoch. States are checked by the type and by what writes them; foreign
 * keys by SQLite. After a change here, `npm run db:generate` writes the migration.
 */
import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core'
import type { Failure } from '#shared/domain/failures.ts'
import { AGENT_EVENTS } from '#shared/domain/agent-states.ts'
import { CLIENT_STATES, IMAGE_STATES, TRACE_COMMANDS, TRACE_STATES } from '#shared/domain/states.ts'
import { BATCH_COMMANDS, BATCH_MOMENTS, BATCH_STATES } from '#shared/domain/commands.ts'
import type { HardwareItem } from '#shared/domain/inventories.ts'
import type { ScriptParameter } from '#shared/domain/scripts.ts'
import type { Order } from '#shared/contract/orders.ts'
import { HISTORY_KINDS, MULTICAST_MODES, P2P_MODES, PARTITION_SOURCES } from '#shared/contract/rows.ts'
import type { PartitionInput, SmartFilter } from '#shared/contract/inputs.ts'
import { UNHEEDED_REASONS } from '#shared/domain/trust.ts'
import { UNIT_TYPES } from '#shared/domain/units.ts'

export const repositories = sqliteTable('repositories', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull().unique(),
  ip: text().notNull(),
  port: integer().notNull().default(8006),
  path: text().notNull(),
  /** SHA-256 of the pinned certificate, as `AB:CD:…`. */
  certificateFingerprint: text(),
  certificatePem: text(),
  certificatePinnedAt: integer(),
  createdAt: integer().notNull()
})

export const units = sqliteTable(
  'organizational_units',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    parentId: integer().references((): AnySQLiteColumn => units.id, { onDelete: 'restrict' }),
    type: text({ enum: UNIT_TYPES }).notNull(),
    name: text().notNull(),
    routerIp: text(),
    netmask: text(),
    dns: text(),
    ntp: text(),
    repositoryId: integer().references(() => repositories.id, { onDelete: 'restrict' }),
    ogLive: text(),
    pxeTemplate: text(),
    /** The classroom's values of a deployment, as `ptc` names them. [L] protocol.md section 1 */
    multicastAddress: text(),
    multicastPort: integer(),
    multicastMode: text({ enum: MULTICAST_MODES }),
    /** Megabits a second. [L] */
    multicastSpeed: integer(),
    p2pMode: text({ enum: P2P_MODES }),
    /** Seconds that a computer goes on seeding. [L] */
    p2pTime: integer(),
    hardwareProfile: text(),
    /** Places for computers. */
    capacity: integer(),
    location: text(),
    comments: text(),
    /** The pattern of its computers' names, such as `aula1-pc%02d`. */
    namePattern: text(),
    /** The seat plan's grid; null: as large as its computers need. */
    planColumns: integer(),
    planRows: integer(),
    createdAt: integer().notNull()
  },
  (table) => [
    uniqueIndex('organizational_units_name').on(table.parentId, table.name),
    // Two NULLs are different to SQLite, so the names at the top need an index of their own.
    uniqueIndex('organizational_units_top_name')
      .on(table.name)
      .where(sql`parent_id is null`)
  ]
)

export const subnets = sqliteTable('subnets', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  address: text().notNull().unique(),
  netmask: text().notNull(),
  routerIp: text(),
  createdAt: integer().notNull()
})

export const clients = sqliteTable(
  'clients',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unitId: integer()
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    subnetId: integer().references(() => subnets.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    mac: text().notNull().unique(),
    ip: text().notNull().unique(),
    serialNumber: text(),
    networkInterface: text(),
    ogLive: text(),
    pxeTemplate: text(),
    /** Null: the one of its unit, or of the nearest unit above that has one. */
    repositoryId: integer().references(() => repositories.id, { onDelete: 'restrict' }),
    state: text({ enum: CLIENT_STATES }).notNull().default('unknown'),
    stateSince: integer().notNull(),
    stateCheckedAt: integer(),
    stateFailure: text({ mode: 'json' }).$type<Failure>(),
    agentPort: integer().notNull().default(8000),
    agentVersion: text(),
    /** Encrypted by the host's `Secrets`. [A] protocol.md section 1 */
    agentSecret: blob({ mode: 'buffer' }),
    /** The system that its agent last reported, such as `Debian GNU/Linux 12 (bookworm)`. [A] */
    systemName: text(),
    /** Who has a session open on it, as its agent last reported. [A] */
    sessionUser: text(),
    sessionSince: integer(),
    /** When its agent last reported in by itself. */
    reportedAt: integer(),
    /** Its place on the seat plan of its unit, from 0; both null: not placed. */
    planColumn: integer(),
    planRow: integer(),
    createdAt: integer().notNull()
  },
  (table) => [
    index('clients_unit').on(table.unitId),
    uniqueIndex('clients_unit_name').on(table.unitId, table.name)
  ]
)

export const partitions = sqliteTable(
  'partitions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    clientId: integer()
      .notNull()
      .references(() => clients.id, { onDelete: 'cascade' }),
    disk: integer().notNull(),
    /** 0 is the disk itself, and its code the partition table. [L] */
    partition: integer().notNull(),
    code: text().notNull(),
    fileSystem: text().notNull(),
    sizeKb: integer().notNull(),
    usagePercent: integer().notNull(),
    system: text().notNull()
  },
  (table) => [uniqueIndex('partitions_place').on(table.clientId, table.disk, table.partition)]
)

/** Each partition table that a client was seen with, from the first on; the newest is what `partitions` holds. */
export const partitionHistory = sqliteTable(
  'partition_history',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    clientId: integer()
      .notNull()
      .references(() => clients.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    source: text({ enum: PARTITION_SOURCES }).notNull(),
    partitions: text({ mode: 'json' }).$type<PartitionInput[]>().notNull()
  },
  (table) => [index('partition_history_client').on(table.clientId, table.id)]
)

/** Computers that reported in and are not in the inventory: "Descubiertos". */
export const discoveredClients = sqliteTable('discovered_clients', {
  id: integer().primaryKey({ autoIncrement: true }),
  mac: text().notNull().unique(),
  /** What it says of itself. [A] */
  ip: text().notNull(),
  /** Where its report came from. */
  sourceAddress: text().notNull(),
  systemName: text(),
  osType: text(),
  agentVersion: text(),
  /** Encrypted by the host's `Secrets`; handed on at its adoption. */
  agentSecret: blob({ mode: 'buffer' }),
  lastEvent: text({ enum: AGENT_EVENTS }).notNull(),
  reports: integer().notNull().default(1),
  firstSeenAt: integer().notNull(),
  lastSeenAt: integer().notNull(),
  /** Somebody has said that it is none of ours; it is kept out of sight, not forgotten. */
  ignored: integer({ mode: 'boolean' }).notNull().default(false)
})

/** Saved filters over all computers. */
export const smartGroups = sqliteTable('smart_groups', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull().unique(),
  filter: text({ mode: 'json' }).$type<SmartFilter>().notNull(),
  createdAt: integer().notNull()
})

export const images = sqliteTable(
  'images',
  {
    /** The number that people see. */
    number: integer().primaryKey({ autoIncrement: true }),
    /** UUID version 7: the `idi` of the wire. [S] */
    id: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull(),
    type: text().notNull(),
    version: text().notNull(),
    architecture: text().notNull(),
    repositoryId: integer()
      .notNull()
      .references(() => repositories.id, { onDelete: 'restrict' }),
    sourceClientId: integer().references(() => clients.id, { onDelete: 'set null' }),
    sourceDisk: integer().notNull(),
    sourcePartition: integer().notNull(),
    /** The size of the partition that it was made from: a target must be as large. */
    sourceSizeKb: integer(),
    partitionCode: text().notNull(),
    state: text({ enum: IMAGE_STATES }).notNull(),
    fullsum: text(),
    size: integer(),
    failure: text({ mode: 'json' }).$type<Failure>(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    readyAt: integer()
  },
  (table) => [uniqueIndex('images_repository_name').on(table.repositoryId, table.name)]
)

/** Records of images whose files lie in a repository's trash: a restore brings back what people wrote of them. */
export const trashedImages = sqliteTable(
  'trashed_images',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    repositoryId: integer()
      .notNull()
      .references(() => repositories.id, { onDelete: 'cascade' }),
    fullsum: text().notNull(),
    record: text({ mode: 'json' }).$type<typeof images.$inferSelect>().notNull(),
    /** The traces that were of this image. */
    traceIds: text({ mode: 'json' }).$type<number[]>().notNull(),
    trashedAt: integer().notNull()
  },
  (table) => [uniqueIndex('trashed_images_fullsum').on(table.repositoryId, table.fullsum)]
)

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

/** Which image lies on a partition since when: of those that were deployed from this console, or made into an image. */
export const deployedImages = sqliteTable(
  'deployed_images',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    clientId: integer()
      .notNull()
      .references(() => clients.id, { onDelete: 'cascade' }),
    disk: integer().notNull(),
    partition: integer().notNull(),
    /** Kept when the image's record goes: it may come back out of the trash. */
    imageId: text().notNull(),
    imageName: text().notNull(),
    /** The version: an image that is made again has another one. */
    fullsum: text().notNull(),
    deployedAt: integer().notNull()
  },
  (table) => [uniqueIndex('deployed_images_place').on(table.clientId, table.disk, table.partition)]
)

/** What a computer is made of, each time that it was asked and had changed. */
export const hardwareInventories = sqliteTable(
  'hardware_inventories',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    clientId: integer()
      .notNull()
      .references(() => clients.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    /** When it was last found to be the same. */
    seenAt: integer().notNull(),
    items: text({ mode: 'json' }).$type<HardwareItem[]>().notNull()
  },
  (table) => [index('hardware_inventories_client').on(table.clientId, table.id)]
)

/** What is installed on a partition, each time that it was asked and had changed. */
export const softwareInventories = sqliteTable(
  'software_inventories',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    clientId: integer()
      .notNull()
      .references(() => clients.id, { onDelete: 'cascade' }),
    disk: integer().notNull(),
    partition: integer().notNull(),
    at: integer().notNull(),
    seenAt: integer().notNull(),
    /** The system's name. */
    system: text().notNull(),
    programs: text({ mode: 'json' }).$type<string[]>().notNull()
  },
  (table) => [index('software_inventories_place').on(table.clientId, table.disk, table.partition, table.id)]
)

/** The library of scripts. */
export const scripts = sqliteTable('scripts', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull().unique(),
  description: text().notNull(),
  body: text().notNull(),
  parameters: text({ mode: 'json' }).$type<ScriptParameter[]>().notNull(),
  createdAt: integer().notNull(),
  updatedAt: integer().notNull()
})

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

export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull()
})
