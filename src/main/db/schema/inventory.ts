/** The inventory: units, networks, computers and what is on their disks. */
import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core'
import type { Failure } from '#shared/domain/failures.ts'
import type { PartitionInput, SmartFilter } from '#shared/contract/inputs.ts'
import { AGENT_EVENTS } from '#shared/domain/agent-states.ts'
import { CLIENT_STATES } from '#shared/domain/states.ts'
import { MULTICAST_MODES, P2P_MODES, PARTITION_SOURCES } from '#shared/contract/rows.ts'
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
