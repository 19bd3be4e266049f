import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, MIGRATIONS } from '#main/db/migrate.ts'
import { MigrationBackupError, openDatabase } from '#main/db/open.ts'
import {
  everything,
  everythingIn,
  fillEmptyTables,
  fillFirstSchema,
  fillFolder
} from '../../support/filled.ts'
import { temporaryFolder } from '../../support/files.ts'

const VERSIONS = MIGRATIONS.map((_migration, index) => index + 1)

/** A database of an earlier program, with rows in each of its tables. */
function databaseOf(version: number): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, 1))
  fillFirstSchema(sqlite)
  migrate(sqlite, MIGRATIONS.slice(0, version))
  fillEmptyTables(sqlite)
  return sqlite
}

/** The schema without what depends on how it came to be: the order of columns, and the text of their making. */
function schemaOf(sqlite: BetterSqlite3.Database): unknown {
  const sorted = (rows: unknown) => (rows as object[]).map((row) => JSON.stringify(row)).sort()
  const objects = sqlite
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      `select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_%' order by type, name`
    )
    .all()
  return objects.map(({ type, name, tbl_name: table, sql }) => {
    if (type !== 'table' || sql?.startsWith('CREATE VIRTUAL')) return { type, name, table, sql }
    const columns = sqlite.pragma(`table_xinfo("${name}")`) as { cid: number }[]
    const keys = sqlite.pragma(`foreign_key_list("${name}")`) as { id: number }[]
    return {
      type,
      name,
      columns: sorted(columns.map(({ cid: _cid, ...column }) => column)),
      keys: sorted(keys.map(({ id: _id, ...key }) => key))
    }
  })
}

describe.each(VERSIONS)('a database of version %i', (version) => {
  test('keeps every value that it has, in every table, up to the newest version', () => {
    const sqlite = databaseOf(version)
    const before = everything(sqlite)
    for (const rows of Object.values(before)) expect(rows).not.toEqual([])
    migrate(sqlite)
    const after = everything(sqlite)
    for (const [table, rows] of Object.entries(before)) {
      expect(after).toHaveProperty([table, 'length'], rows.length)
      expect(after).toMatchObject({ [table]: rows })
    }
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
  })

  test('ends with the schema of a new one', () => {
    const sqlite = databaseOf(version)
    migrate(sqlite)
    const fresh = new BetterSqlite3(':memory:')
    migrate(fresh)
    expect(schemaOf(sqlite)).toEqual(schemaOf(fresh))
    // What is inserted next gets a number that nothing had before.
    fillFirstSchemaAgain(sqlite)
  })
})

function fillFirstSchemaAgain(sqlite: BetterSqlite3.Database): void {
  const highest = sqlite.prepare('select max(id) from traces').pluck().get() as number
  sqlite.exec('delete from trace_history; update webhook_inbox set trace_id = null; delete from traces')
  sqlite.exec(`insert into traces (command, state, scheduled_at) values ('create-image', 'pending', 1)`)
  expect(sqlite.prepare('select id from traces').pluck().get()).toBe(highest + 1)
}

describe('before a migration', () => {
  const LATER = [...MIGRATIONS, 'create table later (id integer primary key);']

  async function filledFolder(): Promise<string> {
    const directory = await temporaryFolder()
    openDatabase(directory).close()
    fillFolder(directory)
    return directory
  }

  test('the database is kept as it was', async () => {
    const directory = await filledFolder()
    const before = everythingIn(join(directory, 'ogdesk.sqlite'))
    openDatabase(directory, { migrations: LATER, now: () => Date.UTC(2026, 10, 23, 3, 19, 52) }).close()
    const name = 'ogdesk-2026-11-23T031952Z-before-migration.sqlite'
    const backups = join(directory, 'backups')
    expect(readdirSync(backups).filter((file) => file.endsWith('.sqlite'))).toEqual([name])
    expect(everythingIn(join(backups, name))).toEqual(before)
    expect(Object.keys(everythingIn(join(directory, 'ogdesk.sqlite')))).toContain('later')
    // Nothing to migrate, nothing to keep.
    openDatabase(directory, { migrations: LATER }).close()
    expect(readdirSync(backups).filter((file) => file.endsWith('.sqlite'))).toEqual([name])
  })

  test('a new database has nothing to keep', async () => {
    const directory = await temporaryFolder()
    openDatabase(directory).close()
    expect(readdirSync(directory)).not.toContain('backups')
  })

  test('no backup, no migration', async () => {
    const directory = await filledFolder()
    const before = everythingIn(join(directory, 'ogdesk.sqlite'))
    // In the place of the folder there is a file: whoever runs this, nothing can be written there.
    await writeFile(join(directory, 'backups'), 'in the way')
    expect(() => openDatabase(directory, { migrations: LATER })).toThrow(MigrationBackupError)
    expect(everythingIn(join(directory, 'ogdesk.sqlite'))).toEqual(before)
    // The folder is free again: the program of before goes on with it.
    openDatabase(directory).close()
  })
})
