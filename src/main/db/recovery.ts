/** A damaged database is set aside, never overwritten; what became of it is remembered until somebody has decided. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { RECOVERY_KINDS, type RecoveryKind } from '#shared/domain/backups.ts'
import { timeInName } from './backup-names.ts'
import { readJson, removeDurably, syncFolder, writeDurably } from './durable-files.ts'

/** What was found at a start. */
export interface Recovery {
  readonly kind: RecoveryKind
  readonly at: number
  /** What is wrong, in SQLite's words. */
  readonly reason: string
  /** Where the damaged file is now. */
  readonly setAside: string | null
  /** False while the damaged file is on its way there. */
  readonly moved?: boolean
}

const RECOVERY_FILE = 'recovery.json'
const DAMAGED_FOLDER = 'damaged'
const recoveryFile = (directory: string) => join(directory, RECOVERY_FILE)

/** What nobody has decided about yet. */
export function readRecovery(directory: string): Recovery | null {
  const found = readJson(recoveryFile(directory)) as Recovery | null
  return found && RECOVERY_KINDS.includes(found.kind) ? found : null
}

/** Remembers what was found, for this start and the next ones. */
export function writeRecovery(directory: string, recovery: Recovery): void {
  writeDurably(recoveryFile(directory), JSON.stringify(recovery))
}

/** It has been decided. */
export function forgetRecovery(directory: string): void {
  removeDurably(recoveryFile(directory))
}

/** Moves what is still there of a database to its place aside. */
function move(path: string, aside: string): void {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  // A look at the file leaves an empty log and an index of it behind.
  if (log?.size === 0) for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix) && !existsSync(aside + suffix)) renameSync(path + suffix, aside + suffix)
  }
}

function freePlace(folder: string, path: string, at: number): string {
  const name = basename(path, '.sqlite')
  for (let count = 1; ; count++) {
    const place = join(folder, `${name}-${timeInName(at)}${count > 1 ? `-${count}` : ''}.sqlite`)
    if (!existsSync(place)) return place
  }
}

/**
 * Sets a damaged database aside with its log. Where it goes is written down first, so that a start that is cut short is
 * finished by the next one, and the log never meets another database.
 */
export function setAside(directory: string, path: string, reason: string, at: number): void {
  const folder = join(directory, DAMAGED_FOLDER)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = freePlace(folder, path, at)
  writeRecovery(directory, { kind: 'damaged', at, reason, setAside: place, moved: false })
  finishSettingAside(directory, path)
}

/** Does the rest of what `setAside` has begun, if anything. */
export function finishSettingAside(directory: string, path: string): void {
  const recovery = readRecovery(directory)
  if (!recovery?.setAside || recovery.moved !== false) return
  move(path, recovery.setAside)
  syncFolder(join(directory, DAMAGED_FOLDER))
  writeRecovery(directory, { ...recovery, moved: true })
}
