/** Whether what a console has left on the disk agrees with what it has answered. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Ledger, Reported } from './ledger.ts'

type Sqlite = BetterSqlite3.Database
interface InboxRow {
  readonly traceId: number | null
  readonly outcome: string
}

/** Rows of this query are faults, each with what it is. */
const FAULTS: Readonly<Record<string, string>> = {
  'the same news is twice in the inbox': `select job_id || ' ' || key as what from webhook_inbox group by job_id, key, trace_id having count(*) > 1`,
  'a trace has two results': `select trace_id as what from trace_history where kind = 'result' group by trace_id having count(*) > 1`,
  'a trace was called twice, and must not be': `select trace_id as what from trace_history join traces on traces.id = trace_id
    where kind = 'call' and command = 'run-script' group by trace_id having count(*) > 1`,
  'two traces have one job': `select job_id as what from traces where job_id is not null group by job_id having count(*) > 1`,
  'an inventory of hardware is there twice': `select items as what from hardware_inventories group by items having count(*) > 1`,
  'an inventory of software is there twice': `select programs as what from software_inventories group by programs having count(*) > 1`,
  'a state does not fit its times': `select id as what from traces where (state in ('success', 'failed', 'cancelled')) <> (finished_at is not null)`,
  'a failure does not fit its state': `select id as what from traces where (state = 'failed') <> (failure is not null) and state <> 'cancelled'`,
  'a batch is done and has unfinished traces': `select batches.id as what from batches join traces on batch_id = batches.id
    where batches.state = 'done' and traces.state in ('pending', 'in-progress')`
}

const UNFINISHED: Readonly<Record<string, string>> = {
  'a trace has not ended': `select id || ' ' || command || ' ' || state as what from traces where state in ('pending', 'in-progress')`,
  'a batch is not done': `select number || ' ' || state as what from batches where state <> 'done'`
}

/** The computers that have been called and whose job has not ended. */
const WORKING = `select ip from traces join clients on clients.id = client_id
  where traces.state = 'in-progress' or (traces.state = 'pending' and called_at is not null)`

interface Verified {
  readonly problems: string[]
  readonly unfinished: number
  readonly working: ReadonlySet<string>
}

function* faultsOf(sqlite: Sqlite, queries: Readonly<Record<string, string>>): Generator<string> {
  for (const [fault, query] of Object.entries(queries)) {
    for (const { what } of sqlite.prepare<[], { what: unknown }>(query).all()) {
      yield `${fault}: ${String(what)}`
    }
  }
}

function* integrityOf(sqlite: Sqlite): Generator<string> {
  const found = sqlite.pragma('integrity_check', { simple: true })
  if (found !== 'ok') yield `integrity_check: ${String(found)}`
  const dangling = sqlite.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0) yield `foreign_key_check: ${JSON.stringify(dangling[0])}`
}

/**
 * Looks for each webhook that was answered with 2xx, and for its effect: for those that were not looked for before, and
 * at the end for all of them. The inventories of long ago have made room for others by then.
 */
