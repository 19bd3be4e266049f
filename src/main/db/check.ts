/** Whether a database file is sound, as far as SQLite can tell. */
import { statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { VERSION_MARK } from './migrate.ts'

/**
 * Up to this size every index is compared with its table, at about 3 ms a megabyte; above it only the structure is
 * looked at, for half of that.
 */
const THOROUGH_BYTES = 64 * 2 ** 20

/** Not the file's fault: the disk is full, the folder is not ours, somebody else is at it. */
const CIRCUMSTANCES = ['BUSY', 'LOCKED', 'CANTOPEN', 'PERM', 'AUTH', 'NOMEM', 'READONLY', 'FULL', 'INTERRUPT']
/** What of the input and output errors says that the file itself cannot be read. */
const UNREADABLE = new Set(['SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS'])

/** Whether an error of SQLite means that the file is damaged or is no database. */
function meansDamage(error: unknown): error is Error {
  if (!(error instanceof BetterSqlite3.SqliteError)) return false
  if (error.code.startsWith('SQLITE_IOERR')) return UNREADABLE.has(error.code)
  return !CIRCUMSTANCES.some((circumstance) => error.code.startsWith(`SQLITE_${circumstance}`))
}

function firstProblem(sqlite: BetterSqlite3.Database, thorough: boolean): string | null {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  const mark = sqlite.pragma('application_id', { simple: true }) as number
  // The version is there twice, for nothing else in the file would tell that it has changed.
  if (mark !== 0 && mark !== VERSION_MARK + version) {
    return `user_version ${version} does not match application_id ${mark}`
  }
  if (version === 0 && sqlite.prepare('select 1 from sqlite_master limit 1').get()) {
    return 'user_version 0, yet there are tables'
  }
  const found = sqlite.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }) as string
  if (found !== 'ok') return found
  const [dangling] = thorough ? (sqlite.pragma('foreign_key_check') as { table: string }[]) : []
  return dangling ? `a row of ${dangling.table} has lost its parent` : null
}

/**
 * Looks at a database file; what it holds stays as it is.
 * @param quick the structure alone, for a file that is known to be what it was
 * @returns what is wrong, in SQLite's words, or null
 * @throws SQLite's error where the file could not be looked at, which says nothing about it
 */
export function damageOf(path: string, quick = false): string | null {
  const thorough = !quick && statSync(path).size <= THOROUGH_BYTES
  const look = (readonly: boolean) => {
    const sqlite = new BetterSqlite3(path, { readonly, fileMustExist: true })
    try {
      return firstProblem(sqlite, thorough)
    } finally {
      sqlite.close()
    }
  }
  try {
    try {
      return look(true)
    } catch (error) {
      // A change was cut short: it must be rolled back before anything can be read.
      if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_READONLY'))
        return look(false)
      throw error
    }
  } catch (error) {
    if (meansDamage(error)) return error.message
    throw error
  }
}
