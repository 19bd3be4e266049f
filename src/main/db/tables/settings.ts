/** Settings: one row each, as JSON. */
import { eq } from 'drizzle-orm'
import type { Orm } from '../open.ts'
import { settings } from '../schema.ts'

/** Reads and writes settings. */
export function createSettingsTable(orm: Orm) {
  return {
    all: (): Record<string, unknown> =>
      Object.fromEntries(
        orm
          .select()
          .from(settings)
          .all()
          .map(({ key, value }) => [key, value])
      ),
    /** Null forgets it: its default holds again. */
    set: (key: string, value: unknown): void => {
      if (value === null) {
        orm.delete(settings).where(eq(settings.key, key)).run()
        return
      }
      orm
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
        .run()
    }
  }
}
