/** Inventories of hardware and software, scripts and settings. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { HardwareItem } from '#shared/domain/inventories.ts'
import type { ScriptParameter } from '#shared/domain/scripts.ts'
import { clients } from './inventory.ts'

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

export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull()
})
