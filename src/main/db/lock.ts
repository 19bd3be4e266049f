/** One console a data folder: two would each keep what the other does not know. */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

const LOCK_FILE = 'lock.sqlite'

/** Another console works on this folder: nothing was touched. */
export class DirectoryInUseError extends Error {
  readonly directory: string

  constructor(directory: string) {
    super(`Another ogDesk is using ${directory}.`)
    this.name = 'DirectoryInUseError'
    this.directory = directory
  }
}

/**
 * Takes a folder until it is given back, or until this process ends, however it ends: the lock is the operating
 * system's, on an empty database of its own, so that no file left behind can pretend that somebody is there. On the real
 * database it would lock out whoever looks into it with another program.
 * @throws DirectoryInUseError, or SQLite's error where the folder cannot be written.
 */
export function lockDirectory(directory: string): () => void {
  const sqlite = new BetterSqlite3(join(directory, LOCK_FILE), { timeout: 0 })
  try {
    sqlite.exec('begin exclusive')
  } catch (error) {
    sqlite.close()
    throw error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
      ? new DirectoryInUseError(directory)
      : error
  }
  return () => void sqlite.close()
}
