import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { DATABASE_FILE } from '#main/db/open.ts'

/**
 * Everything that is committed in a console's folder, table by table, as another program sees it; but for the count of
 * what changed nothing.
 */
export function dump(directory: string): Record<string, unknown[]> {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE), { readonly: true })
  try {
    const tables = sqlite
      // Without those in which a virtual table keeps its index: the same content may be stored in more than one way.
      .prepare<[], { name: string }>(
        `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name <> 'unheeded_webhooks'
         order by name`
      )
      .all()
    return Object.fromEntries(
      tables.map(({ name }) => [name, sqlite.prepare(`select * from "${name}"`).all()])
    )
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
