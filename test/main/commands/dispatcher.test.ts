import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchDone, batchWhen, classroom, clientIds, order, tracesOf } from '../../support/batches.ts'
import { createClock, failureOf } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'
import { startFleet } from '../../support/fleet.ts'
import { testSite } from '../../support/site.ts'

const HOUR = 3_600_000
const REFRESH = { command: 'refresh' } as const

describe('how many at a time', () => {
  test('never more than the limit, whatever ends when, over all batches of the command', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 2 ** 20 }), { minLength: 10, maxLength: 10 }),
        async (concurrency, draws) => {
          const fleet = await startFleet(10)
          await fleet.api.system.changeSettings({ commands: { refresh: { concurrency } } })
          const first = await order(fleet, REFRESH, fleet.ids.slice(0, 6))
          const second = await order(fleet, REFRESH, fleet.ids.slice(6))
          for (const [ended, draw] of draws.entries()) {
            await fleet.called(Math.min(10, ended + concurrency))
            expect(fleet.open.length).toBeLessThanOrEqual(concurrency)
            await fleet.finish(fleet.open[draw % fleet.open.length]!)
          }
          expect((await batchDone(fleet, first.id)).counts.success).toBe(6)
          expect((await batchDone(fleet, second.id)).counts.success).toBe(4)
          expect(fleet.most()).toBe(concurrency)
          await fleet.stop()
        }
      ),
      { numRuns: 4 }
    )
  })

  test('a multicast deployment starts all of its computers, for each waits for the others', async () => {
    const fleet = await startFleet(6)
    const { api, ids } = fleet
    fleet.console.importInventory({
      format: 'ogdesk-inventory',
      version: 2,
      repositories: [{ name: 'R', ip: '10.2.0.1' }],
      images: [{ name: 'base', repository: 'R', fullsum: 'a'.repeat(32) }]
    })
    for (const clientId of ids) {
      await api.inventory.setPartitions({
        clientId,
        partitions: [
          { disk: 1, partition: 1, code: '83', fileSystem: 'EXT4', sizeKb: 100, usagePercent: 1, system: '' }
        ]
      })
    }
    const [image] = (await api.images.list()).images
    const protocol = {
      kind: 'multicast',
      port: 9000,
      mode: 'full-duplex',
      address: '239.194.17.36',
      speed: 70,
      clients: 50,
      wait: 60
    } as const
    const places = [{ clientIds: ids, disk: 1, partition: 1 }]
    await order(fleet, { command: 'deploy-image', imageId: image!.id, protocol, places }, ids)
    await fleet.called(6)
    expect(fleet.calls[0]!.body).toEqual({
      dsk: '1',
      par: '1',
      idi: image!.id,
      ipr: '10.2.0.1',
      nci: 'base',
      ifs: '0',
      // Nobody waits for more computers than take part.
      ptc: 'MULTICAST 9000:full-duplex:239.194.17.36:70M:6:60',
      nfn: 'RestaurarImagen',
      ids: '0'
    })
  })

  test('a computer that works on something else is passed over until it is free', async () => {
    const fleet = await startFleet(2)
    await order(fleet, REFRESH, [fleet.ids[0]!])
    await fleet.called(1)
    const moment = { kind: 'at', at: fleet.clock.now() } as const
    const later = await order(fleet, { command: 'hardware-inventory' }, fleet.ids, moment)
    await fleet.called(2)
    expect((await tracesOf(fleet, later.id)).map(({ state }) => state)).not.toContain('failed')
    await fleet.finish(fleet.calls[0]!)
    await fleet.called(3)
    expect(fleet.calls.map(({ name }) => name)).toEqual([
      'Actualizar',
      'InventarioHardware',
      'InventarioHardware'
    ])
  })
})

describe('by hand', () => {
  test('pausing starts no more, cancelling ends what has not started, and both can be tried again', async () => {
    const fleet = await startFleet(3)
    const { api } = fleet
    await api.system.changeSettings({ commands: { refresh: { concurrency: 1 } } })
    const { id } = await order(fleet, REFRESH, fleet.ids)
    await fleet.called(1)
    expect(await api.batches.pause({ id })).toMatchObject({ state: 'paused' })
    await fleet.finish(fleet.open[0]!)
    await batchWhen(fleet, id, ({ counts }) => counts.success === 1)
    expect(fleet.calls).toHaveLength(1)
    expect((await api.batches.resume({ id })).state).toBe('running')
    await fleet.called(2)
    const cancelled = await api.batches.cancel({ id })
    expect(cancelled).toMatchObject({ state: 'running', counts: { cancelled: 1 } })
    await fleet.finish(fleet.open[0]!, { res: '2', der: '003-x' })
    const done = await batchDone(fleet, id)
    expect(done.counts).toMatchObject({ success: 1, failed: 1, cancelled: 1 })
    expect(await failureOf(api.batches.pause({ id }))).toMatchObject({ code: 'batch-ended' })

    const again = await api.batches.retry({ id })
    expect(again).toMatchObject({ retryOf: id, target: 'Aula 1', counts: { success: 0 } })
    for (let call = 3; call <= 4; call++) {
      await fleet.called(call)
      await fleet.finish(fleet.open[0]!)
    }
    expect((await batchDone(fleet, again.id)).counts.success).toBe(2)
    expect(await failureOf(api.batches.retry({ id: again.id }))).toMatchObject({ code: 'no-targets' })
    await api.batches.remove({ id })
    expect((await api.batches.list()).batches.map((batch) => batch.id)).toEqual([again.id])
  })
})

