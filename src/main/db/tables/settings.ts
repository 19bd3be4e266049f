/** Settings: one row each, as JSON. */
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
    set: (key: string, value: unknown): void => {
      orm
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
        .run()
    }
  }
}
