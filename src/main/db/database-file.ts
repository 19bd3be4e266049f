/** The database as a file: copied while it is in use, compared with a copy, replaced by one. */
import { constants, copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Backup, Difference } from '#shared/contract/backups.ts'
import type { BackupReason } from '#shared/domain/backups.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { differenceBetween, HAS_WAITING } from './backup-difference.ts'
import { DamagedCopyError, type BackupFolder } from './backup-files.ts'
import { carryAudit } from './carry-audit.ts'
import { damageOf } from './check.ts'
import type { Connection } from './connection.ts'
import { contentOf } from './content.ts'
import { syncFile } from './durable-files.ts'
import { migrate } from './migrate.ts'
import { forgetRecovery, readRecovery, type Recovery } from './recovery.ts'

/** A copy of a backup that is on its way to becoming the database. */
const INCOMING_FILE = 'ogdesk.sqlite.incoming'

export interface DatabaseFile {
  readonly backups: BackupFolder
  /** Copies the database while others read and write it; null where `content` says that this has been kept already. */
  copy(reason: BackupReason, at: number, content?: string | null): Promise<Backup | null>
  /** The same while everything else waits. */
  copyAtOnce(reason: BackupReason, at: number): Backup
  /** What a restore of this backup would change. */
  difference(name: string): Difference
  /**
   * Puts a backup in the place of the database. What is there now is kept as a backup first; jobs that ran when the
   * backup was made end with `interrupted`, for nobody follows them any more; and what was to be done then asks first. What was done since
   * stays in the audit.
   * @throws DamagedCopyError, or SQLite's or the system's error; then the database is what it was
   */
  restore(
    name: string,
    at: number,
    interrupted: Failure,
    keep: boolean
  ): { kept: Backup | null; interrupted: number; asked: number }
  /** What was found at the start, until it is forgotten. */
  recovery(): Recovery | null
  forgetRecovery(): void
}

/** Removes a copy that was not used, with what SQLite may have left beside it. */
export function removeIncoming(directory: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    rmSync(join(directory, INCOMING_FILE) + suffix, { force: true })
  }
}

/** A single file, which can be looked at without making others beside it. */
function singleFile(path: string): void {
  const sqlite = new BetterSqlite3(path)
  try {
    sqlite.pragma('journal_mode = DELETE')
  } finally {
    sqlite.close()
  }
}

/**
 * Copies the database into a draft, without a moment in which others could write. `VACUUM INTO` rather than the online
 * copy: it is the one way of SQLite's that is done when it returns, which a migration and a restore need.
 */
export function copyAtOnce(
  sqlite: BetterSqlite3.Database,
  backups: BackupFolder,
  reason: BackupReason,
  at: number
): Backup {
  const draft = backups.draft()
  try {
    sqlite.prepare('vacuum into ?').run(draft)
    return backups.keep(draft, { reason, at })
  } finally {
    backups.removeDraft()
  }
}

/** Ends the jobs that ran when a backup was made: after a restore nobody knows what has become of them. */
function endJobs(sqlite: BetterSqlite3.Database, failure: Failure, at: number): number {
  const values = { failure: JSON.stringify(failure), at }
  const unfinished = `select id from traces where state = 'in-progress'
    or (state = 'pending' and (called_at is not null or batch_id is null))`
  return sqlite.transaction(() => {
    sqlite
      .prepare(
        `update images set state = 'failed', failure = @failure, updated_at = @at
         where state in ('in-progress', 'aux-files-pending')
           and id in (select image_id from traces where id in (${unfinished}))`
      )
      .run(values)
    sqlite
      .prepare(
        `insert into trace_history (trace_id, at, kind, params)
         select id, @at, 'ended', '{"state":"failed"}' from (${unfinished})`
      )
      .run({ at })
    return sqlite
      .prepare(
        `update traces set state = 'failed', failure = @failure, finished_at = @at, deadline_at = null
         where id in (${unfinished})`
      )
      .run(values).changes
  })()
}

/** Holds the queue of a backup: it is of another day, and nothing of it happens before somebody has looked at it. */
const holdOrders = (sqlite: BetterSqlite3.Database): number =>
  sqlite.prepare(`update batches set state = 'unconfirmed' where ${HAS_WAITING}`).run().changes

/** Builds what can be done with an open database's file. */
export function createDatabaseFile(
  directory: string,
  connection: Connection,
  backups: BackupFolder
): DatabaseFile {
  const incoming = join(directory, INCOMING_FILE)

  /** A copy of a backup, with today's tables. */
  function withCopy<T>(name: string, work: (copy: BetterSqlite3.Database) => T): T {
    removeIncoming(directory)
    copyFileSync(backups.pathOf(name), incoming, constants.COPYFILE_FICLONE)
    const copy = new BetterSqlite3(incoming)
    try {
      migrate(copy)
      return work(copy)
    } finally {
      copy.close()
    }
  }

  return {
    backups,
    async copy(reason, at, known) {
      const draft = backups.draft()
      try {
        await connection.sqlite.backup(draft)
        singleFile(draft)
        const content = await contentOf(draft)
        return content === known ? null : backups.keep(draft, { reason, at, content })
      } finally {
        backups.removeDraft()
      }
    },
    copyAtOnce: (reason, at) => copyAtOnce(connection.sqlite, backups, reason, at),
    difference(name) {
      try {
        return withCopy(name, (copy) => differenceBetween(connection.sqlite, copy))
      } finally {
        removeIncoming(directory)
      }
    },
    restore(name, at, failure, keep) {
      try {
        const { interrupted, asked } = withCopy(name, (copy) => {
          carryAudit(connection.sqlite, copy)
          return { interrupted: endJobs(copy, failure, at), asked: holdOrders(copy) }
        })
        const damage = damageOf(incoming)
        if (damage) throw new DamagedCopyError(damage)
        syncFile(incoming)
        const kept = keep ? copyAtOnce(connection.sqlite, backups, 'before-restore', at) : null
        connection.replaceWith(incoming)
        forgetRecovery(directory)
        return { kept, interrupted, asked }
      } finally {
        removeIncoming(directory)
      }
    },
    recovery: () => readRecovery(directory),
    forgetRecovery: () => forgetRecovery(directory)
  }
}
