import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { DATABASE_FILE } from '#main/db/open.ts'

/** What is noted of what people and peers have tried, whatever came of it. */
const NOTED = ['audit_entries', 'audit_outcomes', 'unheeded_webhooks']

/**
 * Everything that is committed in a console's folder, table by table, as another program sees it; but for what is noted
 * even of what changed nothing, unless `without` says so.
 */
export function dump(directory: string, without: readonly string[] = NOTED): Record<string, unknown[]> {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE), { readonly: true })
  try {
    const tables = sqlite
      // Without those in which a virtual table keeps its index: the same content may be stored in more than one way.
      .prepare<[], { name: string }>(
        `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') order by name`
      )
      .all()
    const left = tables.filter(({ name }) => !without.includes(name))
    const rows = Object.fromEntries(
      left.map(({ name }) => [name, sqlite.prepare<[], { name?: string }>(`select * from "${name}"`).all()])
    )
    const counters = rows['sqlite_sequence']?.filter(({ name = '' }) => !without.includes(name)) ?? []
    return { ...rows, sqlite_sequence: counters }
  } finally {
    sqlite.close()
  }
}

/** Runs SQL in a console's folder, as another program would. */
export function execute(directory: string, sql: string): void {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE))
  try {
    sqlite.exec(sql)
  } finally {
    sqlite.close()
  }
}
