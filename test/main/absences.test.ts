/** Clocks that are set, and a machine that sleeps: no job is given up for it, no order runs early, none is held for ever. */
import { describe, expect, test } from 'vitest'
import { createAbsences } from '#main/absences.ts'
import { createClock, startTestConsole } from '../support/console.ts'
import { startFleet } from '../support/fleet.ts'
import { batchDone, batchWhen, order } from '../support/batches.ts'
import { ended, historyKinds } from '../support/site.ts'
import { siteWithSilentAgent } from '../support/silent.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LIMIT = 180 * MINUTE
const REBOOT = { command: 'reboot' } as const
const REFRESH = { command: 'refresh' } as const
/** With these the machine sleeps whenever an hour goes by unseen. */
const SLEEPER = { stallAfter: 2 * MINUTE }

describe('the clock is set', () => {
  test.each([
    ['forward', 24 * HOUR],
    ['back', -24 * HOUR]
  ])('%s: a job that runs has as long left as before', async (_way, by) => {
    const { site, trace } = await siteWithSilentAgent()
    const { clock, api } = site
    clock.advance(LIMIT - MINUTE)
    clock.set(by)
    await site.events.until(async () => (await historyKinds(site, trace.id)).includes('clock-set'))
    expect((await api.traces.get({ id: trace.id })).trace).toMatchObject({
      state: 'in-progress',
      deadlineAt: clock.now() + MINUTE
    })
    clock.advance(MINUTE)
    expect((await ended(site, trace.id)).failure?.code).toBe('no-answer')
  })

  test.each([
    ['forward', 24 * HOUR],
    ['back', -24 * HOUR]
  ])(
    '%s while the console is closed: the deadline is never further off than from now on',
    async (_way, by) => {
      const { site, directory, trace } = await siteWithSilentAgent()
      await site.stop()
      site.clock.set(by)
      const again = await startTestConsole({
        dataDirectory: directory,
        clock: site.clock,
        networkMap: site.networkMap
      })
      const { deadlineAt } = (await again.api.traces.get({ id: trace.id })).trace
      expect(deadlineAt === null || deadlineAt <= site.clock.now() + LIMIT).toBe(true)
      site.clock.advance(LIMIT)
      expect((await ended(again, trace.id)).failure?.code).toBe('no-answer')
    }
  )

  test('forward past the time of an order: it asks, whatever it does; others keep waiting', async () => {
    const fleet = await startFleet(2)
    const { api, ids, clock } = fleet
    const soon = { kind: 'at', at: clock.now() + HOUR } as const
    const early = [await order(fleet, REBOOT, ids, soon), await order(fleet, REFRESH, ids, soon)]
    const later = await order(fleet, REBOOT, ids, { kind: 'at', at: clock.now() + 6 * HOUR })
    clock.set(3 * HOUR)
    for (const { id } of early) await batchWhen(fleet, id, ({ state }) => state === 'unconfirmed')
    expect((await api.batches.get({ id: later.id })).batch.state).toBe('waiting')
    expect(fleet.calls).toHaveLength(0)
    clock.advance(3 * HOUR)
    await fleet.called(2)
    expect(fleet.calls.map(({ name }) => name)).toEqual(['Reiniciar', 'Reiniciar'])
  })

  test('back to before an order was given: it asks, and is not held until that day comes again', async () => {
    const fleet = await startFleet(1)
    const { clock } = fleet
    const { id } = await order(fleet, REBOOT, fleet.ids, { kind: 'at', at: clock.now() + HOUR })
    clock.set(-365 * 24 * HOUR)
    await batchWhen(fleet, id, ({ state }) => state === 'unconfirmed')
    await fleet.api.batches.reschedule({ id, moment: { kind: 'at', at: clock.now() + HOUR } })
    clock.advance(HOUR)
    await fleet.called(1)
    expect(fleet.calls.map(({ name }) => name)).toEqual(['Reiniciar'])
  })

  test('back: an order for whoever reports in is not held either, nor taken for reported', async () => {
    const fleet = await startFleet(1)
    const { api, clock, ids } = fleet
    await api.clients.refresh({ id: ids[0]! })
    clock.advance(MINUTE)
    const { id } = await api.commands.run({
      order: REFRESH,
      clientIds: ids,
      moment: { kind: 'next-report' },
      target: 'Aula 1'
    })
    clock.set(-24 * HOUR)
    clock.advance(MINUTE)
    expect(fleet.calls).toHaveLength(0)
    await api.clients.refresh({ id: ids[0]! })
    await fleet.called(1)
    await fleet.finish(fleet.calls[0]!)
    expect((await batchDone(fleet, id)).counts.success).toBe(1)
  })

  test('forward by a day: what runs goes on, computer after computer', async () => {
    const fleet = await startFleet(2)
    await fleet.api.system.changeSettings({ commands: { reboot: { concurrency: 1 } } })
    const { id } = await order(fleet, REBOOT, fleet.ids)
    await fleet.called(1)
    fleet.clock.set(24 * HOUR)
    await fleet.finish(fleet.calls[0]!)
    await fleet.called(2)
    expect((await fleet.api.batches.get({ id })).batch.state).toBe('running')
  })
})

