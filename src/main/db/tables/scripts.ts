/** The library of scripts: rows in and out. */
import { asc, eq, sql } from 'drizzle-orm'
import type { Orm } from '../open.ts'
import { scripts } from '../schema.ts'

export type ScriptRow = typeof scripts.$inferSelect
type ScriptFields = Omit<ScriptRow, 'id' | 'createdAt'>

/** Reads and writes scripts. */
export function createScriptTable(orm: Orm) {
  return {
    all: (): ScriptRow[] =>
      orm
        .select()
        .from(scripts)
        .orderBy(asc(sql`${scripts.name} collate nocase`))
        .all(),
    get: (id: number): ScriptRow | undefined => orm.select().from(scripts).where(eq(scripts.id, id)).get(),
    byName: (name: string): ScriptRow | undefined =>
      orm.select().from(scripts).where(eq(scripts.name, name)).get(),
    insert: (row: ScriptFields & { createdAt: number }): ScriptRow =>
      orm.insert(scripts).values(row).returning().get(),
    update: (id: number, change: ScriptFields): ScriptRow =>
      orm.update(scripts).set(change).where(eq(scripts.id, id)).returning().get()!,
    remove: (id: number): void => {
      orm.delete(scripts).where(eq(scripts.id, id)).run()
    }
  }
}
