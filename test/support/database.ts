import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { DATABASE_FILE } from '#main/db/open.ts'

/** Everything that is committed in a console's folder, table by table, as another program sees it. */
export function dump(directory: string): Record<string, unknown[]> {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE), { readonly: true })
  try {
    const tables = sqlite
      .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' order by name`)
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
