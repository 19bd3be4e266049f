/** What of a database people have made, as one hash: two copies of the same need not both be kept. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'

/** What the console notes by itself while it only looks on; `table.column`. */
const PASSING_COLUMNS: ReadonlySet<string> = new Set([
  ...[
    'state',
    'state_since',
    'state_checked_at',
    'state_failure',
    'agent_version',
    'agent_secret',
    'system_name',
    'session_user',
    'session_since',
    'reported_at'
  ].map((column) => `clients.${column}`),
  ...['last_event', 'reports', 'last_seen_at', 'agent_secret'].map((column) => `discovered_clients.${column}`)
])

/** Rows between two pauses, in which the console does its work. */
const BATCH = 1000

/** The columns of a table that say something lasting. */
export function lastingColumns(sqlite: BetterSqlite3.Database, table: string): string[] {
  const columns = sqlite.pragma(`table_info("${table}")`) as { name: string }[]
  return columns.map(({ name }) => name).filter((name) => !PASSING_COLUMNS.has(`${table}.${name}`))
}

/** Hashes a copy that nobody writes to. */
export async function contentOf(path: string): Promise<string> {
  const sqlite = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  try {
    const hash = createHash('sha256')
    const tables = (sqlite.pragma('table_list') as { schema: string; name: string; type: string }[])
      // An index for searching is made of what the other tables hold; what the audit tells of is in them, too.
      .filter(
        ({ schema, name, type }) =>
          schema === 'main' && type === 'table' && !name.startsWith('sqlite_') && !name.startsWith('audit_')
      )
      .map(({ name }) => name)
      .sort()
    for (const table of tables) {
      const columns = lastingColumns(sqlite, table).map((column) => `"${column}"`)
      hash.update(`${table}(${columns.join()})\n`)
      let row = 0
      for (const values of sqlite
        .prepare(`select ${columns.join()} from "${table}" order by rowid`)
        .raw()
        .iterate()) {
        hash.update(`${JSON.stringify(values)}\n`)
        if (++row % BATCH === 0) await setImmediate()
      }
    }
    return hash.digest('hex')
  } finally {
    sqlite.close()
  }
}
