/** Actualizar: partition tables, read again, and the history of what changed. protocol.md sections 1 and 2 */
import { expect, test } from 'vitest'
import type { PartitionInput } from '#shared/contract/inputs.ts'
import { failureSentence } from '#shared/messages/format.ts'
import { failureOf } from '../../support/console.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'
import { consoleFor, ended, historyKinds, testSite } from '../../support/site.ts'
import { AGENT_WEBHOOK, post } from '../../support/webhook.ts'

async function site(options: Parameters<typeof testSite>[0] = {}) {
  const directory = await temporaryFolder()
  const made = await testSite({ ...options, console: { dataDirectory: directory, ...options.console } })
  const { api, modelo } = made
  const computer = made.lab.computer('modelo')
  const refresh = () => api.partitions.refresh({ clientId: modelo.id })
  const refreshed = async () => ended(made, (await refresh()).id)
  const table = async () => (await api.inventory.client({ id: modelo.id })).partitions
  const history = async () => (await api.partitions.history({ clientId: modelo.id })).entries
  const state = async () => (await api.inventory.client({ id: modelo.id })).client.state
  return { ...made, directory, computer, refresh, refreshed, table, history, state }
}

/** A refresh whose job is done and whose result the test sends. */
async function silentSite() {
  const made = await site()
  await made.computer.setFault({ kind: 'drop-webhook', webhooks: 'all' })
  const trace = await made.refresh()
  await made.computer.waitForJob()
  const result = { job_id: trace.jobId!, nfn: 'RESPUESTA_Actualizar', ids: '0', res: '1', der: '' }
  const send = (change: object) => post(made.url() + AGENT_WEBHOOK, { ...result, ...change })
  return { ...made, trace, send }
}

const CFG = 'disk=1\tpar=0\tcpt=2\ttam=500\ndisk=1\tpar=1\tcpt=8300\tfsi=EXT4\tsoi=Debian 12\ttam=400\tuso=3'
const facts = (rows: readonly PartitionInput[]) =>
  rows.map(({ disk, partition, code, sizeKb, system }) => ({ disk, partition, code, sizeKb, system }))

test('the table that the inventory came with is the first of its history', async () => {
  const { history, table } = await site()
  const [first, ...others] = await history()
  expect(others).toEqual([])
  expect(first).toMatchObject({ source: 'import', changes: null })
  expect(facts(first!.partitions)).toEqual(facts(await table()))
})

test('Actualizar: a job whose result is the table; what has not changed makes no history', async () => {
  const { refresh, history, table, state, computer, directory, events, modelo, ...rest } = await site()
  const before = await table()
  const trace = await refresh()
  expect(trace).toMatchObject({ command: 'refresh', clientId: modelo.id, imageId: null })
  const call = computer.requests.find(({ path }) => path === '/CloningEngine/Actualizar')!
  expect(call.json).toEqual({ nfn: 'Actualizar', ids: '0' })
  expect(await ended({ events, api: rest.api }, trace.id)).toMatchObject({ state: 'success', progress: 1 })
  expect(facts(await table())).toEqual(facts(before))
  expect(await history()).toHaveLength(1)
  expect(await state()).toBe('og-live')
  expect(await historyKinds(rest, trace.id)).toEqual(
    expect.arrayContaining(['created', 'call', 'reply', 'accepted', 'result', 'ended'])
  )
  expect(dump(directory).partition_history).toHaveLength(1)
})

test('another layout: the table is the new one, the history says what changed, and the windows are told', async () => {
  const { computer, refreshed, table, history, events, modelo, clock } = await site()
  await computer.setLayout(2)
  clock.advance(60_000)
  await refreshed()
  expect(facts(await table())).toMatchObject([
    { partition: 0, code: '2' },
    { partition: 1, code: 'ef00' },
    { partition: 2, code: 'c01' },
    { partition: 3, system: 'Windows 11 Pro 64 bits' },
    { partition: 4, code: '2700' },
    { partition: 5, system: 'Debian GNU/Linux 12 (bookworm)' }
  ])
  const [newest, oldest] = await history()
  expect(newest).toMatchObject({ source: 'refresh', at: clock.now() })
  expect(facts(newest!.partitions)).toEqual(facts(await table()))
  expect(newest!.changes!.map(({ kind, partition }) => `${kind} ${partition}`)).toEqual(
    expect.arrayContaining(['table 0', 'type 1', 'system 2', 'added 3'])
  )
  expect(oldest!.changes).toBeNull()
  const told = events.all.filter((event) => event.type === 'partitions')
  expect(told).toMatchObject([{ clientId: modelo.id }])
})