describe('at another moment', () => {
  test('at a time: not before; a dangerous one that is long overdue asks first', async () => {
    const clock = createClock()
    const fleet = await startFleet(2, { clock })
    const { api } = fleet
    const at = clock.now() + HOUR
    const waits = await order(fleet, REFRESH, [fleet.ids[0]!], { kind: 'at', at })
    const danger = await order(fleet, { command: 'reboot' }, [fleet.ids[1]!], { kind: 'at', at })
    expect(waits).toMatchObject({ state: 'waiting', moment: 'at', at, startedAt: null })
    clock.advance(14 * HOUR)
    await fleet.called(1)
    await batchWhen(fleet, danger.id, ({ state }) => state === 'unconfirmed')
    expect(fleet.calls.map(({ name }) => name)).toEqual(['Actualizar'])
    await api.batches.reschedule({ id: danger.id, moment: { kind: 'now' } })
    await fleet.called(2)
    expect(fleet.calls[1]!.name).toBe('Reiniciar')
    await fleet.finish(fleet.calls[1]!)
    await batchDone(fleet, danger.id)
    const { client } = await api.inventory.client({ id: fleet.ids[1]! })
    expect(client.state).toBe('initializing')
  })

  test('at the next report: when the computer says that it has started', async () => {
    const site = await testSite({ lab: { computers: 2, announce: true } })
    const pc1 = site.lab.computer('pc1')
    const [id] = await clientIds(site, 'pc1')
    await pc1.setState('off')
    const given = await order(site, REFRESH, [id!], { kind: 'next-report' })
    expect(given).toMatchObject({ state: 'waiting', counts: { pending: 1 } })
    await pc1.setState('og-live')
    expect((await batchDone(site, given.id)).counts.success).toBe(1)
  })

  test('at its turn a computer that is off has failed', async () => {
    const site = await classroom(2)
    const [modelo] = await clientIds(site, 'modelo')
    const moment = { kind: 'at', at: site.clock.now() + HOUR } as const
    const given = await order(site, REFRESH, [modelo!], moment)
    await site.lab.computer('modelo').setState('off')
    site.clock.advance(HOUR)
    const done = await batchDone(site, given.id)
    expect(done.failures).toMatchObject([{ clientName: 'modelo', failure: { code: expect.any(String) } }])
  })
})

describe('a dangerous one that takes long', () => {
  const REBOOT = { command: 'reboot' } as const

  async function slow(options: Parameters<typeof startFleet>[1] = {}) {
    const fleet = await startFleet(4, options)
    await fleet.api.system.changeSettings({ commands: { reboot: { concurrency: 1 } }, queueLimitHours: 12 })
    const { id } = await order(fleet, REBOOT, fleet.ids)
    await fleet.called(1)
    return { fleet, id }
  }

  test('goes on as long as it runs, even past the limit', async () => {
    const { fleet, id } = await slow()
    for (let call = 1; call <= 4; call++) {
      fleet.clock.advance(7 * HOUR)
      await fleet.called(call)
      await fleet.finish(fleet.calls[call - 1]!)
    }
    expect((await batchDone(fleet, id)).counts.success).toBe(4)
  })

  test('asks where the machine has slept for too long; what runs goes on', async () => {
    const { fleet, id } = await slow()
    fleet.clock.advance(13 * HOUR)
    const asks = await batchWhen(fleet, id, ({ state }) => state === 'unconfirmed')
    expect(asks.counts).toMatchObject({ 'in-progress': 1, pending: 3 })
    await fleet.finish(fleet.calls[0]!)
    await batchWhen(fleet, id, ({ counts }) => counts.success === 1)
    expect(fleet.calls).toHaveLength(1)
    await fleet.api.batches.reschedule({ id, moment: { kind: 'now' } })
    await fleet.called(2)
  })

  test('asks when it is continued after too long a pause, and not after a short one', async () => {
    const { fleet, id } = await slow()
    const { api, clock } = fleet
    await api.batches.pause({ id })
    clock.advance(11 * HOUR)
    expect((await api.batches.resume({ id })).state).toBe('running')
    await fleet.finish(fleet.calls[0]!)
    await fleet.called(2)
    await api.batches.pause({ id })
    await fleet.finish(fleet.calls[1]!)
    clock.advance(13 * HOUR)
    expect((await api.batches.resume({ id })).state).toBe('unconfirmed')
    expect((await api.batches.get({ id })).batch).toMatchObject({
      state: 'unconfirmed',
      counts: { success: 2, pending: 2 }
    })
    expect(fleet.calls).toHaveLength(2)
    expect((await api.batches.reschedule({ id, moment: { kind: 'now' } })).state).toBe('running')
    await fleet.called(3)
  })

  test.each([
    ['goes on after a console that was closed for a moment', 1, 'running'],
    ['asks after one that was closed for too long', 13, 'unconfirmed']
  ] as const)('%s', async (_name, hours, state) => {
    const dataDirectory = await temporaryFolder()
    const clock = createClock()
    const { fleet, id } = await slow({ dataDirectory, clock })
    clock.advance(11 * HOUR)
    await fleet.finish(fleet.calls[0]!)
    await fleet.called(2)
    await batchWhen(fleet, id, ({ counts }) => counts['in-progress'] === 1)
    await fleet.stop()
    clock.advance(hours * HOUR)
    const next = await startFleet(4, { dataDirectory, clock })
    await next.finish(fleet.calls[1]!)
    if (state === 'running') await next.called(1)
    expect((await batchWhen(next, id, (batch) => batch.state === state)).counts.success).toBe(2)
    expect(next.calls).toHaveLength(state === 'running' ? 1 : 0)
  })
})

