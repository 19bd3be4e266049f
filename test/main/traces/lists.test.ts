import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TraceField } from '#shared/domain/states.ts'
import { failureOf } from '../../support/console.ts'
import { testInventory } from '../../support/inventory.ts'
import { createImage, ended, imageIn, testSite } from '../../support/site.ts'

/** A site with one image that is ready, one that failed, and one that is being made. */
async function busySite() {
  const site = await testSite({ lab: { computers: 3 } })
  const { api, lab } = site
  await lab.computer('pc1').setState('og-live')
  const clients = (await api.inventory.snapshot()).clients
  const id = (name: string) => clients.find((client) => client.name === name)!.id
  const ready = await createImage(site)
  await imageIn(site, ready.image.id, 'success')
  await lab.computer('pc1').setFault({ kind: 'fail' })
  const failed = await createImage(site, { clientId: id('pc1'), name: 'second', partition: 2 })
  await ended(site, failed.trace.id)
  await lab.computer('pc2').setFault({ kind: 'late' })
  const running = await createImage(site, { clientId: id('pc2'), name: 'third', partition: 3 })
  await lab.computer('pc2').waitForJob()
  return { site, api, ready, failed, running }
}

test('the page of traces: newest first, with filters and pages', async () => {
  const { api, failed, running } = await busySite()
  const all = await api.traces.list({})
  expect(all.total).toBe(4)
  expect(all.traces.map(({ command, clientName }) => `${command} ${clientName}`)).toEqual([
    'create-image pc2',
    'create-image pc1',
    'create-image-aux-file modelo',
    'create-image modelo'
  ])
  const ids = async (filter: object) => (await api.traces.list(filter)).traces.map(({ id }) => id)
  expect(await ids({ client: 'PC' })).toEqual([running.trace.id, failed.trace.id])
  // What LIKE would read as a pattern is looked for as it is.
  for (const client of ['%', '_', '\\', "'", '%c2']) expect(await ids({ client })).toEqual([])
  expect(await ids({ state: 'failed' })).toEqual([failed.trace.id])
  expect(await ids({ command: 'create-image', state: 'in-progress' })).toEqual([running.trace.id])
  expect(await ids({ client: 'modelo', state: 'failed' })).toEqual([])
  const sorted = async (sortBy: TraceField, descending: boolean) =>
    (await api.traces.list({ sortBy, descending })).traces.map(({ clientName, id }) => `${clientName} ${id}`)
  const [newest, ...others] = await sorted('id', true)
  expect(await sorted('client', false)).toEqual([...others.slice(1), others[0], newest])
  // What has not ended has no time of it: it comes last, whichever way round.
  expect((await sorted('finished', false)).at(-1)).toBe(newest)
  expect((await sorted('finished', true)).at(-1)).toBe(newest)
  const second = await api.traces.list({ page: 2, itemsPerPage: 3 })
  expect(second).toMatchObject({ total: 4, traces: [{ clientName: 'modelo', command: 'create-image' }] })
  expect(await api.traces.list({ page: 9, itemsPerPage: 3 })).toMatchObject({ total: 4, traces: [] })
  expect((await failureOf(api.traces.get({ id: 99 }))).code).toBe('not-found')
  expect((await failureOf(api.images.get({ id: '01936caf-facb-72ad-9446-97e7dbf2b96a' }))).code).toBe(
    'not-found'
  )
})

test('the bell: what runs, what ended lately, and what has not been seen', async () => {
  const { api, running, failed, site } = await busySite()
  const before = await api.traces.recent()
  expect(before.running.map(({ id }) => id)).toEqual([running.trace.id])
  expect(before.latest[0]!.id).toBe(failed.trace.id)
  expect(before.latest).toHaveLength(3)
  expect(before.seenAt).toBe(0)
  site.clock.advance(1_000)
  expect(await api.traces.markSeen()).toEqual({ seenAt: site.clock.now() })
  expect((await api.traces.recent()).seenAt).toBe(site.clock.now())
  await site.lab.computer('pc2').releaseWebhooks()
  await imageIn(site, running.image.id, 'success')
  expect((await api.traces.recent()).running).toEqual([])
})

test('of single jobs the bell has the latest, however many a batch has ended since', () => {
  const BATCH = '01936caf-facb-72ad-9446-97e7dbf2b96a'
  const job = fc.record({ batch: fc.boolean(), finishedAt: fc.option(fc.integer({ min: 1, max: 50 })) })
  fc.assert(
    fc.property(fc.array(job, { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (jobs, limit) => {
      const { tables } = testInventory()
      const rows = jobs.map(({ batch, finishedAt }) => {
        const own = batch ? { batchId: BATCH } : {}
        const id = tables.traces.insert({ command: 'refresh', state: 'pending', scheduledAt: 1, ...own })
        if (finishedAt !== null) tables.traces.update(id, { state: 'success', finishedAt })
        return { id, batch, finishedAt: finishedAt ?? 0 }
      })
      const expected = rows
        .filter(({ batch, finishedAt }) => !batch && finishedAt > 0)
        .sort((one, other) => other.finishedAt - one.finishedAt || other.id - one.id)
      expect(tables.traces.latestSingle(limit).map(({ id }) => id)).toEqual(
        expected.slice(0, limit).map(({ id }) => id)
      )
    }),
    { numRuns: 30 }
  )
})

test('a click on a notification is told to the windows', async () => {
  const { console, events } = await testSite()
  console.openNotice({ kind: 'image-ready', traceId: 7, imageName: 'x', title: '', body: '' })
  expect(await events.until(() => events.all.find(({ type }) => type === 'open-trace'))).toMatchObject({
    traceId: 7
  })
})

test('the settings: what is changed is kept, and what is not valid is refused', async () => {
  const { api, console } = await testSite()
  const before = await api.system.changeSettings({})
  expect(before).toMatchObject({ language: 'es', theme: 'system', checkSourceAddress: true, siteCa: null })
  expect(await api.system.changeSettings({ language: 'ca', theme: 'dark' })).toEqual({
    ...before,
    language: 'ca',
    theme: 'dark'
  })
  expect(console.settings().language).toBe('ca')
  expect((await failureOf(api.system.changeSettings({ language: 'fr' as 'es' }))).params.field).toBe(
    'language'
  )
  expect((await api.system.info()).settings).toMatchObject({ language: 'ca', theme: 'dark' })
})
