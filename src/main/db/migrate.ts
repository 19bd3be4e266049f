/** Brings a database's tables to this program's version. */
import type BetterSqlite3 from 'better-sqlite3'

/** Written by drizzle-kit from schema.ts; part of the bundle, so that a package cannot miss one. */
const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true
})

/** The migrations' SQL, oldest first. A database's `user_version` counts those that it has had. */
export const MIGRATIONS: readonly string[] = Object.keys(files)
  .sort()
  .map((name) => files[name]!)

/** `ogD` and the version, in the file's `application_id`: tells whose file it is, and a version that has been damaged. */
export const VERSION_MARK = 0x6f674400

/** The database was written by a newer program: nothing was touched. */
export class DatabaseNewerError extends Error {
  readonly found: number
  readonly supported: number

  constructor(found: number, supported: number) {
    super(`The database is of version ${found}; this program understands up to ${supported}. Update ogDesk.`)
    this.name = 'DatabaseNewerError'
    this.found = found
    this.supported = supported
  }
}

/**
 * Runs the missing migrations, all in one transaction or none.
 *
 * drizzle's own migrator looks for files at run time and takes a newer database for an up-to-date one; so it is done
 * here, with SQLite's `user_version`.
 * @throws DatabaseNewerError, or SQLite's error after a roll-back.
 */
export function migrate(sqlite: BetterSqlite3.Database, migrations: readonly string[] = MIGRATIONS): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) throw new DatabaseNewerError(version, migrations.length)
  if (version === migrations.length) return
  // A table that is rebuilt must not cascade into those that point at it; what is left dangling is found below.
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite
      .transaction(() => {
        for (const migration of migrations.slice(version)) sqlite.exec(migration)
        const dangling = sqlite.pragma('foreign_key_check') as unknown[]
        if (dangling.length > 0)
          throw new Error(`The migration leaves ${dangling.length} rows without their parent.`)
        sqlite.pragma(`user_version = ${migrations.length}`)
        sqlite.pragma(`application_id = ${VERSION_MARK + migrations.length}`)
      })
      .exclusive()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
