/** Images: rows in and out. */
import { and, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Image } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { images, traces } from '../schema.ts'

type ImageRow = typeof images.$inferSelect
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
    }
  }
}
