/**
 * How long an answer of the palette takes among 5,000 computers and 50,000 traces, from the question over the socket to
 * the hits; and the same rows looked through with LIKE by a bare process, which ranks nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { connectToConsole } from '../scripts/lib/console-client.ts'
import { startConsoleProcess } from '../scripts/lib/console-process.ts'
import { median } from './median.ts'

const COMPUTERS = 5_000
const CLASSROOMS = 150
const TRACES = 50_000
const ROUNDS = 15

/** What people type: a name, a part of nearly every name, a MAC, an IP, two words, two letters, nothing that is there. */
const QUESTIONS = {
  'a name': 'aula7-pc157',
  'what is in every name': 'aula',
  'a part of a MAC': '27-4f-be',
  'a part of an IP': '10.3.12',
  'two words': 'informatica pc49',
  'two letters': 'pc',
  'a job': '4f2a9c',
  'what is nowhere': 'zzzzzz'
} as const

function fill(file: string): void {
  const sqlite = new BetterSqlite3(file)
  const unit = sqlite.prepare(
    `insert into organizational_units (id, type, name, created_at) values (?, 'classroom', ?, 1)`
  )
  const client = sqlite.prepare(
    `insert into clients (id, unit_id, name, mac, ip, serial_number, state_since, created_at) values (?, ?, ?, ?, ?, ?, 1, 1)`
  )
  const trace = sqlite.prepare(
    `insert into traces (command, client_id, state, job_id, scheduled_at) values ('create-image', ?, 'success', ?, 1)`
  )
  sqlite.transaction(() => {
    for (let id = 1; id <= CLASSROOMS; id++) unit.run(id, `Aula ${id} de Informática`)
    for (let id = 1; id <= COMPUTERS; id++) {
      const room = 1 + (id % CLASSROOMS)
      // Scattered, each once: the factor is odd.
      const bytes = ((id * 7919) % 2 ** 24).toString(16).toUpperCase().padStart(6, '0').match(/../g) ?? []
      const ip = `10.${id % 7}.${id >> 8}.${id & 255}`
      client.run(id, room, `aula${room}-pc${id}`, `08:00:27:${bytes.join(':')}`, ip, `SN${id * 31}`)
    }
    for (let id = 1; id <= TRACES; id++) {
      trace.run(1 + (id % COMPUTERS), (Math.imul(id, 2_654_435_761) >>> 0).toString(16))
    }
  })()
  sqlite.close()
}

async function time(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const started = performance.now()
    await work()
    // The first one warms up.
    if (round > 0) times.push(performance.now() - started)
  }
  return median(times)
}

export async function benchSearch(): Promise<object> {
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-bench-search-'))
  const args = [`--data-dir=${directory}`, '--webhook-host=127.0.0.1', '--webhook-port=0']
  const file = join(directory, 'ogdesk.sqlite')
  const figures: Record<string, string> = {}
  try {
    // The first start makes the tables.
    await (await startConsoleProcess({ args })).stop()
    fill(file)
    const bare = new BetterSqlite3(file, { readonly: true })
    const like = bare.prepare(
      `select id from clients where name like @pattern or ip like @pattern or mac like @pattern
       union all select t.id from traces t join clients c on c.id = t.client_id
       where t.job_id like @pattern or c.name like @pattern`
    )
    const console = await startConsoleProcess({ args })
    const { api, close } = await connectToConsole(await console.signInUrl())
    try {
      for (const [name, text] of Object.entries(QUESTIONS)) {
        const found = await time(() => api.search.find({ text }))
        const looked = await time(() => like.all({ pattern: `%${text}%` }))
        figures[`${name} («${text}»), milliseconds`] = `${found.toFixed(1)} (bare LIKE: ${looked.toFixed(1)})`
      }
    } finally {
      close()
      bare.close()
      await console.stop()
    }
    return figures
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
