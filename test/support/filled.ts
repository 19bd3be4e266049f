import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { DATABASE_FILE } from '#main/db/open.ts'

type Row = Record<string, unknown>

/** The rows of a small campus, as the very first schema holds them; the columns are in every later one, too. */
export function fillFirstSchema(sqlite: BetterSqlite3.Database, computers = 40): void {
  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row)
    const values = columns.map((column) => `@${column}`).join()
    sqlite.prepare(`insert into ${table} (${columns.join()}) values (${values})`).run(row)
  }
  const failure = JSON.stringify({ code: 'no-answer', params: { minutes: 180 }, detail: null })
  sqlite.transaction(() => {
    insert('repositories', {
      name: 'Repositorio 1',
      ip: '192.168.68.55',
      path: '/opt/opengnsys/ogrepository/images',
      certificate_fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
      certificate_pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
      certificate_pinned_at: 1_700_000_000_000,
      created_at: 1_700_000_000_000
    })
    insert('subnets', {
      name: 'Aulas',
      address: '192.168.2.0',
      netmask: '255.255.255.0',
      created_at: 1_700_000_000_000
    })
    const unit = { created_at: 1_700_000_000_000, comments: 'Planta baja, junto a conserjería. Àula «gran».' }
    insert('organizational_units', { ...unit, parent_id: null, type: 'centre', name: 'Centro Demo' })
    insert('organizational_units', {
      ...unit,
      parent_id: 1,
      type: 'classroom',
      name: 'Aula Demo',
      repository_id: 1,
      dns: '192.168.2.1'
    })
    for (let number = 1; number <= computers; number++) {
      const hex = number.toString(16).padStart(4, '0').toUpperCase()
      insert('clients', {
        unit_id: 2,
        subnet_id: 1,
        name: `pc${number}`,
        mac: `08:00:27:00:${hex.slice(0, 2)}:${hex.slice(2)}`,
        ip: `192.168.2.${number + 1}`,
        serial_number: `SN-${number}`,
        state: 'linux',
        state_since: 1_700_000_100_000,
        agent_secret: Buffer.from([0, 1, 2, 253, 254, number % 256]),
        created_at: 1_700_000_000_000
      })
      const partition = { client_id: number, disk: 1, usage_percent: 40 }
      insert('partitions', {
        ...partition,
        partition: 0,
        code: '2',
        file_system: '',
        size_kb: 500_107_608,
        system: ''
      })
      insert('partitions', {
        ...partition,
        partition: 1,
        code: '83',
        file_system: 'EXT4',
        size_kb: 100_000_000,
        system: 'Ubuntu 24.04'
      })
    }
    insert('images', {
      id: '01936caf-facb-72ad-9446-97e7dbf2b96a',
      name: 'image-test',
      description: 'imagen de referencia',
      type: 'Linux',
      version: 'Ubuntu 24.04',
      architecture: 'x86_64',
      repository_id: 1,
      source_client_id: 1,
      source_disk: 1,
      source_partition: 1,
      partition_code: '83',
      state: 'success',
      fullsum: '0123456789abcdef0123456789abcdef',
      size: 4_294_967_296,
      created_at: 1_700_000_200_000,
      updated_at: 1_700_000_300_000,
      ready_at: 1_700_000_300_000
    })
    const trace = {
      command: 'create-image',
      client_id: 1,
      repository_id: 1,
      image_id: '01936caf-facb-72ad-9446-97e7dbf2b96a',
      input: '{"nfn":"CrearImagen"}',
      scheduled_at: 1_700_000_200_000,
      finished_at: 1_700_000_300_000
    }
    insert('traces', { ...trace, state: 'success', job_id: 'CrearImagen-0a1b2c3d', progress: 1 })
    insert('traces', { ...trace, state: 'failed', parent_id: 1, job_id: null, progress: null, failure })
    for (const kind of ['created', 'call', 'accepted', 'result', 'ended']) {
      insert('trace_history', {
        trace_id: 1,
        at: 1_700_000_200_000,
        kind,
        params: '{}',
        raw: `{"kind":"${kind}"}`
      })
    }
    insert('webhook_inbox', {
      received_at: 1_700_000_300_000,
      path: '/opengnsys/rest/clients/status/webhook',
      source_address: '192.168.2.2',
      job_id: 'CrearImagen-0a1b2c3d',
      key: 'result',
      body: '{"job_id":"CrearImagen-0a1b2c3d","res":"1"}',
      trace_id: 1,
      outcome: 'applied'
    })
    insert('settings', { key: 'language', value: '"ca"' })
    insert('settings', { key: 'deadlineMinutes', value: '{"create-image":90.5,"create-image-aux-file":60}' })
  })()
}

/** The tables that hold rows of their own, without those that SQLite keeps for itself or makes of the others. */
function ownTables(sqlite: BetterSqlite3.Database): string[] {
  return (sqlite.pragma('table_list') as { schema: string; name: string; type: string }[])
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort()
}

/** Puts one row into each table that has none: those that came after the first schema. */
export function fillEmptyTables(sqlite: BetterSqlite3.Database): void {
  for (const table of ownTables(sqlite)) {
    if (sqlite.prepare(`select 1 from "${table}"`).get()) continue
    const keys = sqlite.pragma(`foreign_key_list("${table}")`) as {
      from: string
      table: string
      to: string
    }[]
    const columns = (sqlite.pragma(`table_info("${table}")`) as { name: string; type: string }[]).map(
      ({ name, type }) => {
        const key = keys.find(({ from }) => from === name)
        const parent = key && sqlite.prepare(`select "${key.to}" from "${key.table}"`).pluck().get()
        const value = { INTEGER: 7, REAL: 0.5, BLOB: Buffer.from([7, 0, 7]), TEXT: '"siete"' }[
          type.toUpperCase()
        ]
        return { name, value: parent ?? value ?? null }
      }
    )
    const names = columns.map(({ name }) => `"${name}"`).join()
    const places = columns.map(() => '?').join()
    sqlite
      .prepare(`insert into "${table}" (${names}) values (${places})`)
      .run(...columns.map(({ value }) => value))
  }
}

/** Every row of every table. */
export function everything(sqlite: BetterSqlite3.Database): Record<string, Row[]> {
  return Object.fromEntries(
    ownTables(sqlite).map((table) => [
      table,
      sqlite.prepare<[], Row>(`select * from "${table}" order by rowid`).all()
    ])
  )
}

/** Fills the database of a folder, as another program would. */
export function fillFolder(directory: string, computers?: number): void {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE))
  try {
    fillFirstSchema(sqlite, computers)
  } finally {
    sqlite.close()
  }
}

/** Every row of the database in a folder. */
export function everythingIn(file: string): Record<string, Row[]> {
  const sqlite = new BetterSqlite3(file, { readonly: true })
  try {
    return everything(sqlite)
  } finally {
    sqlite.close()
  }
}