describe('a console that ends in between', () => {
  test('starts the rest again, and forgets nothing of what runs', async () => {
    const dataDirectory = await temporaryFolder()
    const fleet = await startFleet(3, { dataDirectory })
    await fleet.api.system.changeSettings({ commands: { refresh: { concurrency: 1 } } })
    const { id } = await order(fleet, REFRESH, fleet.ids)
    await fleet.called(1)
    await batchWhen(fleet, id, ({ counts }) => counts['in-progress'] === 1)
    await fleet.stop()

    const next = await startFleet(3, { dataDirectory })
    await batchWhen(next, id, ({ counts }) => counts.pending === 2)
    expect(next.calls).toHaveLength(0)
    // The result of the first, which was called by the console before.
    await next.finish(fleet.calls[0]!)
    for (let call = 1; call <= 2; call++) {
      await next.called(call)
      await next.finish(next.calls[call - 1]!)
    }
    expect((await batchDone(next, id)).counts.success).toBe(3)
  })

  test('in the middle of many calls: each computer is called once, and none is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (called) => {
        const dataDirectory = await temporaryFolder()
        const fleet = await startFleet(20, { dataDirectory })
        const { id } = await order(fleet, { command: 'reboot' }, fleet.ids)
        await fleet.called(called)
        await fleet.stop()

        const next = await startFleet(20, { dataDirectory })
        await next.called(20 - fleet.calls.length)
        for (const job of [...fleet.calls, ...next.calls]) await next.finish(job)
        expect((await batchDone(next, id)).counts.success).toBe(20)
        expect(fleet.calls.length + next.calls.length).toBe(20)
        await next.stop()
      }),
      { numRuns: 4 }
    )
  })
})

describe('agents that go wrong', () => {
  test.each([
    ['refuse', { kind: 'refuse' }, 'agent-refused'],
    ['hang', { kind: 'hang', requests: 'jobs' }, 'agent-timeout'],
    ['no-job-id', { kind: 'no-job-id' }, 'agent-no-job-id'],
    ['drop-webhook', { kind: 'drop-webhook', webhooks: 'all' }, 'no-answer'],
    ['die-half-way', { kind: 'die-half-way' }, 'no-answer']
  ] as const)('%s', async (_name, fault, code) => {
    const site = await classroom(1, { console: { timings: { call: 500 } } })
    const computer = site.lab.computer('modelo')
    const ids = await clientIds(site)
    const [target] = (
      await site.api.commands.targets({ order: REFRESH, clientIds: ids, moment: { kind: 'now' } })
    ).targets
    expect(target!.obstacle).toMatchObject({ code: 'target-off' })
    const given = await order(site, REFRESH, ids, { kind: 'at', at: site.clock.now() + 1 })
    await computer.setFault(fault)
    site.clock.advance(1)
    if (code === 'no-answer') {
      await batchWhen(site, given.id, ({ counts }) => counts['in-progress'] === 1)
      await computer.waitForJob()
      site.clock.advance(HOUR)
    }
    const done = await batchDone(site, given.id)
    expect(done.failures).toMatchObject([{ clientName: 'modelo', failure: { code } }])
  })
})
