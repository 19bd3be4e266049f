/** Images, and where they lie. */
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Failure } from '#shared/domain/failures.ts'
import { IMAGE_STATES } from '#shared/domain/states.ts'
import { repositories, clients } from './inventory.ts'

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
