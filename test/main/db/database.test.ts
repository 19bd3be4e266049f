import { statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { DatabaseNewerError, migrate, MIGRATIONS, VERSION_MARK } from '#main/db/migrate.ts'
import { DATABASE_FILE, openDatabase } from '#main/db/open.ts'
import * as schema from '#main/db/schema.ts'
import { createTables } from '#main/db/tables.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'

const memory = () => new BetterSqlite3(':memory:')
const version = (sqlite: BetterSqlite3.Database) => sqlite.pragma('user_version', { simple: true })
const tableNames = (sqlite: BetterSqlite3.Database) =>
  sqlite
    // The search index and the tables that it keeps for itself are none of the schema's.
    .prepare<[], { name: string }>(
      `select name from pragma_table_list
        where schema = 'main' and type = 'table' and name not like 'sqlite_%'`
    )
    .all()
    .map(({ name }) => name)
    .sort()
const TABLES = Object.values(schema).filter((value) => is(value, SQLiteTable)) as SQLiteTable[]

describe('migrations', () => {
  test('each applies to what the one before left, from empty, and is counted', () => {
    expect(MIGRATIONS.length).toBeGreaterThan(0)
    const sqlite = memory()
    for (const [index] of MIGRATIONS.entries()) {
      migrate(sqlite, MIGRATIONS.slice(0, index + 1))
      expect(version(sqlite)).toBe(index + 1)
      expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    }
    migrate(sqlite)
    expect(tableNames(sqlite)).toEqual(TABLES.map((table) => getTableName(table)).sort())
  })

  test.each([
    ['is not SQL', 'create tabel broken (id integer);'],
    ['fails half way', 'create table half (id integer); insert into nowhere values (1);'],
    [
      'leaves a row without its parent',
      `create table half (id integer);
      insert into partitions (client_id, disk, partition, code, file_system, size_kb, usage_percent, system)
      values (99, 1, 1, '83', 'EXT4', 1, 0, '');`
    ]
  ])('one that %s fails loudly, and nothing of it or of those with it stays', (_name, broken) => {
    const sqlite = memory()
    migrate(sqlite)
    const before = tableNames(sqlite)
    const migrations = [...MIGRATIONS, 'create table fine (id integer);', broken]
    expect(() => migrate(sqlite, migrations)).toThrow(/./)
    expect(tableNames(sqlite)).toEqual(before)
    expect(version(sqlite)).toBe(MIGRATIONS.length)
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(sqlite.prepare('select count(*) as count from partitions').get()).toEqual({ count: 0 })
    // What was wrong is put right: the next start takes both.
    migrate(sqlite, [...MIGRATIONS, 'create table fine (id integer);', 'create table half (id integer);'])
    expect(tableNames(sqlite)).toEqual([...before, 'fine', 'half'].sort())
  })

  test('a database of a newer program is refused, and not touched', async () => {
    const directory = await temporaryFolder()
    openDatabase(directory).close()
    const file = join(directory, DATABASE_FILE)
    const sqlite = new BetterSqlite3(file)
    sqlite.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    sqlite.pragma(`application_id = ${VERSION_MARK + MIGRATIONS.length + 1}`)
    sqlite.close()
    const before = dump(directory)
    expect(() => openDatabase(directory)).toThrow(DatabaseNewerError)
    expect(() => openDatabase(directory)).toThrow(/version 2; this program understands up to 1|version \d+/)
    expect(dump(directory)).toEqual(before)
  })
})

describe('the tables are those of the schema', () => {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

  test.each(TABLES.map((table) => [getTableName(table), table] as const))('%s', (name, table) => {
    const sqlite = memory()
    migrate(sqlite)
    const columns = sqlite.pragma(`table_info(${name})`) as {
      name: string
      type: string
      notnull: number
      pk: number
    }[]
    // A column that a later migration adds stands last in the table, wherever the schema has it.
    const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
    const expected = Object.entries(getTableColumns(table)).map(([key, column]) => ({
      name: snake(key),
      type: column.getSQLType(),
      notnull: column.notNull ? 1 : 0,
      pk: column.primary ? 1 : 0
    }))
    expect(
      columns
        .map(({ name, type, notnull, pk }) => ({ name, type: type.toLowerCase(), notnull, pk }))
        .sort(byName)
    ).toEqual(expected.sort(byName))

    const keys = sqlite.pragma(`foreign_key_list(${name})`) as {
      from: string
      table: string
      to: string
      on_delete: string
    }[]
    const config = getTableConfig(table)
    const wanted = config.foreignKeys.map((key) => {
      const { columns: own, foreignTable, foreignColumns } = key.reference()
      const [from, to] = [own[0]!, foreignColumns[0]!].map((column) => snake(column.name))
      return { from, table: getTableName(foreignTable), to, on_delete: key.onDelete?.toUpperCase() }
    })
    const byColumn = (a: { from?: string | undefined }, b: { from?: string | undefined }) =>
      a.from! < b.from! ? -1 : 1
    const found = keys.map(({ from, table, to, on_delete }) => ({ from, table, to, on_delete }))
    expect(found.sort(byColumn)).toEqual(wanted.sort(byColumn))

    const indexes = (sqlite.pragma(`index_list(${name})`) as { name: string }[]).map((index) => index.name)
    for (const { config: index } of config.indexes) expect(indexes).toContain(index.name)
  })
})

describe('a connection', () => {
  test('waits for the disk at every commit, and its foreign keys hold', async () => {
    const directory = await temporaryFolder()
    const { orm, close } = openDatabase(join(directory, 'deep', 'er'))
    const pragma = (name: string) => Object.values(orm.get(`pragma ${name}`) as object)[0] as unknown
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('busy_timeout')).toBe(5000)
    const tables = createTables(orm)
    expect(() => tables.history.add({ traceId: 99, at: 1, kind: 'created' })).toThrow(/FOREIGN KEY/)
    expect(() =>
      tables.partitions.replace(
        99,
        [{ disk: 1, partition: 1, code: '83', fileSystem: 'EXT4', sizeKb: 1, usagePercent: 0, system: '' }],
        { source: 'edit', at: 1 }
      )
    ).toThrow(/FOREIGN KEY/)
    close()
    // Its folder is for this user's eyes.
    expect(statSync(join(directory, 'deep', 'er')).mode & 0o777).toBe(0o700)
  })

  test('a transaction is whole or nothing, and another program sees it when it returns', async () => {
    const directory = await temporaryFolder()
    const database = openDatabase(directory)
    const tables = createTables(database.orm)
    const insert = (address: string) =>
      tables.subnets.insert({ name: 'x', address, netmask: '255.255.255.0', routerIp: null }, 1)
    expect(() =>
      database.transaction(() => {
        insert('192.168.2.0')
        throw new Error('after all')
      })
    ).toThrow('after all')
    expect(dump(directory).subnets).toEqual([])
    database.transaction(() => void insert('192.168.2.0'))
    expect(dump(directory).subnets).toMatchObject([{ address: '192.168.2.0' }])
    database.close()
  })
})
