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
  row: { jobId: string; traceId: number | null; outcome: string; at: number }
) {
  execute(
    directory,
    `with recursive number(n) as (select 1 union all select n + 1 from number where n < ${count})
     insert into webhook_inbox (received_at, path, source_address, job_id, key, body, trace_id, outcome)
     select ${row.at}, '${AGENT_WEBHOOK}', '127.0.0.1', '${row.jobId}', 'filled ' || n, '{}', ${row.traceId}, '${row.outcome}'
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