describe('whoever compares the time with one that is kept looks at the clocks first', () => {
  test('a deadline does not pass because the clock was set', async () => {
    const { site, trace } = await siteWithSilentAgent({
      console: { timings: { pulseInterval: HOUR, batchInterval: HOUR } }
    })
    site.clock.set(24 * HOUR)
    await site.events.until(async () => (await historyKinds(site, trace.id)).includes('clock-set'))
    const { state, deadlineAt } = (await site.api.traces.get({ id: trace.id })).trace
    expect({ state, deadlineAt }).toEqual({ state: 'in-progress', deadlineAt: site.clock.now() + LIMIT })
    expect(await historyKinds(site, trace.id)).not.toContain('asked')
  })

  test('an order does not begin because the clock was set', async () => {
    const fleet = await startFleet(1, { timings: { pulseInterval: HOUR, deadlineInterval: HOUR } })
    const { id } = await order(fleet, REBOOT, fleet.ids, { kind: 'at', at: fleet.clock.now() + HOUR })
    fleet.clock.set(3 * HOUR)
    await batchWhen(fleet, id, ({ state }) => state !== 'waiting')
    expect((await fleet.api.batches.get({ id })).batch.state).toBe('unconfirmed')
    expect(fleet.calls).toHaveLength(0)
  })
})

describe('the machine sleeps', () => {
  test('past the deadline: the job has a grace, is asked, and takes what comes; then it is given up', async () => {
    const { site, trace, jobId, send } = await siteWithSilentAgent({ console: { timings: SLEEPER } })
    const { clock, api } = site
    clock.advance(10 * HOUR)
    await site.events.until(async () => (await historyKinds(site, trace.id)).includes('asked'))
    expect(await historyKinds(site, trace.id)).toContain('slept')
    expect((await api.traces.get({ id: trace.id })).trace).toMatchObject({
      state: 'in-progress',
      deadlineAt: clock.now() + 5 * MINUTE
    })
    await send({ job_id: jobId, progress: 0.5 })
    expect((await api.traces.get({ id: trace.id })).trace.deadlineAt).toBe(clock.now() + LIMIT)
  })

  test('an order whose time came meanwhile begins, and calls nobody before the network is there', async () => {
    const fleet = await startFleet(1, { timings: { ...SLEEPER, networkSettles: HOUR } })
    const { id } = await order(fleet, REBOOT, fleet.ids, { kind: 'at', at: fleet.clock.now() + HOUR })
    fleet.clock.advance(2 * HOUR)
    await batchWhen(fleet, id, ({ state }) => state === 'running')
    // Time enough for a call that somebody made at once.
    await fleet.api.clients.refresh({ id: fleet.ids[0]! })
    await fleet.api.clients.refresh({ id: fleet.ids[0]! })
    expect(fleet.calls).toHaveLength(0)
  })

  test('an order whose time came meanwhile goes on, and one that is too late asks: the rule of the queue', async () => {
    const fleet = await startFleet(1, { timings: SLEEPER })
    const { clock, ids } = fleet
    const early = await order(fleet, REBOOT, ids, { kind: 'at', at: clock.now() + HOUR })
    clock.advance(20 * HOUR)
    await batchWhen(fleet, early.id, ({ state }) => state === 'unconfirmed')
    expect(fleet.calls).toHaveLength(0)
    await order(fleet, REBOOT, ids, { kind: 'at', at: clock.now() + HOUR })
    clock.advance(2 * HOUR)
    await fleet.called(1)
  })
})

test('what cannot be kept, on a full disk, is told again, and only once', () => {
  const clock = createClock()
  const told: [string, number][] = []
  let full = true
  const tell = (what: string) => (by: number) => {
    if (full) throw new Error('full')
    told.push([what, by])
  }
  const look = createAbsences({
    now: clock.now,
    uptime: clock.uptime,
    stallAfter: SLEEPER.stallAfter,
    jumped: tell('jumped'),
    awoke: tell('awoke')
  })
  clock.advance(HOUR)
  clock.set(3 * HOUR)
  expect(look).toThrow('full')
  clock.advance(MINUTE)
  clock.set(HOUR)
  expect(look).toThrow('full')
  full = false
  look()
  look()
  expect(told).toEqual([
    ['jumped', 4 * HOUR],
    ['awoke', HOUR]
  ])
})

describe('a computer answers past its deadline', () => {
  test('it is kept once for a while, and then given up', async () => {
    const { site, trace } = await siteWithSilentAgent({
      console: { timings: { keepAnswering: 30 * MINUTE } }
    })
    const { clock } = site
    clock.advance(LIMIT)
    await site.events.until(async () => (await historyKinds(site, trace.id)).includes('kept'))
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject({
      state: 'in-progress',
      deadlineAt: clock.now() + 30 * MINUTE
    })
    clock.advance(30 * MINUTE)
    expect((await ended(site, trace.id)).failure?.code).toBe('no-answer')
    expect((await historyKinds(site, trace.id)).filter((kind) => kind === 'kept')).toHaveLength(1)
  })

  test('one that is off is not', async () => {
    const { site, trace } = await siteWithSilentAgent({
      console: { timings: { keepAnswering: 30 * MINUTE } }
    })
    await site.lab.computer('modelo').setState('off')
    site.clock.advance(LIMIT)
    expect((await ended(site, trace.id)).failure?.code).toBe('no-answer')
    expect(await historyKinds(site, trace.id)).not.toContain('kept')
  })
})
