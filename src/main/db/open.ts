/** Opens the inventory's database. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { createBackupFolder, type BackupFolder } from './backup-files.ts'
import { damageOf } from './check.ts'
import { Connection } from './connection.ts'
import { tryRoom } from './durable-files.ts'
import { copyAtOnce, createDatabaseFile, removeIncoming, type DatabaseFile } from './database-file.ts'
import { lockDirectory } from './lock.ts'
import { MIGRATIONS, migrate } from './migrate.ts'
import { finishSettingAside, readRecovery, setAside, writeRecovery } from './recovery.ts'
import * as schema from './schema.ts'
import { breakSeal, checkSeal, hasSeal, sealDatabase } from './seal.ts'

/** The query builder; inside a transaction, the same. */
export type Orm = BetterSQLite3Database<typeof schema>

export interface Database {
  readonly orm: Orm
  /** Null: it lives in memory, and is never copied. */
  readonly file: DatabaseFile | null
  /** What SQLite finds wrong with what is open: `ok`, or its words. */
  check(): string
  /** Runs `work` in one transaction: all of it is on disk when this returns, or nothing after a throw. */
  transaction<T>(work: () => T): T
  /** SQLite ends a transaction by itself where the disk fails in the middle of it. */
  inTransaction(): boolean
  /** Writes as much as a burst of work needs, and takes it back. @throws SQLite's or the system's error: no room. */
  tryToGrow(): void
  /** Reads or sets a pragma of the connection. */
  pragma(text: string): unknown
  close(): void
}

export const DATABASE_FILE = 'ogdesk.sqlite'
/** One page of the smallest size that there is. */
const SMALLEST_BYTES = 512

/** No backup, no migration: the database was not touched. */
export class MigrationBackupError extends Error {
  readonly folder: string

  constructor(folder: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'MigrationBackupError'
    this.folder = folder
  }
}

interface OpenOptions {
  readonly now?: () => number
  readonly migrations?: readonly string[]
}

/** Looks at what is there before anything is written; what is damaged is set aside. */
function examine(directory: string, path: string, backups: BackupFolder, now: () => number): void {
  finishSettingAside(directory, path)
  removeIncoming(directory)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) {
    const lost = !readRecovery(directory) && backups.list().length > 0
    if (lost) writeRecovery(directory, { kind: 'missing', at: now(), reason: '', setAside: null })
  } else if (size === 0) {
    if (hasSeal(path) || backups.list().length > 0) setAside(directory, path, 'file is empty', now())
  } else if (size < SMALLEST_BYTES) {
    // SQLite takes it for an empty one, and would write over it.
    setAside(directory, path, 'file is too short', now())
  } else {
    const seal = checkSeal(path)
    const damage = damageOf(path, seal === 'intact')
    if (damage) setAside(directory, path, damage, now())
    else if (seal === 'altered' && !readRecovery(directory)) {
      writeRecovery(directory, { kind: 'altered', at: now(), reason: '', setAside: null })
    }
  }
  breakSeal(path)
}

function migrateSafely(
  sqlite: BetterSqlite3.Database,
  backups: BackupFolder,
  { now = Date.now, migrations = MIGRATIONS }: OpenOptions
): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  if (version > 0 && version < migrations.length) {
    try {
      copyAtOnce(sqlite, backups, 'before-migration', now())
    } catch (error) {
      throw new MigrationBackupError(backups.path, error)
    }
  }
  migrate(sqlite, migrations)
}

/** Bytes that must find room before a disk that was full is trusted again. */
const ROOM = 2 ** 20
const ROOM_FILE = 'room.tmp'

/** Finds out whether the disk, or what else limits the file, lets the database grow. */
function tryToGrow({ sqlite }: Connection, directory: string | null): void {
  if (directory !== null) tryRoom(join(directory, ROOM_FILE), ROOM)
  sqlite.exec('begin immediate')
  try {
    sqlite.prepare('insert into settings (key, value) values (?, zeroblob(?))').run(ROOM_FILE, ROOM)
  } finally {
    if (sqlite.inTransaction) sqlite.exec('rollback')
  }
}

const database = (
  connection: Connection,
  directory: string | null,
  file: DatabaseFile | null,
  close: () => void
): Database => ({
  // It is as much of better-sqlite3's class as drizzle calls.
  orm: drizzle(connection as unknown as BetterSqlite3.Database, { schema, casing: 'snake_case' }),
  file,
  check: () => String(connection.sqlite.pragma('quick_check(1)', { simple: true })),
  transaction: (work) => connection.transaction(work).immediate(),
  inTransaction: () => connection.sqlite.inTransaction,
  tryToGrow: () => tryToGrow(connection, directory),
  pragma: (text) => connection.sqlite.pragma(text, { simple: true }),
  close
})

/**
 * Opens, and where needed makes or migrates, the database in a folder; `:memory:` opens one that lives in memory. One that
 * is damaged is set aside first, and an empty one takes its place: `file.recovery()` tells.
 * @throws DirectoryInUseError, DatabaseNewerError where a newer program wrote it, MigrationBackupError, or SQLite's or the
 * system's error where it cannot be read.
 */
export function openDatabase(directory: string, options: OpenOptions = {}): Database {
  if (directory === ':memory:') {
    const connection = new Connection(directory)
    migrate(connection.sqlite, options.migrations)
    return database(connection, null, null, () => connection.close())
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, DATABASE_FILE)
  const backups = createBackupFolder(directory)
  const unlock = lockDirectory(directory)
  let connection: Connection | undefined
  try {
    examine(directory, path, backups, options.now ?? Date.now)
    connection = new Connection(path)
    migrateSafely(connection.sqlite, backups, options)
    const opened = connection
    return database(opened, directory, createDatabaseFile(directory, opened, backups), () => {
      opened.close()
      sealDatabase(path)
      unlock()
    })
  } catch (error) {
    connection?.close()
    unlock()
    throw error
  }
}
