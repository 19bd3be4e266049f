/**
 * The log's file: `ogdesk.log` in the data folder, and the ones before it. Each line is written before the call returns, so
 * that the last ones before a crash are there; the libraries that turn log files over write later, or in another thread.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'

const LOG_FOLDER = 'logs'
const NAME = 'ogdesk.log'
const DAY = 24 * 60 * 60_000

export interface LogFileLimits {
  /** Bytes after which another file is begun. */
  readonly size: number
  /** Milliseconds after which another file is begun. */
  readonly age: number
  /** Files that are kept, the one that is written to among them. */
  readonly kept: number
}
const LIMITS: LogFileLimits = { size: 5 * 1024 * 1024, age: 7 * DAY, kept: 5 }

/** Where the log of a data folder is written. */
export const logFileOf = (directory: string): string => join(directory, LOG_FOLDER, NAME)

/**
 * Opens the log's file. Whatever goes wrong with it (a full disk, a folder that is gone) costs lines, and never more; it is
 * tried again with each line.
 */
export function createLogFile(
  directory: string,
  limits: LogFileLimits = LIMITS,
  now: () => number = Date.now
) {
  const path = logFileOf(directory)
  let file: number | undefined
  let size = 0
  let since = 0

  function open(): number {
    if (file !== undefined) return file
    mkdirSync(join(directory, LOG_FOLDER), { recursive: true, mode: 0o700 })
    const opened = openSync(path, 'a', 0o600)
    const stat = fstatSync(opened)
    size = stat.size
    since = size === 0 ? now() : Math.min(now(), stat.birthtimeMs || stat.mtimeMs)
    return (file = opened)
  }

  function close(): void {
    if (file === undefined) return
    closeSync(file)
    file = undefined
  }

  /** `ogdesk.log` → `ogdesk.log.1` → … */
  function turnOver(): void {
    close()
    const numbered = (number: number) => (number === 0 ? path : `${path}.${number}`)
    rmSync(numbered(limits.kept - 1), { force: true })
    for (let number = limits.kept - 2; number >= 0; number--) {
      try {
        renameSync(numbered(number), numbered(number + 1))
      } catch {
        // There are not so many yet.
      }
    }
  }

  return {
    path,
    write(line: string): void {
      try {
        open()
        const bytes = Buffer.from(line)
        if (size > 0 && (size + bytes.length > limits.size || now() - since >= limits.age)) turnOver()
        size += writeSync(open(), bytes)
      } catch {
        try {
          close()
        } catch {
          file = undefined
        }
      }
    },
    close
  }
}

/** What a file holds; nothing where there is none. */
function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** The last lines of a data folder's log, of the file before it, too, where it has just been turned over. */
export function lastLogLines(directory: string, count: number): string[] {
  const path = logFileOf(directory)
  const lines = linesOf(path)
  return (lines.length < count ? [...linesOf(`${path}.1`), ...lines] : lines).slice(-count)
}
