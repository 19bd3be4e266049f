/** The jobs InventarioHardware and InventarioSoftware, from the order to what is kept. */
import { expect, test } from 'vitest'
import { AGENT_WEBHOOK, post } from '../../support/webhook.ts'
import { batchDone, classroom, order, tracesOf } from '../../support/batches.ts'
import { expectSentences } from '../../support/sentences.ts'
import { ended } from '../../support/site.ts'

const SOFTWARE = { command: 'software-inventory', disk: 1, partition: 2 } as const

test('computers that are asked say what they are made of, and what is installed on a partition', async () => {
  const site = await classroom(1)
  const { api, modelo, events } = site
  const told = () => events.all.filter(({ type }) => type === 'inventory-taken').length
  for (const wanted of [{ command: 'hardware-inventory' } as const, SOFTWARE]) {
    const batch = await order(site, wanted, [modelo.id])
    expect(await batchDone(site, batch.id)).toMatchObject({ counts: { success: 1 } })
  }
  await events.until(() => told() === 2)
  const { hardware, software } = await api.records.list({ clientId: modelo.id })
  const { items } = await api.records.hardware({ id: hardware[0]!.id })
  expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining(['cpu', 'mem', 'dis', 'net']))
  expect(software).toMatchObject([{ disk: 1, partition: 2, system: expect.stringMatching(/Ubuntu/) }])
  const { programs } = await api.records.software({ id: software[0]!.id })
  expect(programs).toHaveLength(software[0]!.count)

  // Nothing has changed since.
  const again = await order(site, SOFTWARE, [modelo.id])
  await batchDone(site, again.id)
  expect((await api.records.list({ clientId: modelo.id })).software).toHaveLength(1)
})

test.each([{}, { sft: '' }, { sft: '\n\t\n' }])(
  'a result without an inventory (%j) fails its job',
  async (brought) => {
    const site = await classroom(1)
    const { api, modelo, lab, url } = site
    await lab.computer('modelo').setFault({ kind: 'drop-webhook', webhooks: 'all' })
    const batch = await order(site, SOFTWARE, [modelo.id])
    await lab.computer('modelo').waitForJob()
    const [trace] = await tracesOf(site, batch.id)
    const { jobId } = (await api.traces.get({ id: trace!.id })).trace
    const result = {
      job_id: jobId,
      nfn: 'RESPUESTA_InventarioSoftware',
      ids: '0',
      dsk: '1',
      par: '2',
      res: '1',
      der: ''
    }
    expect((await post(url() + AGENT_WEBHOOK, { ...result, ...brought })).status).toBe(200)
    const { state, failure } = await ended(site, trace!.id)
    expect(state).toBe('failed')
    expect(failure).toMatchObject({ code: 'inventory-invalid' })
    expectSentences(failure)
    expect((await api.records.list({ clientId: modelo.id })).software).toEqual([])
  }
)

test('an inventory of a megabyte is taken; a larger one, a broken one, and one of nobody are refused', async () => {
  const site = await classroom(1)
  const { api, modelo, lab, url } = site
  await lab.computer('modelo').setFault({ kind: 'drop-webhook', webhooks: 'all' })
  const batch = await order(site, SOFTWARE, [modelo.id])
  await lab.computer('modelo').waitForJob()
  const [trace] = await tracesOf(site, batch.id)
  const result = {
    job_id: (await api.traces.get({ id: trace!.id })).trace.jobId,
    nfn: 'RESPUESTA_InventarioSoftware',
    ids: '0',
    dsk: '1',
    par: '2',
    res: '1',
    der: ''
  }
  const send = (body: unknown) => post(url() + AGENT_WEBHOOK, body)
  const lines = (length: number) =>
    Array.from({ length: length / 64 }, (_, index) => `programa-${index}`.padEnd(63, '.')).join('\n')
  const largest = `Ubuntu 24.04\n${lines(1024 * 1024 - 64)}`
  expect(largest.length).toBeLessThanOrEqual(1024 * 1024)

  expect((await send({ ...result, sft: lines(1024 * 1024 + 128) })).status).toBe(400)
  expect((await send({ ...result, sft: lines(3 * 1024 * 1024) })).status).toBe(413)
  for (const odd of [{ sft: 7 }, { sft: [7] }, { sft: { programs: [] } }])
    expect((await send({ ...result, ...odd })).status).toBe(400)
  expect((await send(`{"job_id":"${result.job_id}","sft":"`)).status).toBe(400)
  expect((await api.traces.get({ id: trace!.id })).trace.state).toBe('in-progress')

  const unknown = await send({ ...result, job_id: 'InventarioSoftware-00000000', sft: 'Ubuntu\nvim' })
  expect(unknown).toMatchObject({ status: 200, json: { outcome: 'waiting' } })
  expect((await api.records.list({ clientId: modelo.id })).software).toEqual([])

  expect(await send({ ...result, sft: largest })).toMatchObject({ status: 200, json: { outcome: 'applied' } })
  const { software } = await api.records.list({ clientId: modelo.id })
  expect(software).toMatchObject([{ system: 'Ubuntu 24.04', count: (1024 * 1024 - 64) / 64 }])
})
