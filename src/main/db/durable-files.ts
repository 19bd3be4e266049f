/** Files that are whole or not there at all, also after a power cut. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { dirname } from 'node:path'

const CHUNK = 1 << 20

/** Waits until a file is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Waits until the names in a folder are on the disk. Windows knows no such thing, and does it by itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Gives a file that is on the disk its name, in place of what had it. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Writes a small file for this user's eyes: the old one or the new one is there, never half of it. */
export function writeDurably(path: string, text: string): void {
  const draft = `${path}.new`
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true })
    renameDurably(draft, path)
  } catch (error) {
    // Half of it would only take up room that somebody else needs.
    rmSync(draft, { force: true })
    throw error
  }
}

/** Finds out whether the disk takes so many bytes, by writing them. @throws the system's error where it does not */
export function tryRoom(path: string, bytes: number): void {
  try {
    writeFileSync(path, Buffer.alloc(bytes), { mode: 0o600, flush: true })
  } finally {
    rmSync(path, { force: true })
  }
}

/** Removes a file, if it is there, for good. */
export function removeDurably(path: string): void {
  rmSync(path, { force: true })
  syncFolder(dirname(path))
}

/** What a JSON file holds, or null where there is none that can be read. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return null
  }
}

/** The SHA-256 of a file's bytes. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK)
  const file = openSync(path, 'r')
  try {
    for (let read = CHUNK; read > 0;) {
      read = readSync(file, chunk, 0, CHUNK, null)
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
