import { expect, test } from 'vitest'
import { es } from '#shared/messages/es.ts'
import { batchOutcome } from '#shared/messages/outcome.ts'
import { batchDone, classroom, clientIds, order, tracesOf } from '../../support/batches.ts'
import { failureOf } from '../../support/console.ts'
import { historyKinds, testSite } from '../../support/site.ts'

test('a command for a classroom: a trace for each computer, and a sentence at the end', async () => {
  const site = await classroom(3)
  const ids = await clientIds(site)
  const given = await order(site, { command: 'refresh' }, ids)
  expect(given).toMatchObject({ command: 'refresh', target: 'Aula 1', moment: 'now', number: 1 })
  const done = await batchDone(site, given.id)
  expect(done.counts).toEqual({ pending: 0, 'in-progress': 0, success: 3, failed: 0, cancelled: 0 })
  expect(done).toMatchObject({ progress: 1, failures: [], finishedAt: site.clock.now() })
  const traces = await tracesOf(site, given.id)
  expect(traces.map(({ clientId }) => clientId)).toEqual(ids)
  expect(await historyKinds(site, traces[0]!.id)).toEqual(
    expect.arrayContaining(['created', 'call', 'reply', 'accepted', 'result', 'ended'])
  )
  expect(site.notices).toMatchObject([
    {
      kind: 'batch-done',
      batchId: given.id,
      failed: 0,
      title: 'Actualizar: Aula 1',
      body: 'Hecho en 3 de 3 equipos.'
    }
  ])
  await site.events.until(() =>
    site.events.all.some((event) => event.type === 'batch' && event.batch.state === 'done')
  )
})

test('those that cannot take part are left out; where nobody can, nothing is written', async () => {
  const site = await classroom(2)
  await site.lab.computer('pc1').setState('off')
  const [modelo, pc1] = await clientIds(site)
  const { counts } = await order(site, { command: 'refresh' }, [modelo!, pc1!])
  expect(counts.pending + counts['in-progress'] + counts.success).toBe(1)
  expect(await failureOf(order(site, { command: 'refresh' }, [pc1!]))).toMatchObject({ code: 'no-targets' })
})

test('one that fails is told with its name and its reason', async () => {
  const site = await classroom(3)
  const ids = await clientIds(site)
  await site.lab.computer('pc1').setFault({ kind: 'error-500', error: 'system is busy', requests: 'jobs' })
  await site.lab.computer('pc2').setFault({ kind: 'fail', der: '014-Error' })
  const done = await batchDone(site, (await order(site, { command: 'refresh' }, ids)).id)
  expect(done.counts).toMatchObject({ success: 1, failed: 2 })
  expect(done.failures).toMatchObject([
    { clientName: 'pc1', failure: { code: 'agent-busy' } },
    { clientName: 'pc2', failure: { code: 'job-failed' } }
  ])
  expect(batchOutcome(es, done)).toBe('Hecho en 1 de 3 equipos; 2 fallaron: pc1, pc2')
})

test('an installed system is told by its own door, and its reply is the end', async () => {
  const site = await testSite({ lab: { computers: 2, announce: true } })
  const pc1 = site.lab.computer('pc1')
  const [id] = await clientIds(site, 'pc1')
  await pc1.announce()
  const message = { command: 'message', title: 'Aviso', text: '¿Guardó su práctica?' } as const
  const done = await batchDone(site, (await order(site, message, [id!])).id)
  expect(done.counts.success).toBe(1)
  const call = pc1.requests.at(-1)!
  expect(call).toMatchObject({
    path: '/opengnsys/popup',
    json: { title: 'Aviso', message: '¿Guardó su práctica?' }
  })
  expect(call.headers.authorization).toBe(pc1.secret)
  const [trace] = await tracesOf(site, done.id)
  expect(await historyKinds(site, trace!.id)).toEqual(['created', 'call', 'reply', 'ended'])
  expect((await site.api.traces.get({ id: trace!.id })).output).toContain('launched')

  const off = await batchDone(site, (await order(site, { command: 'power-off' }, [id!])).id)
  expect(off.counts.success).toBe(1)
  // Not before its agent has said so.
  const client = await site.events.until(async () => {
    const { client } = await site.api.inventory.client({ id: id! })
    return client.state === 'off' && client
  })
  expect(client.stateFailure).toBeNull()
})

test('an agent that does not accept its secret is told in words', async () => {
  const site = await testSite({ lab: { computers: 2, announce: true } })
  const pc1 = site.lab.computer('pc1')
  const [id] = await clientIds(site, 'pc1')
  await pc1.announce()
  pc1.secret = 'another'
  const done = await batchDone(site, (await order(site, { command: 'logout' }, [id!])).id)
  expect(done.failures).toMatchObject([{ clientName: 'pc1', failure: { code: 'agent-unauthorized' } }])
})
