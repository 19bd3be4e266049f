/** The console's settings, kept in the database. */
import { settingsSchema, type Settings } from '#shared/contract/inputs.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'

/** Builds the access to the settings; a value that can no longer be read falls back to its default. */
export function createSettings(
  tables: Tables,
  write: Write,
  applied: (settings: Settings) => void = () => {}
) {
  const read = (): Settings => {
    const stored = tables.settings.all()
    const values: Record<string, unknown> = {}
    for (const [key, schema] of Object.entries(settingsSchema.shape)) {
      const parsed = schema.safeParse(stored[key])
      values[key] = parsed.success ? parsed.data : schema.parse(undefined)
    }
    return values as Settings
  }
  let current!: Settings
  function apply(): void {
    current = read()
    applied(current)
  }
  apply()
  return {
    get: (): Settings => current,
    change(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings {
      write(() => {
        for (const [key, value] of Object.entries(change)) {
          if (value !== undefined) tables.settings.set(key, value)
        }
      })
      apply()
      return current
    },
    /** Reads them anew: another database has been put in place. */
    reload: apply,
    /** When the traces were last looked at. */
    tracesSeenAt: (): number => Number(tables.settings.all().tracesSeenAt ?? 0),
    setTracesSeenAt: (at: number): void => write(() => tables.settings.set('tracesSeenAt', at))
  }
}
export type SettingsService = ReturnType<typeof createSettings>
