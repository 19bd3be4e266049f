/** What becomes of orders that wait when their computer is removed, or another database takes the place of this one. */
import { expect, test } from 'vitest'
import { batchDone, batchWhen, order, tracesOf } from '../../support/batches.ts'
import { createClock, failureOf } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'
import { startFleet } from '../../support/fleet.ts'
import { expectSentences } from '../../support/sentences.ts'

const HOUR = 3_600_000
const REFRESH = { command: 'refresh' } as const
const REBOOT = { command: 'reboot' } as const

test('a computer that is removed takes no more orders: listed before, cancelled with the reason, not undone', async () => {
  const fleet = await startFleet(2)
  const { api, ids, clock } = fleet
  const [one] = ids as [number, number]
  const tonight = { kind: 'at', at: clock.now() + HOUR } as const
  const both = await order(fleet, REBOOT, ids, tonight)
  const alone = await order(fleet, REFRESH, [one], { kind: 'next-report' })
  await batchWhen(fleet, alone.id, ({ counts }) => counts['in-progress'] === 1)
  const doomed = { unitIds: [], clientIds: [one] }
  // What runs still forbids it.
  expect(await api.inventory.removal(doomed)).toMatchObject({
    running: [{ command: 'refresh' }],
    scheduled: [{ command: 'reboot' }]
  })
  expect(await failureOf(api.inventory.remove(doomed))).toMatchObject({ code: 'client-job-running' })
  expect((await tracesOf(fleet, both.id)).map(({ state }) => state)).toEqual(['pending', 'pending'])
  await fleet.finish(fleet.calls[0]!)
  await batchDone(fleet, alone.id)

  const [doomedTrace] = await tracesOf(fleet, both.id)
  expect(await api.inventory.removal(doomed)).toMatchObject({
    running: [],
    scheduled: [{ traceId: doomedTrace!.id, clientName: 'pc0', command: 'reboot' }]
  })
  const { undoId } = await api.inventory.remove(doomed)
  expect((await api.batches.get({ id: both.id })).batch.counts).toMatchObject({ pending: 1, cancelled: 1 })
  await api.inventory.undo({ undoId })
  const [cancelled] = await tracesOf(fleet, both.id)
  expect(cancelled).toMatchObject({
    clientId: one,
    clientName: 'pc0',
    state: 'cancelled',
    failure: { code: 'client-removed', params: { client: 'pc0' } }
  })
  expectSentences(cancelled!.failure!)
  clock.advance(HOUR)
  await fleet.called(2)
  await fleet.finish(fleet.calls[1]!)
  expect((await batchDone(fleet, both.id)).counts).toMatchObject({ success: 1, cancelled: 1 })
  expect(fleet.calls).toHaveLength(2)
})

test('an order whose only computer is removed is done', async () => {
  const fleet = await startFleet(1)
  const { id } = await order(fleet, REBOOT, fleet.ids, { kind: 'at', at: fleet.clock.now() + HOUR })
  await fleet.api.inventory.remove({ unitIds: [], clientIds: fleet.ids })
  expect((await batchDone(fleet, id)).counts).toMatchObject({ cancelled: 1, pending: 0 })
  expect(await failureOf(fleet.api.batches.retry({ id }))).toMatchObject({ code: 'no-targets' })
})

test('a restore lists the orders that are lost and those that come back, and these ask before they do anything', async () => {
  const clock = createClock()
  const fleet = await startFleet(2, { dataDirectory: await temporaryFolder(), clock })
  const { api, ids } = fleet
  const at = clock.now() + HOUR
  const old = [
    await order(fleet, REBOOT, ids, { kind: 'at', at }),
    await order(fleet, REFRESH, [ids[0]!], { kind: 'at', at })
  ]
  const { name } = await api.backups.create()
  for (const { id } of old) await api.batches.cancel({ id })
  await Promise.all(old.map(({ id }) => batchDone(fleet, id)))
  const fresh = await order(fleet, REFRESH, [ids[1]!], { kind: 'at', at })

  const { orders } = await api.backups.difference({ name })
  expect(orders).toEqual({
    lost: { total: 1, rows: [{ number: 3, command: 'refresh', target: 'Aula 1' }] },
    asked: {
      total: 2,
      rows: [
        { number: 1, command: 'reboot', target: 'Aula 1' },
        { number: 2, command: 'refresh', target: 'Aula 1' }
      ]
    }
  })
  // What waits does not forbid it.
  expect(await api.backups.restore({ name })).toMatchObject({ interrupted: 0, asked: 2 })
  const { batches } = await api.batches.list()
  expect(batches.map(({ id, state }) => [id, state])).toEqual([
    [old[1]!.id, 'unconfirmed'],
    [old[0]!.id, 'unconfirmed']
  ])
  expect(batches.map(({ id }) => id)).not.toContain(fresh.id)
  clock.advance(2 * HOUR)
  // Somebody says that one of them may; the other goes on asking.
  await api.batches.reschedule({ id: old[1]!.id, moment: { kind: 'now' } })
  await fleet.called(1)
  await fleet.finish(fleet.calls[0]!)
  await batchDone(fleet, old[1]!.id)
  expect(fleet.calls.map(({ name: called }) => called)).toEqual(['Actualizar'])
  expect((await api.batches.get({ id: old[0]!.id })).batch).toMatchObject({
    state: 'unconfirmed',
    counts: { pending: 2 }
  })
})

test('what runs forbids a restore, the rest of its order does not', async () => {
  const fleet = await startFleet(2, { dataDirectory: await temporaryFolder() })
  const { api } = fleet
  await api.system.changeSettings({ commands: { refresh: { concurrency: 1 } } })
  const { id } = await order(fleet, REFRESH, fleet.ids)
  await fleet.called(1)
  await batchWhen(fleet, id, ({ counts }) => counts['in-progress'] === 1)
  const { name } = await api.backups.create()
  expect(await failureOf(api.backups.restore({ name }))).toMatchObject({
    code: 'restore-jobs-running',
    params: { jobs: 1 }
  })
  await api.batches.pause({ id })
  await fleet.finish(fleet.calls[0]!)
  await batchWhen(fleet, id, ({ counts }) => counts.success === 1)
  expect(await api.backups.restore({ name })).toMatchObject({ interrupted: 1, asked: 1 })
  const [interrupted, waits] = await tracesOf(fleet, id)
  expect(interrupted).toMatchObject({ state: 'failed', failure: { code: 'interrupted-by-restore' } })
  expect(waits).toMatchObject({ state: 'pending', failure: null })
})
