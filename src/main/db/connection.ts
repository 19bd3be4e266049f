/** A connection whose database file can be replaced under everything that was built on it. */
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { renameDurably, syncFolder } from './durable-files.ts'

/** The pragmas of every connection: readers do not block the writer, and a commit is on disk when it returns. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000'
] as const

type Parameters = readonly unknown[]

/** A prepared statement; after the file was replaced it is prepared again. */
class Statement {
  readonly #connection: Connection
  readonly #sql: string
  #prepared: BetterSqlite3.Statement
  #database: BetterSqlite3.Database
  #raw = false

  constructor(connection: Connection, sql: string) {
    this.#connection = connection
    this.#sql = sql
    this.#database = connection.sqlite
    this.#prepared = this.#database.prepare(sql)
  }

  #current(): BetterSqlite3.Statement {
    const { sqlite } = this.#connection
    if (this.#database !== sqlite) {
      this.#prepared = sqlite.prepare(this.#sql)
      if (this.#raw) this.#prepared.raw()
      this.#database = sqlite
    }
    return this.#prepared
  }

  run(...parameters: Parameters) {
    return this.#current().run(...parameters)
  }

  get(...parameters: Parameters) {
    return this.#current().get(...parameters)
  }

  all(...parameters: Parameters) {
    return this.#current().all(...parameters)
  }

  raw(): this {
    this.#raw = true
    this.#current().raw()
    return this
  }
}

/** As much of better-sqlite3's Database as drizzle uses, over a file that may be replaced. */
export class Connection {
  readonly #path: string
  #sqlite: BetterSqlite3.Database

  constructor(path: string) {
    this.#path = path
    this.#sqlite = Connection.#open(path)
  }

  static #open(path: string): BetterSqlite3.Database {
    const sqlite = new BetterSqlite3(path)
    try {
      for (const pragma of PRAGMAS) sqlite.pragma(pragma)
    } catch (error) {
      sqlite.close()
      throw error
    }
    return sqlite
  }

  /** The connection of now; not to be kept. */
  get sqlite(): BetterSqlite3.Database {
    return this.#sqlite
  }

  prepare(sql: string): Statement {
    return new Statement(this, sql)
  }

  transaction<A extends unknown[], R>(work: (...parameters: A) => R) {
    return this.#sqlite.transaction(work)
  }

  /**
   * Puts a whole database file, which is on the disk, in the place of this one's, by a rename: whenever the process ends,
   * the old or the new one is there. The write-ahead log goes first, or what is in it would be played onto the new file.
   * Synchronous, so that nobody can write to what is on its way out.
   * @throws SQLite's error where another program has the database open; then all is as it was.
   */
  replaceWith(file: string): void {
    const mode = this.#sqlite.pragma('journal_mode = DELETE', { simple: true })
    if (mode !== 'delete') throw new Error('The write-ahead log of the database could not be closed.')
    this.#sqlite.close()
    try {
      // The journal of that last change, too, must be gone for good before its file is another.
      syncFolder(dirname(this.#path))
      renameDurably(file, this.#path)
    } finally {
      this.#sqlite = Connection.#open(this.#path)
    }
  }

  close(): void {
    this.#sqlite.close()
  }
}