test('a table typed by hand is a part of the history; a little more in use is not', async () => {
  const { api, modelo, table, history } = await site()
  const rows = (await table()).map(({ id: _id, clientId: _clientId, ...row }) => row)
  const set = (change: Partial<PartitionInput>) =>
    api.inventory.setPartitions({
      clientId: modelo.id,
      partitions: rows.map((row) => (row.partition === 2 ? { ...row, ...change } : row))
    })
  await set({ usagePercent: 9 })
  expect(await history()).toHaveLength(1)
  await set({ system: 'Debian 13', usagePercent: 9 })
  expect((await history())[0]).toMatchObject({
    source: 'edit',
    changes: [{ kind: 'system', partition: 2, from: 'Ubuntu 24.04 LTS', to: 'Debian 13' }]
  })
})

test('many changes: the oldest are dropped, and the newest stay', async () => {
  const { api, modelo, history } = await site()
  for (let sizeKb = 1; sizeKb <= 105; sizeKb++) {
    const row = { disk: 1, partition: 1, code: '83', fileSystem: 'EXT4', sizeKb, usagePercent: 0, system: '' }
    await api.inventory.setPartitions({ clientId: modelo.id, partitions: [row] })
  }
  const entries = await history()
  expect(entries).toHaveLength(100)
  expect(entries[0]!.partitions[0]!.sizeKb).toBe(105)
  expect(entries[0]!.changes).toMatchObject([{ kind: 'resized', from: 104, to: 105 }])
})

test('JSON arrays, the serial number of a computer that had none, and the same result twice', async () => {
  const { send, table, api, modelo, history, events, trace } = await silentSite()
  await api.inventory.updateClient({ id: modelo.id, change: { serialNumber: null } })
  const cfg = [{ ser: 'S-1' }, { disk: 1, par: 1, cpt: '83', fsi: 'EXT4', soi: 'Debian', tam: 7, uso: 1 }]
  expect((await send({ cfg })).json).toEqual({ ok: true, outcome: 'applied' })
  expect((await send({ cfg })).json).toEqual({ ok: true, outcome: 'duplicate' })
  expect(await ended({ api, events }, trace.id)).toMatchObject({ state: 'success' })
  expect(facts(await table())).toMatchObject([{ partition: 1, sizeKb: 7, system: 'Debian' }])
  expect((await api.inventory.client({ id: modelo.id })).client.serialNumber).toBe('S-1')
  // Rule 3: what contradicts comes too late.
  expect((await send({ cfg: CFG })).json).toEqual({ ok: true, outcome: 'ignored' })
  expect(facts(await table())).toMatchObject([{ partition: 1, sizeKb: 7 }])
  expect(await history()).toHaveLength(2)
})

test.each([
  ['<html>', 'cfg-invalid', /disk/],
  [CFG.replace('tam=400', 'tam=mucho'), 'cfg-invalid', /«tam».*«mucho»/],
  [`${CFG}\n${CFG}`, 'cfg-invalid', /1\.0/],
  [42, 'cfg-invalid', /./],
  ['', 'cfg-missing', /./],
  [undefined, 'cfg-missing', /./]
])(
  'a table that cannot be read (%j) fails the job with a reason, and changes nothing',
  async (cfg, code, words) => {
    const { send, table, api, events, trace, history, state } = await silentSite()
    const before = await table()
    expect((await send({ cfg })).status).toBe(200)
    const { failure, ...rest } = await ended({ api, events }, trace.id)
    expect(rest.state).toBe('failed')
    expect(failure).toMatchObject({ code })
    expectSentences(failure)
    expect(failureSentence('es', failure!)).toMatch(words)
    expect(await table()).toEqual(before)
    expect(await history()).toHaveLength(1)
    expect(await state()).toBe('og-live')
  }
)

