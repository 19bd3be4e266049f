/** Whether an error means that the disk takes nothing more, and not that something is wrong with what was to be kept. */
import BetterSqlite3 from 'better-sqlite3'

/** `full`: there is no room, or no quota. `unwritable`: it refuses to be written, or fails at it. */
export type DiskTrouble = 'full' | 'unwritable'

const TROUBLES: Readonly<Record<string, DiskTrouble>> = {
  SQLITE_FULL: 'full',
  // The index of the write-ahead log needs room, too.
  SQLITE_IOERR_SHMSIZE: 'full',
  SQLITE_IOERR_WRITE: 'unwritable',
  SQLITE_IOERR_FSYNC: 'unwritable',
  SQLITE_IOERR_DIR_FSYNC: 'unwritable',
  SQLITE_IOERR_TRUNCATE: 'unwritable',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'unwritable',
  EIO: 'unwritable'
}

/** What an error of SQLite's or the system's says of the disk; null: nothing. */
export function diskTrouble(error: unknown): DiskTrouble | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_READONLY')) {
    return 'unwritable'
  }
  return TROUBLES[error.code] ?? null
}
