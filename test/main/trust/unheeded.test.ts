/** Webhooks that change nothing are shown with their reason, and a flood of them costs neither room nor time. */
import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DATABASE_FILE } from '#main/db/open.ts'
import { startTestConsole } from '../../support/console.ts'
import { execute } from '../../support/database.ts'
import { siteWithSilentAgent, traceRow } from '../../support/silent.ts'
import { ended } from '../../support/site.ts'
import { AGENT_WEBHOOK, REPOSITORY_WEBHOOK, agentResult, post } from '../../support/webhook.ts'

const STRANGER = '127.0.0.9'

test('a forged source, another image, a replay and a late result are each shown with their reason', async () => {
  const { site, directory, trace, jobId, call, send } = await siteWithSilentAgent()
  expect((await send(agentResult(call, jobId), STRANGER)).status).toBe(403)
  expect((await send(agentResult(call, 'CrearImagen-00000000'), STRANGER)).status).toBe(403)
  expect((await send(agentResult(call, jobId, { nfn: 'RESPUESTA_Apagar' }))).status).toBe(422)
  expect((await send(agentResult(call, jobId))).json.outcome).toBe('applied')
  await ended(site, trace.id)
  const before = traceRow(directory, trace.id)
  expect((await send(agentResult(call, jobId))).json.outcome).toBe('duplicate')
  expect((await send(agentResult(call, jobId, { res: '2', der: '005-x' }))).json.outcome).toBe('ignored')
  const asRepository = { job_id: jobId, success: false, error: 'no' }
  expect((await post(site.url() + REPOSITORY_WEBHOOK, asRepository)).status).toBe(403)
  expect(traceRow(directory, trace.id)).toEqual(before)

  const shown = await site.api.trust.unheeded()
  const common = { count: 1, path: AGENT_WEBHOOK, jobId, traceId: trace.id, sourceAddress: '127.0.0.1' }
  expect(shown).toHaveLength(6)
  expect(shown).toEqual(
    expect.arrayContaining(
      [
        { ...common, reason: 'wrong-source', sourceAddress: STRANGER },
        {
          ...common,
          reason: 'unknown-source',
          jobId: 'CrearImagen-00000000',
          traceId: null,
          sourceAddress: STRANGER
        },
        { ...common, reason: 'mismatch' },
        { ...common, reason: 'repeated' },
        { ...common, reason: 'after-end' },
        { ...common, reason: 'wrong-source', path: REPOSITORY_WEBHOOK }
      ].map((row) => expect.objectContaining(row) as unknown)
    )
  )
  await site.events.until(() => site.events.all.some(({ type }) => type === 'unheeded'))
  await site.api.trust.clearUnheeded()
  expect(await site.api.trust.unheeded()).toEqual([])
})

test('they are still shown after a restart, and outlive neither 300 rows nor one loud address', async () => {
  const { site, directory, jobId, send } = await siteWithSilentAgent()
  await send({ job_id: jobId, progress: 0.4 }, '127.0.0.8')
  for (let number = 0; number < 60; number++) {
    await send({ job_id: `CrearImagen-${number}`, progress: 0.5 }, STRANGER)
  }
  const shown = await site.api.trust.unheeded()
  const loud = shown.filter(({ sourceAddress }) => sourceAddress === STRANGER)
  expect(loud).toHaveLength(21)
  expect(loud.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  // The quiet one has not been pushed out.
  expect(shown.filter(({ sourceAddress }) => sourceAddress === '127.0.0.8')).toHaveLength(1)
  await site.stop()
  const next = await startTestConsole({ dataDirectory: directory })
  expect(await next.api.trust.unheeded()).toEqual(shown)
})

const rowsOf = (directory: string, sql: string): number => {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE), { readonly: true })
  try {
    return sqlite.prepare<[], number>(sql).pluck().get()!
  } finally {
    sqlite.close()
  }
}

/** Puts that many webhooks into the inbox, as if they had come before. */
function fill(
  directory: string,
  count: number,
  row: { jobId: string; traceId: number | null; outcome: string; at: number; from?: string; bytes?: number }
) {
  const { from = '127.0.0.1', bytes = 2 } = row
  execute(
    directory,
    `with recursive number(n) as (select 1 union all select n + 1 from number where n < ${count})
     insert into webhook_inbox (received_at, path, source_address, job_id, key, body, trace_id, outcome)
     select ${row.at}, '${AGENT_WEBHOOK}', '${from}', '${row.jobId}', 'filled ' || n, printf('%.*c', ${bytes}, 'x'), ${row.traceId}, '${row.outcome}'
     from number`
  )
}