test('a job that failed may bring a table, too: it is what the computer has now', async () => {
  const { send, table, api, events, trace } = await silentSite()
  await send({ res: 2, der: '003-disco', cfg: CFG })
  expect(await ended({ api, events }, trace.id)).toMatchObject({
    state: 'failed',
    failure: { code: 'job-failed' }
  })
  expect(facts(await table())).toMatchObject([{ sizeKb: 500 }, { system: 'Debian 12' }])
})

test('an error of the agent, and a silent one, are failures of the trace', async () => {
  const { computer, refreshed, refresh, table, clock, api, events } = await site()
  const before = await table()
  await computer.setFault({ kind: 'fail', der: '003-no hay disco' })
  const failed = await refreshed()
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'job-failed' } })
  expectSentences(failed.failure)
  await computer.setFault({ kind: 'error-500', requests: 'jobs' })
  expect(await refresh()).toMatchObject({ state: 'failed', failure: { code: 'agent-error' } })
  await computer.setFault({ kind: 'late' })
  const silent = await refresh()
  expect(silent.state).toBe('in-progress')
  await computer.until(({ heldWebhooks }) => heldWebhooks.length > 0)
  clock.advance(11 * 60_000)
  expect(await ended({ api, events }, silent.id)).toMatchObject({ failure: { code: 'no-answer' } })
  expect(await table()).toEqual(before)
})

test('the late table of a job that was given up does not replace a newer one', async () => {
  const { computer, refresh, refreshed, table, clock, api, events } = await site()
  await computer.setFault({ kind: 'late' })
  const silent = await refresh()
  await computer.until(({ heldWebhooks }) => heldWebhooks.length > 0)
  clock.advance(11 * 60_000)
  await ended({ api, events }, silent.id)
  await computer.setFault(null)
  await computer.setLayout(1)
  await refreshed()
  const newer = await table()
  await computer.releaseWebhooks()
  await events.until(async () => (await api.traces.get({ id: silent.id })).trace.state === 'success')
  expect(await table()).toEqual(newer)
})

test('a refresh that the console did not hear the end of goes on after its restart', async () => {
  const { computer, refresh, lab, stop, directory, clock } = await site()
  await computer.setFault({ kind: 'late' })
  const { id } = await refresh()
  await computer.waitForJob()
  await stop()
  await computer.setLayout(1)
  const again = await consoleFor(lab, { dataDirectory: directory, clock })
  await computer.setFault(null)
  await computer.releaseWebhooks()
  expect(await ended(again, id)).toMatchObject({ state: 'success' })
})

test('a computer that cannot be asked says why, and no job is written down', async () => {
  const { computer, refresh, api } = await site()
  await computer.setState('linux')
  const wrong = await failureOf(refresh())
  expect(wrong).toMatchObject({
    code: 'partitions-not-og-live',
    params: { client: 'modelo', state: 'linux' }
  })
  expectSentences(wrong)
  await computer.setState('off')
  expect((await failureOf(refresh())).code).toBe('agent-refused')
  await computer.setState('og-live')
  await computer.setFault({ kind: 'late' })
  await refresh()
  expect(await failureOf(refresh())).toMatchObject({
    code: 'client-job-running',
    params: { command: 'refresh' }
  })
  expect((await failureOf(api.partitions.refresh({ clientId: 99 }))).code).toBe('not-found')
  expect((await failureOf(api.partitions.history({ clientId: 99 }))).code).toBe('not-found')
  expect((await api.traces.recent()).running).toHaveLength(1)
})

test('the partitions of several computers at once, and the text of a layout for them', async () => {
  const { api, table, modelo } = await site()
  const { partitions } = await api.partitions.ofClients({ clientIds: [modelo.id, 99] })
  expect(partitions).toEqual(await table())
  const rows = [{ partition: 1, code: '83', fileSystem: 'EXT4', sizeKb: 11_000_000, format: false }]
  const layout = { disk: 1, table: 'MSDOS' as const, cacheKb: null, partitions: rows }
  expect((await api.partitions.cfg(layout)).cfg).toBe(
    'dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=11000000*ope=0%'
  )
})
