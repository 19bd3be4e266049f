/** Whether a database file is sound, as far as SQLite can tell. */
import { statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { VERSION_MARK } from './migrate.ts'

/**
 * Up to this size every index is compared with its table, at some 3 ms a megabyte; above it only the structure is
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

/**
 * `quick`: the structure of every table alone, for a file that is known to be what it was when it was closed. The index
 * for searching takes ten times as long as everything else, and every start would wait for it.
 */
type Depth = 'thorough' | 'structure' | 'quick'

function checkOf(sqlite: BetterSqlite3.Database, depth: Depth): string {
  const run = (check: string) => sqlite.pragma(check, { simple: true }) as string
  if (depth === 'thorough') return run('integrity_check(1)')
  if (depth === 'structure') return run('quick_check(1)')
  const tables = sqlite.pragma('table_list') as { schema: string; name: string; type: string }[]
  const results = tables
    .filter(({ schema, type }) => schema === 'main' && (type === 'table' || type === 'shadow'))
    .map(({ name }) => run(`quick_check("${name}")`))
  return results.find((result) => result !== 'ok') ?? 'ok'
}

function firstProblem(sqlite: BetterSqlite3.Database, depth: Depth): string | null {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  const mark = sqlite.pragma('application_id', { simple: true }) as number
  // The version is there twice, for nothing else in the file would tell that it has changed.
  if (mark !== 0 && mark !== VERSION_MARK + version) {
    return `user_version ${version} does not match application_id ${mark}`
  }
  if (version === 0 && sqlite.prepare('select 1 from sqlite_master limit 1').get()) {
    return 'user_version 0, yet there are tables'
  }
  const found = checkOf(sqlite, depth)
  if (found !== 'ok') return found
  const [dangling] = depth === 'thorough' ? (sqlite.pragma('foreign_key_check') as { table: string }[]) : []
  return dangling ? `a row of ${dangling.table} has lost its parent` : null
}

/**
 * Looks at a database file; what it holds stays as it is.
 * @param quick for a file that is known to be what it was when it was closed
 * @returns what is wrong, in SQLite's words, or null
 * @throws SQLite's error where the file could not be looked at, which says nothing about it
 */
export function damageOf(path: string, quick = false): string | null {
  const depth = quick ? 'quick' : statSync(path).size <= THOROUGH_BYTES ? 'thorough' : 'structure'
  const look = (readonly: boolean) => {
    const sqlite = new BetterSqlite3(path, { readonly, fileMustExist: true })
    try {
      return firstProblem(sqlite, depth)
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