test('a computer that floods its own job fills no disk: endless progress, late news, jobs that nobody knows', async () => {
  const { site, directory, trace, jobId, call, send } = await siteWithSilentAgent()
  const kept = () => rowsOf(directory, `select count(*) from webhook_inbox where job_id = '${jobId}'`)
  fill(directory, 999, { jobId, traceId: trace.id, outcome: 'applied', at: site.clock.now() })
  expect((await send({ job_id: jobId, progress: 0.1 })).json.outcome).toBe('applied')
  expect((await send({ job_id: jobId, progress: 0.2 })).json.outcome).toBe('ignored')
  expect(kept()).toBe(1_000)
  // The result is taken all the same.
  expect((await send(agentResult(call, jobId))).json.outcome).toBe('applied')
  await ended(site, trace.id)
  const before = kept()
  for (let number = 0; number < 25; number++) {
    const contrary = agentResult(call, jobId, { res: '2', der: `005-${number}` })
    expect((await send(contrary)).json.outcome).toBe('ignored')
  }
  expect(kept() - before).toBe(20)
  expect((await site.api.traces.get({ id: trace.id })).trace.state).toBe('success')

  fill(directory, 399, { jobId: 'Actualizar-0', traceId: null, outcome: 'waiting', at: site.clock.now() })
  expect((await send({ job_id: 'Actualizar-1', progress: 0 })).json.outcome).toBe('waiting')
  expect((await send({ job_id: 'Actualizar-2', progress: 0 })).status).toBe(429)
  site.clock.advance(60_001)
  await site.events.until(() => site.events.all.some(({ type }) => type === 'orphan'))
  expect(await site.api.traces.orphans()).toHaveLength(200)
  expect(rowsOf(directory, `select count(*) from webhook_inbox where trace_id is null`)).toBe(200)
  const late = (await site.api.trust.unheeded()).filter(({ reason }) => reason === 'after-end')
  expect(late).toMatchObject([{ count: 25, jobId, traceId: trace.id }])
})

/** A site whose inbox holds that much of other addresses, which all wait. */
async function siteWithWaiting(rows: readonly { from: string; count: number; bytes?: number }[]) {
  const { site, directory, send } = await siteWithSilentAgent()
  for (const { count, ...row } of rows) {
    fill(directory, count, {
      jobId: 'Flood-0',
      traceId: null,
      outcome: 'waiting',
      at: site.clock.now(),
      ...row
    })
  }
  return { site, directory, send }
}

test('what floods the inbox from some addresses keeps nobody else’s webhooks out; what is too many says so', async () => {
  const loud = Array.from({ length: 5 }, (_, index) => ({ from: `127.0.1.${index}`, count: 400 }))
  const { site, send } = await siteWithWaiting(loud)
  const early = (number: number) => send({ job_id: `Proper-${number}`, progress: 0.1 })
  for (let number = 0; number < 20; number++) expect((await early(number)).json.outcome).toBe('waiting')
  expect((await early(20)).status).toBe(429)
  expect(await site.api.trust.unheeded()).toMatchObject([
    { reason: 'too-many', sourceAddress: '127.0.0.1', jobId: 'Proper-20', count: 1 }
  ])
  // What has waited in vain: of every address its latest are shown, and no more of a body than one looks at.
  site.clock.advance(60_001)
  await site.events.until(() => site.events.all.some(({ type }) => type === 'orphan'))
  const orphans = await site.api.traces.orphans()
  expect(orphans).toHaveLength(200)
  expect(orphans.filter(({ sourceAddress }) => sourceAddress === '127.0.0.1')).toHaveLength(20)
})

test('long bodies that wait are limited in all, too, and shown as an excerpt', async () => {
  const MB = 1024 * 1024
  const { site, send } = await siteWithWaiting([
    { from: '127.0.0.1', count: 2, bytes: 32 * MB },
    { from: '127.0.1.1', count: 1, bytes: 3_000 }
  ])
  expect((await send({ job_id: 'Proper-0', progress: 0.1 })).status).toBe(429)
  site.clock.advance(60_001)
  await site.events.until(() => site.events.all.some(({ type }) => type === 'orphan'))
  expect((await site.api.traces.orphans()).map(({ body }) => body.length)).toEqual([2_000, 2_000, 2_000])
  expect((await send({ job_id: 'Proper-0', progress: 0.1 })).json.outcome).toBe('waiting')
})

test('a loud address takes neither the rows nor the job of a quiet one’s, however much it says at a time', async () => {
  const { site, directory, jobId, send } = await siteWithSilentAgent()
  await send({ job_id: jobId, progress: 0.4 }, '127.0.0.8')
  expect(await site.api.trust.unheeded()).toHaveLength(1)
  execute(
    directory,
    `with recursive number(n) as (select 0 union all select n + 1 from number where n < 298)
     insert into unheeded_webhooks (first_at, last_at, reason, path, source_address, job_id, count)
     select ${site.clock.now() + 1}, ${site.clock.now() + 1}, 'wrong-source', '${AGENT_WEBHOOK}', '127.0.1.' || (n / 20),
       'filled ' || n, 1
     from number`
  )
  site.clock.advance(2)
  await Promise.all(
    Array.from({ length: 60 }, (_, number) => send({ job_id: `Loud-${number}`, progress: 0.5 }, STRANGER))
  )
  await send({ job_id: jobId, progress: 0.5 }, '127.0.0.7')
  const shown = await site.api.trust.unheeded()
  expect(shown).toHaveLength(300)
  for (const quiet of ['127.0.0.7', '127.0.0.8'])
    expect(shown.filter(({ sourceAddress }) => sourceAddress === quiet)).toMatchObject([{ jobId }])
})
