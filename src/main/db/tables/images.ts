/** Images: rows in and out. */
import { and, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Image } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { images, traces, trashedImages } from '../schema.ts'

export type ImageRow = typeof images.$inferSelect
export type NewImage = Omit<typeof images.$inferInsert, 'number'>
export type ImageChange = Partial<Omit<typeof images.$inferInsert, 'number' | 'id' | 'createdAt'>>

/** Reads and writes images. */
export function createImageTable(orm: Orm) {
  const lastTrace = orm
    .select({ command: traces.command, state: traces.state })
    .from(traces)
    .where(
      and(
        eq(traces.imageId, sql.placeholder('imageId')),
        // A new making that no agent took on has left the image's file as it was.
        or(ne(traces.command, 'create-image'), isNotNull(traces.jobId))
      )
    )
    .orderBy(desc(traces.id))
    .limit(1)
    .prepare()
  const toImage = (row: ImageRow): Image => {
    const last = row.state === 'failed' ? lastTrace.get({ imageId: row.id }) : undefined
    return {
      ...row,
      canRetryAuxiliaryFiles: last?.command === 'create-image-aux-file' && last.state === 'failed'
    }
  }
  const one = (row: ImageRow | undefined) => row && toImage(row)
  const get = (id: string): Image | undefined => one(orm.select().from(images).where(eq(images.id, id)).get())
  return {
    get,
    all: (): Image[] => orm.select().from(images).orderBy(desc(images.number)).all().map(toImage),
    byNumber: (number: number): Image | undefined =>
      one(orm.select().from(images).where(eq(images.number, number)).get()),
    byName: (repositoryId: number, name: string): Image | undefined =>
      one(
        orm
          .select()
          .from(images)
          .where(and(eq(images.repositoryId, repositoryId), eq(images.name, name)))
          .get()
      ),
    insert: (row: NewImage): void => {
      orm.insert(images).values(row).run()
    },
    update: (id: string, change: ImageChange): void => {
      orm.update(images).set(change).where(eq(images.id, id)).run()
    },
    countInRepository: (repositoryId: number): number =>
      orm.select({ id: images.id }).from(images).where(eq(images.repositoryId, repositoryId)).all().length,
    /** The whole row and the traces that are of it, to put them back. */
    record: (id: string): { row: ImageRow; traceIds: number[] } | undefined => {
      const row = orm.select().from(images).where(eq(images.id, id)).get()
      if (!row) return undefined
      const ofIt = orm.select({ id: traces.id }).from(traces).where(eq(traces.imageId, id)).all()
      return { row, traceIds: ofIt.map((trace) => trace.id) }
    },
    remove: (id: string): void => {
      orm.delete(images).where(eq(images.id, id)).run()
    },
    /** Puts a removed one back, under its old id. @throws SQLite's constraint error where its name has been taken. */
    restore: ({ row, traceIds }: { row: ImageRow; traceIds: readonly number[] }): void => {
      orm.insert(images).values(row).run()
      for (const id of traceIds) orm.update(traces).set({ imageId: row.id }).where(eq(traces.id, id)).run()
    }
  }
}

/** Reads and writes the records of images whose files are in a trash. */
export function createTrashedImageTable(orm: Orm) {
  const is = (repositoryId: number, fullsum: string) =>
    and(eq(trashedImages.repositoryId, repositoryId), eq(trashedImages.fullsum, fullsum))
  return {
    get: (repositoryId: number, fullsum: string) =>
      orm.select().from(trashedImages).where(is(repositoryId, fullsum)).get(),
    /** Remembers a record; an older one of the same file is forgotten. */
    put: (row: Omit<typeof trashedImages.$inferInsert, 'id'>): void => {
      orm.delete(trashedImages).where(is(row.repositoryId, row.fullsum)).run()
      orm.insert(trashedImages).values(row).run()
    },
    remove: (repositoryId: number, fullsum: string): void => {
      orm.delete(trashedImages).where(is(repositoryId, fullsum)).run()
    }
  }
}
