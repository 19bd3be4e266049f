/** Opens the inventory's database. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from './migrate.ts'
import * as schema from './schema.ts'

/** The query builder; inside a transaction, the same. */
export type Orm = BetterSQLite3Database<typeof schema>

export interface Database {
  readonly orm: Orm
  /** Runs `work` in one transaction: all of it is on disk when this returns, or nothing after a throw. */
  transaction<T>(work: () => T): T
  close(): void
}

export const DATABASE_FILE = 'ogdesk.sqlite'

/** The pragmas of every connection: readers do not block the writer, and a commit is on disk when it returns. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000'
] as const

/**
 * Opens, and where needed makes or migrates, the database in a folder; `:memory:` opens one that lives in memory.
 * @throws DatabaseNewerError where a newer program wrote it; SQLite's error where it cannot be read.
 */
export function openDatabase(directory: string): Database {
  if (directory !== ':memory:') mkdirSync(directory, { recursive: true, mode: 0o700 })
  const sqlite = new BetterSqlite3(directory === ':memory:' ? ':memory:' : join(directory, DATABASE_FILE))
  try {
    for (const pragma of PRAGMAS) sqlite.pragma(pragma)
    migrate(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return {
    orm: drizzle(sqlite, { schema, casing: 'snake_case' }),
    transaction: (work) => sqlite.transaction(work).immediate(),
    close: () => sqlite.close()
  }
}