function* webhooksOf(sqlite: Sqlite, { webhooks }: Ledger, over: boolean): Generator<string> {
  const inbox = sqlite.prepare<[string, string], InboxRow>(
    'select trace_id as traceId, outcome from webhook_inbox where job_id = ? and body = ?'
  )
  const history = sqlite
    .prepare<[number, string], number>(
      `select count(*) from trace_history where trace_id = ? and raw = ? and kind in ('progress', 'result', 'ignored')`
    )
    .pluck()
  const state = sqlite.prepare<[number], string>('select state from traces where id = ?').pluck()
  const inventories = sqlite
    .prepare<[string, string], number>(
      `select (select count(*) from hardware_inventories where instr(items, ?)) +
         (select count(*) from software_inventories where instr(programs, ?))`
    )
    .pluck()
  for (const webhook of webhooks) {
    if (!webhook.acknowledged || (webhook.verified && !over)) continue
    webhook.verified = true
    const { jobId, body, result } = webhook
    const rows = inbox.all(jobId, body)
    const [row] = rows
    if (!row || rows.length > 1) {
      yield `${body}: answered with 2xx, and ${rows.length} times in the inbox`
      continue
    }
    const { traceId, outcome } = row
    if (traceId === null) {
      if (outcome !== 'waiting' && outcome !== 'orphan') yield `${body}: of no trace, and ${outcome}`
      continue
    }
    const noted = history.get(traceId, body)
    if (noted !== 1) yield `${body}: ${noted} times in the history of trace ${traceId}`
    if (!result || outcome !== 'applied') continue
    const expected = result.success ? 'success' : 'failed'
    const found = state.get(traceId)
    if (found !== expected) yield `${body}: was taken, and trace ${traceId} is ${found}`
    if (result.marker === null || over) continue
    const kept = inventories.get(result.marker, result.marker)
    if (kept !== 1) yield `${body}: its inventory is there ${kept} times`
  }
}

/** The row must hold the last report that was answered, or one that came later and whose answer was lost. */
function* sessionsOf(sqlite: Sqlite, sessions: readonly Reported[]): Generator<string> {
  const user = sqlite
    .prepare<[string], string | null>('select session_user from clients where mac = ?')
    .pluck()
  for (const { mac, sent } of sessions) {
    const last = sent.map(({ acknowledged }) => acknowledged).lastIndexOf(true)
    if (last < 0) continue
    const possible = sent.slice(last).map(({ value }) => value)
    const found = user.get(mac.toUpperCase()) ?? null
    if (!possible.includes(found))
      yield `${mac}: ${String(found)} is logged in, expected ${JSON.stringify(possible)}`
  }
}

function* strangersOf(sqlite: Sqlite, strangers: readonly Reported[]): Generator<string> {
  const reports = sqlite
    .prepare<[string], number>('select reports from discovered_clients where mac = ?')
    .pluck()
  for (const { mac, sent } of strangers) {
    const taken = sent.filter(({ acknowledged }) => acknowledged).length
    const found = reports.get(mac.toUpperCase()) ?? 0
    if (found < taken || found > sent.length)
      yield `${mac}: has reported in ${found} times, of ${sent.length} were ${taken} answered`
  }
}

/** What cannot be done twice was asked of no computer twice. */
function* callsOf({ calls }: Ledger): Generator<string> {
  const seen = new Set<string>()
  for (const { ip, script } of calls) {
    if (script === null) continue
    const key = `${ip} ${script}`
    if (seen.has(key)) yield `${ip} was told twice to run ${script}`
    seen.add(key)
  }
}

/**
 * Looks at a copy of a dead console's folder: to open the folder itself would clear up after the crash before the next
 * console has to.
 * @param over nothing is under way any more: everything must have come to its end
 */
export function verify(directory: string, ledger: Ledger, over: boolean): Verified {
  const copy = mkdtempSync(join(tmpdir(), 'ogdesk-crash-copy-'))
  try {
    for (const suffix of ['', '-wal']) {
      const name = `ogdesk.sqlite${suffix}`
      if (existsSync(join(directory, name))) copyFileSync(join(directory, name), join(copy, name))
    }
    const sqlite = new BetterSqlite3(join(copy, 'ogdesk.sqlite'))
    try {
      const unfinished = [...faultsOf(sqlite, UNFINISHED)]
      const problems = [
        ...integrityOf(sqlite),
        ...faultsOf(sqlite, FAULTS),
        ...webhooksOf(sqlite, ledger, over),
        ...sessionsOf(sqlite, ledger.sessions),
        ...strangersOf(sqlite, ledger.strangers),
        ...callsOf(ledger),
        ...(over ? unfinished : [])
      ]
      const working = new Set(sqlite.prepare<[], string>(WORKING).pluck().all())
      return { problems, unfinished: unfinished.length, working }
    } finally {
      sqlite.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
