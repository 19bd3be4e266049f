/** What must not change: the rows of the database, and what the console's process takes of the machine. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Reports of computers that nobody knows, and what was not heeded, are kept: so many rows and no more. */
const MAY_GROW: Readonly<Record<string, number>> = { discovered_clients: 4_000, unheeded_webhooks: 300 }

export interface TableState {
  readonly rows: number
  readonly digest: string
}

/** All tables, while the console works on them. */
export function readTables(dataDirectory: string): Map<string, TableState> {
  const database = new Database(join(dataDirectory, 'ogdesk.sqlite'), { readonly: true })
  try {
    const names = database
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[]
    return new Map(
      names.map((name) => {
        const rows = database.prepare(`select * from "${name}"`).raw().all()
        return [
          name,
          { rows: rows.length, digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex') }
        ]
      })
    )
  } finally {
    database.close()
  }
}

/** What is different, in sentences. */
export function differences(before: Map<string, TableState>, after: Map<string, TableState>): string[] {
  return [...after].flatMap(([name, { rows, digest }]) => {
    const most = MAY_GROW[name]
    if (most !== undefined) return rows <= most ? [] : [`${name} has grown to ${rows} rows`]
    return digest === before.get(name)?.digest
      ? []
      : [`${name} has changed: ${before.get(name)?.rows ?? 0} rows before, ${rows} after`]
  })
}

export interface Usage {
  readonly rssMb: number
  readonly handles: number
}

/** What a process takes, as Linux tells. */
export function usageOf(pid: number): Usage {
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return { rssMb: Math.round(Number(kb) / 1024), handles: readdirSync(`/proc/${pid}/fd`).length }
}
