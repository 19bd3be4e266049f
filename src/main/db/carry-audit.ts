/** What was done stays known whatever database takes this one's place. */
import type BetterSqlite3 from 'better-sqlite3'

type Row = Readonly<Record<string, unknown>>

function copyMissing(
  from: BetterSqlite3.Database,
  to: BetterSqlite3.Database,
  table: string,
  key: string
): void {
  const columns = (to.pragma(`table_info("${table}")`) as { name: string }[])
    .map(({ name }) => name)
    // Given anew: another database may have used the number for something else.
    .filter((name) => name !== 'id')
  const list = columns.map((name) => `"${name}"`).join()
  const known = to.prepare(`select 1 from "${table}" where "${key}" = ?`)
  const insert = to.prepare(
    `insert into "${table}" (${list}) values (${columns.map((name) => `@${name}`).join()})`
  )
  for (const row of from.prepare<[], Row>(`select ${list} from "${table}" order by rowid`).iterate()) {
    if (known.get(row[key]) === undefined) insert.run(row)
  }
}

/** Adds the entries that the copy does not have, with what became of them. */
export function carryAudit(from: BetterSqlite3.Database, to: BetterSqlite3.Database): void {
  to.transaction(() => {
    copyMissing(from, to, 'audit_entries', 'uid')
    copyMissing(from, to, 'audit_outcomes', 'entry_uid')
  })()
}
