/** Backups: made on a schedule and on request, a chosen number kept, compared and restored. */
import type { Backup, Difference, RecoveryInfo } from '#shared/contract/backups.ts'
import { BACKUP_REASONS, type BackupReason } from '#shared/domain/backups.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { DatabaseFile } from '../db/database-file.ts'
import { DamagedCopyError } from '../db/backup-files.ts'
import type { Tables } from '../db/tables.ts'
import type { EventBus } from '../events.ts'
import { fail, FailureError } from '../failure-error.ts'
import { createTurns } from '../in-turn.ts'
import type { SettingsService } from '../inventory/settings.ts'
import type { Logger } from '../ports.ts'
import { diskFailure } from '../storage.ts'
import type { Timings } from '../timings.ts'

const HOUR = 60 * 60_000
/** After one that could not be made. */
const RETRY = HOUR
/** Of those that precede a migration or a restore; the schedule must not push them out. */
const KEPT_BEFORE = 5

interface BackupParts {
  /** Null where the database lives in memory. */
  readonly file: DatabaseFile | null
  readonly tables: Tables
  readonly settings: SettingsService
  readonly bus: EventBus
  /** Jobs that run: nobody would follow them any more. */
  readonly jobs: () => number
  /** Called once another database is in place, before anybody is told. */
  readonly restored: () => void
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Builds the backups' service. */
export function createBackups(
  { file, tables, settings, bus, jobs: running, restored }: BackupParts,
  options: { timings: Timings; log: Logger; now: () => number }
) {
  const { timings, log, now } = options
  const inTurn = createTurns()
  let problem: Failure | null = null
  /** When the schedule looks at the database again: it was unchanged, or could not be copied. */
  let notBefore = 0
  let timers: NodeJS.Timeout[] = []

  function onDisk(): DatabaseFile {
    if (!file) throw fail('backups-in-memory')
    return file
  }

  function failureOf(error: unknown): Failure {
    if (error instanceof DamagedCopyError) return failure('database-damaged', { text: error.message })
    const full = diskFailure(error, onDisk().backups.path)
    if (full) return full
    return failure('backup-failed', { folder: onDisk().backups.path, text: words(error) }, words(error))
  }

  const restoreError = (name: string, error: unknown): FailureError => {
    const full = diskFailure(error, onDisk().backups.path)
    return full ? new FailureError(full) : fail('restore-failed', { name, text: words(error) }, words(error))
  }

  const tell = (cause: Failure | null = null) => bus.publish({ type: 'backups', failure: cause })

  /**
   * Removes what is one too many. The newest of each reason stay, so that those of the schedule push out neither what
   * somebody has made by hand nor what precedes a migration; damaged ones neither count nor go by themselves.
   */
  function prune({ backups }: DatabaseFile): void {
    const good = backups.list().filter(({ state }) => state === 'good')
    for (const reason of BACKUP_REASONS) {
      const keep = reason.startsWith('before-') ? KEPT_BEFORE : settings.get().backup.keep
      for (const old of good.filter((backup) => backup.reason === reason).slice(keep))
        backups.remove(old.name)
    }
  }

  async function make(reason: BackupReason, content?: string | null): Promise<Backup | null> {
    const disk = onDisk()
    const backup = await disk.copy(reason, now(), content)
    problem = null
    if (backup) {
      prune(disk)
      log.info({ name: backup.name, size: backup.size }, 'backup made')
      tell()
    }
    return backup
  }

  /** Whether the schedule asks for one. Until somebody has decided what a damaged database was worth, it rests. */
  function isDue(disk: DatabaseFile, latest: Backup | undefined): boolean {
    if (now() < notBefore || disk.recovery() || tables.units.isEmpty()) return false
    const age = latest ? now() - latest.at : Infinity
    // One of the future: the clock has been put right since.
    return age < 0 || age >= settings.get().backup.everyHours * HOUR
  }

  async function look(): Promise<void> {
    const disk = onDisk()
    const latest = disk.backups.list().find(({ state }) => state === 'good')
    if (!isDue(disk, latest)) return
    try {
      const made = await make('scheduled', latest && disk.backups.content(latest.name))
      if (!made) notBefore = now() + settings.get().backup.everyHours * HOUR
    } catch (error) {
      const known = problem !== null
      problem = failureOf(error)
      notBefore = now() + RETRY
      log.error({ error: words(error) }, 'the scheduled backup could not be made')
      if (!known) tell(problem)
    }
  }

  function lookInTurn(): void {
    void inTurn(look).catch((error: unknown) =>
      log.error({ error: words(error) }, 'backups not looked after')
    )
  }

  /** The backup of this name, if it can take the database's place. */
  function usable(name: string): Backup {
    const backup = onDisk().backups.get(name)
    if (!backup) throw fail('not-found')
    if (backup.state === 'damaged') throw fail('backup-damaged', { name })
    if (backup.state === 'newer') throw fail('backup-newer', { name })
    return backup
  }

  function restore(name: string) {
    const disk = onDisk()
    usable(name)
    const jobs = running()
    if (jobs > 0) throw fail('restore-jobs-running', { jobs })
    // An empty one in the place of a damaged one is not worth keeping.
    const keep = !(disk.recovery() && tables.units.isEmpty())
    try {
      const done = disk.restore(name, now(), failure('interrupted-by-restore'), keep)
      log.info(
        { name, kept: done.kept?.name, interrupted: done.interrupted, asked: done.asked },
        'backup restored'
      )
      notBefore = 0
      problem = null
      prune(disk)
      return done
    } catch (error) {
      throw restoreError(name, error)
    }
  }

  return {
    list: () => ({
      folder: file?.backups.path ?? null,
      backups: file?.backups.list() ?? [],
      problem
    }),
    /** @throws FailureError where it cannot be made. */
    create: (): Promise<Backup> =>
      inTurn(async () => {
        onDisk()
        try {
          return (await make('manual'))!
        } catch (error) {
          throw new FailureError(failureOf(error))
        }
      }),
    difference: (name: string): Promise<Difference> =>
      inTurn(() => {
        usable(name)
        try {
          return onDisk().difference(name)
        } catch (error) {
          throw restoreError(name, error)
        }
      }),
    restore: (name: string) =>
      inTurn(() => {
        const done = restore(name)
        restored()
        return done
      }),
    remove: (name: string): Promise<void> =>
      inTurn(() => {
        const { backups } = onDisk()
        if (!backups.get(name)) throw fail('not-found')
        backups.remove(name)
        tell()
      }),
    /** What was found at the start, with what there is against it; null once somebody has decided. */
    recovery(): RecoveryInfo | null {
      const found = file?.recovery()
      if (!found) return null
      const { kind, at, reason, setAside } = found
      const latestBackup = file?.backups.list().find(({ state }) => state === 'good') ?? null
      return { kind, at, reason, setAside, latestBackup }
    },
    dismissRecovery(): void {
      file?.forgetRecovery()
      tell()
    },
    start(): void {
      if (!file) return
      timers = [
        setTimeout(lookInTurn, timings.firstBackupLook),
        setInterval(lookInTurn, timings.backupInterval)
      ]
      for (const timer of timers) timer.unref()
    },
    /** Resolves when no copy is being made any more. */
    async stop(): Promise<void> {
      for (const timer of timers) clearTimeout(timer)
      await inTurn(() => undefined)
    }
  }
}
export type Backups = ReturnType<typeof createBackups>
