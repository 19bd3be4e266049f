import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { DATABASE_FILE } from '#main/db/open.ts'
import { migrate } from '#main/db/migrate.ts'
import type { AuditFilePart } from '#shared/contract/audit.ts'
import type { TestConsole } from './console.ts'

type Export = TestConsole['api']['audit']['export']

/** All parts of an export, as one file. */
export async function exportedAudit(
  { audit }: TestConsole['api'],
  request: Parameters<Export>[0]
): Promise<AuditFilePart & { parts: number }> {
  let content = ''
  let parts = 0
  let last: AuditFilePart | undefined
  for await (const part of await audit.export(request)) {
    content += part.content
    parts += 1
    last = part
  }
  return { ...last!, content, parts }
}

/** An entry as it lies in the database, and how it differs from the usual one. */
export function insertAudit(sqlite: BetterSqlite3.Database, count: number, change: object = {}): void {
  const row = {
    at: 1_700_000_000_000,
    user: 'ana',
    host: 'headless',
    action: 'scripts.create',
    subject: 'unir',
    clients: '[]',
    client_count: 0,
    params: '{}',
    danger: 0,
    words: 'unir ana',
    ...change
  }
  const names = Object.keys(row)
  sqlite
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
       insert into audit_entries (uid, ${names.join()})
       select lower(hex(randomblob(16))), ${names.map((name) => `@${name}`).join()} from n`
    )
    .run({ ...row, count })
}

/** A data folder whose audit has these entries before any console opens it. */
export function prepareAudit(directory: string, fill: (sqlite: BetterSqlite3.Database) => void): void {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE))
  migrate(sqlite)
  fill(sqlite)
  sqlite.close()
}
