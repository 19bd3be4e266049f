/** Saved filters: rows in and out. */
import { asc, eq } from 'drizzle-orm'
import type { SmartFilter } from '#shared/contract/inputs.ts'
import type { Orm } from '../open.ts'
import { smartGroups } from '../schema.ts'

type SmartGroupRow = typeof smartGroups.$inferSelect

/** Reads and writes saved filters. What an older program wrote lacks what was added to filters since. */
export function createSmartGroupTable(orm: Orm) {
  return {
    all: (): SmartGroupRow[] => orm.select().from(smartGroups).orderBy(asc(smartGroups.id)).all(),
    get: (id: number): SmartGroupRow | undefined =>
      orm.select().from(smartGroups).where(eq(smartGroups.id, id)).get(),
    byName: (name: string): SmartGroupRow | undefined =>
      orm.select().from(smartGroups).where(eq(smartGroups.name, name)).get(),
    insert: (row: { name: string; filter: SmartFilter; createdAt: number }): SmartGroupRow =>
      orm.insert(smartGroups).values(row).returning().get(),
    update: (id: number, change: { name: string; filter: SmartFilter }): void => {
      orm.update(smartGroups).set(change).where(eq(smartGroups.id, id)).run()
    },
    remove: (id: number): void => {
      orm.delete(smartGroups).where(eq(smartGroups.id, id)).run()
    }
  }
}
