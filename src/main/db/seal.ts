/**
 * What the database file looked like when it was closed. SQLite checks its structure, not what people have written: a
 * byte that turns in a name or in a comment is a letter like any other to it. A file that was closed well and comes back
 * different tells, whichever byte it is.
 */
import { existsSync, statSync } from 'node:fs'
import { readJson, removeDurably, sha256OfFile, writeDurably } from './durable-files.ts'

const sealOf = (path: string) => `${path}.seal`
const logOf = (path: string) => `${path}-wal`

export const hasSeal = (path: string): boolean => existsSync(sealOf(path))

/**
 * Notes how a closed database looks. One that somebody else still has open has no seal, nor has one on a full disk: the
 * next start knows less then, and that is all.
 */
export function sealDatabase(path: string): void {
  if (existsSync(logOf(path))) return
  try {
    writeDurably(sealOf(path), JSON.stringify({ size: statSync(path).size, sha256: sha256OfFile(path) }))
  } catch {
    breakSeal(path)
  }
}

/** How a database looks against its seal; `none`: it was not closed well, or there never was one. */
export function checkSeal(path: string): 'intact' | 'altered' | 'none' {
  const log = statSync(logOf(path), { throwIfNoEntry: false })
  const seal = readJson(sealOf(path)) as { size?: unknown; sha256?: unknown } | null
  if (!seal || (log && log.size > 0)) return 'none'
  return seal.size === statSync(path).size && seal.sha256 === sha256OfFile(path) ? 'intact' : 'altered'
}

/** From the first write on, the seal would accuse the innocent. */
export function breakSeal(path: string): void {
  if (hasSeal(path)) removeDurably(sealOf(path))
}
