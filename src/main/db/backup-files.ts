/** The folder of backups: each a database file, and beside it a note of what it must be. */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Backup } from '#shared/contract/backups.ts'
import type { BackupReason } from '#shared/domain/backups.ts'
import { backupName, readBackupName } from './backup-names.ts'
import { damageOf } from './check.ts'
import { readJson, sha256OfFile, syncFile, syncFolder, writeDurably } from './durable-files.ts'
import { MIGRATIONS } from './migrate.ts'

const BACKUP_FOLDER = 'backups'
const DRAFT = 'draft.tmp'

/** What a backup is, noted when it was made and checked. */
interface Note {
  readonly sha256: string
  /** A hash of what people have made: two backups with the same one are one too many. */
  readonly content: string | null
  readonly schemaVersion: number
  readonly counts: NonNullable<Backup['counts']>
}

/** A copy was made, and is not sound: neither is what it was made of. */
export class DamagedCopyError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'DamagedCopyError'
  }
}

function readNote(path: string): Note | null {
  const note = readJson(path) as Partial<Note> | null
  const whole =
    typeof note?.sha256 === 'string' && typeof note.schemaVersion === 'number' && Boolean(note.counts)
  return whole ? (note as Note) : null
}

function describe(path: string): Pick<Note, 'schemaVersion' | 'counts'> {
  const sqlite = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  const rows = (table: string) => sqlite.prepare<[], number>(`select count(*) from ${table}`).pluck().get()!
  try {
    return {
      schemaVersion: sqlite.pragma('user_version', { simple: true }) as number,
      counts: {
        units: rows('organizational_units'),
        clients: rows('clients'),
        images: rows('images'),
        traces: rows('traces')
      }
    }
  } finally {
    sqlite.close()
  }
}

/** Access to the backups of a data folder. */
export function createBackupFolder(directory: string) {
  const folder = join(directory, BACKUP_FOLDER)
  const pathOf = (name: string) => join(folder, name)
  const noteOf = (name: string) => pathOf(name.replace(/\.sqlite$/, '.json'))
  /** What was found of each file, for as long as it looks the same from outside. */
  const looked = new Map<string, { readonly mark: string; readonly found: Pick<Backup, LookedFor> }>()
  type LookedFor = 'state' | 'schemaVersion' | 'counts'

  function look(name: string): Pick<Backup, LookedFor> {
    const note = readNote(noteOf(name))
    const sound = note ? sha256OfFile(pathOf(name)) === note.sha256 : damageOf(pathOf(name)) === null
    // Somebody has put it there, or its note is lost: it speaks for itself.
    const { schemaVersion, counts } =
      note ?? (sound ? describe(pathOf(name)) : { schemaVersion: null, counts: null })
    const newer = (schemaVersion ?? 0) > MIGRATIONS.length
    return { state: sound ? (newer ? 'newer' : 'good') : 'damaged', schemaVersion, counts }
  }

  function lookOnce(name: string, mark: string): Pick<Backup, LookedFor> {
    const known = looked.get(name)
    if (known?.mark === mark) return known.found
    let found: Pick<Backup, LookedFor>
    try {
      found = look(name)
    } catch {
      found = { state: 'damaged', schemaVersion: null, counts: null }
    }
    looked.set(name, { mark, found })
    return found
  }

  /** A backup as it is now, or null where there is none of this name. */
  function get(name: string): Backup | null {
    const said = readBackupName(name)
    const file = said && statSync(pathOf(name), { throwIfNoEntry: false })
    if (!file?.isFile()) return null
    const mark = `${file.size} ${file.mtimeMs} ${existsSync(noteOf(name))}`
    return { name, ...said!, size: file.size, ...lookOnce(name, mark) }
  }

  function freeName(at: number, reason: BackupReason): string {
    for (let count = 1; ; count++) {
      const name = backupName(at, reason, count)
      if (!existsSync(pathOf(name)) && !existsSync(noteOf(name))) return name
    }
  }

  function removeDraft(): void {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(pathOf(DRAFT) + suffix, { force: true })
  }

  return {
    path: folder,
    pathOf,
    get,
    /** The newest first. */
    list: (): Backup[] => {
      let names: string[]
      try {
        names = readdirSync(folder)
      } catch {
        return []
      }
      return names
        .map(get)
        .filter((backup) => backup !== null)
        .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
    },
    content: (name: string): string | null => readNote(noteOf(name))?.content ?? null,
    /** The place of a copy that is being made; what an earlier one has left there is gone. @throws the system's error */
    draft(): string {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      removeDraft()
      return pathOf(DRAFT)
    },
    /** A copy that was not finished only takes up room, of which there may be none. */
    removeDraft,
    /**
     * Checks a copy, and makes it a backup once it is on the disk.
     * @throws DamagedCopyError, or the system's or SQLite's error
     */
    keep(draft: string, made: { at: number; reason: BackupReason; content?: string }): Backup {
      const { at, reason, content = null } = made
      const damage = damageOf(draft)
      if (damage) throw new DamagedCopyError(damage)
      chmodSync(draft, 0o600)
      syncFile(draft)
      const name = freeName(at, reason)
      const note: Note = { sha256: sha256OfFile(draft), content, ...describe(draft) }
      writeDurably(noteOf(name), JSON.stringify(note))
      renameSync(draft, pathOf(name))
      syncFolder(folder)
      return get(name)!
    },
    remove(name: string): void {
      rmSync(pathOf(name), { force: true })
      rmSync(noteOf(name), { force: true })
      looked.delete(name)
    }
  }
}
export type BackupFolder = ReturnType<typeof createBackupFolder>
