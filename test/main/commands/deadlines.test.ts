import { expect, test } from 'vitest'
import { COMMAND_FACTS } from '#shared/domain/commands.ts'
import { batchDone, order, tracesOf } from '../../support/batches.ts'
import { startFleet } from '../../support/fleet.ts'

const MINUTE = 60_000

test('each command has a deadline of its own, and that of the settings where there is one', async () => {
  const fleet = await startFleet(2)
  const { api, clock, ids } = fleet
  const given = clock.now()
  await api.system.changeSettings({ commands: { reboot: { deadlineMinutes: 7 } } })
  const deadlineOf = async (command: 'reboot' | 'hardware-inventory', id: number, count: number) => {
    const batch = await order(fleet, { command }, [id])
    await fleet.called(count)
    const [trace] = await fleet.events.until(async () => {
      const traces = await tracesOf(fleet, batch.id)
      return traces[0]?.state === 'in-progress' && traces
    })
    return { id: batch.id, minutes: (trace!.deadlineAt! - given) / MINUTE }
  }
  const reboot = await deadlineOf('reboot', ids[0]!, 1)
  expect(reboot.minutes).toBe(7)
  const inventory = await deadlineOf('hardware-inventory', ids[1]!, 2)
  expect(inventory.minutes).toBe(COMMAND_FACTS['hardware-inventory'].deadlineMinutes)
  clock.advance(7 * MINUTE)
  expect((await batchDone(fleet, reboot.id)).counts.failed).toBe(1)
  expect((await api.batches.get({ id: inventory.id })).batch.counts['in-progress']).toBe(1)
})
