/** Every command, by every door that it has, against everything that can go wrong on its way: nothing is left hanging. */
import { describe, expect, test } from 'vitest'
import type { AgentFault } from '../../../lab/faults.ts'
import { seedComputers } from '../../../lab/seed.ts'
import type { Order } from '#shared/contract/orders.ts'
import { BATCH_COMMANDS, COMMAND_FACTS, type BatchCommand, type Door } from '#shared/domain/commands.ts'
import { knownDisks, layoutOf } from '#shared/domain/disk-layout.ts'
import { untouched } from '#shared/domain/disk-edits.ts'
import type { FailureCode } from '#shared/domain/failures.ts'
import { batchDone, check, clientIds } from '../../support/batches.ts'
import { expectSentences } from '../../support/sentences.ts'
import { createImage, imageIn, testSite, type Site } from '../../support/site.ts'

const MINUTE = 60_000

interface Cell {
  readonly command: BatchCommand
  readonly door: Exclude<Door, 'wake'>
}
/** A cell for each command and door; a magic packet has no reply, and faults of its own in wake.test.ts. */
const CELLS: readonly Cell[] = BATCH_COMMANDS.flatMap((command) =>
  COMMAND_FACTS[command].doors.flatMap((door) => (door === 'wake' ? [] : [{ command, door }]))
)
const withJob = ({ door }: Cell) => door === 'og-live'

/** What goes wrong, of whom it can, and what is said of it. `waits`: until the job has ended, and its deadline has passed. */
const FAULTS: readonly {
  name: string
  fault: AgentFault
  of?: (cell: Cell) => boolean
  code: FailureCode
  waits?: boolean
}[] = [
  { name: 'the connection is refused', fault: { kind: 'refuse' }, code: 'agent-refused' },
  {
    name: 'the reply is 500',
    fault: { kind: 'error-500', error: 'kaputt. ' },
    code: 'agent-error'
  },
  { name: 'the reply never comes', fault: { kind: 'hang' }, code: 'agent-timeout' },
  {
    name: 'the webhook never comes',
    fault: { kind: 'drop-webhook', webhooks: 'all' },
    of: withJob,
    code: 'no-answer',
    waits: true
  },
  {
    name: 'the computer dies half way',
    fault: { kind: 'die-half-way' },
    of: withJob,
    code: 'no-answer',
    waits: true
  },
  { name: 'the result is an error', fault: { kind: 'fail', der: '014-x' }, of: withJob, code: 'job-failed' }
]

/** A computer for each cell, in the state that opens its door, and an image to deploy. `timings`: of calls, in ms. */
async function siteFor(
  cells: readonly Cell[],
  timings: { call?: number; status?: number } = {}
): Promise<{ site: Site; ids: number[]; imageId: string }> {
  const computers = seedComputers(cells.length + 1).map((computer, index) => {
    const system = cells[index - 1]?.door === 'system'
    return {
      ...computer,
      layout: 0,
      announce: true,
      state: system ? ('linux' as const) : ('og-live' as const)
    }
  })
  const site = await testSite({ lab: { computers }, console: { timings } })
  const { image } = await createImage(site)
  await imageIn(site, image.id, 'success')
  // In the order of the cells; the console was not there yet when they announced themselves.
  await Promise.all(site.lab.computers.slice(1).map((computer) => computer.announce()))
  const ids = await Promise.all(
    site.lab.computers.slice(1).map(async ({ name }) => (await clientIds(site, name))[0]!)
  )
  return { site, ids, imageId: image.id }
}

async function orderOf({ api }: Site, { command }: Cell, clientId: number, imageId: string): Promise<Order> {
  const place = { disk: 1, partition: 2 }
  switch (command) {
    case 'login':
    case 'software-inventory':
      return { command, ...place }
    case 'message':
      return { command, title: 'Aviso', text: 'Se apaga a las 14:00' }
    case 'run-script':
      return { command, scriptId: null, name: 'nada', script: 'true', inSession: false }
    case 'delete-cached-image':
      return { command, name: 'image-test' }
    case 'deploy-image':
      return {
        command,
        imageId,
        protocol: { kind: 'unicast' },
        places: [{ clientIds: [clientId], ...place }]
      }
    case 'partition-and-format': {
      const known = knownDisks((await api.inventory.client({ id: clientId })).partitions)[0]!
      return { command, layout: layoutOf(untouched(known), known) }
    }
    default:
      return { command }
  }
}

describe.each(FAULTS)('$name', ({ fault, of = () => true, code, waits = false }) => {
  test('each command fails, says why, and leaves its computer free', async () => {
    const cells = CELLS.filter(of)
    const { site, ids, imageId } = await siteFor(cells, { call: 1_500, status: 1_500 })
    const { api, lab, clock } = site
    const given = await Promise.all(
      cells.map(async (cell, index) => {
        const clientId = ids[index]!
        const computer = lab.computers[index + 1]!
        const order = await orderOf(site, cell, clientId, imageId)
        const [target] = await check(site, order, [clientId])
        expect([cell, target?.door, target?.obstacle]).toEqual([cell, cell.door, null])
        await computer.setFault(fault)
        const batch = {
          order,
          clientIds: [clientId],
          moment: { kind: 'now' } as const,
          target: computer.name
        }
        const { id } = await api.commands.run(batch)
        if (waits) {
          // Its own job, or the one that reads the disk before it.
          await site.events.until(async () =>
            (await api.traces.list({ state: 'in-progress' })).traces.some(
              (trace) => trace.clientId === clientId
            )
          )
          await computer.waitForJob()
        }
        return { cell, id, computer, clientId }
      })
    )
    if (waits) clock.advance(181 * MINUTE)
    for (const { cell, id, computer, clientId } of given) {
      const { failures } = await batchDone(site, id)
      expect([cell, failures]).toMatchObject([cell, [{ clientName: computer.name, failure: { code } }]])
      expectSentences(failures[0]!.failure)
      // It is asked what it does now.
      await site.events.until(
        async () => (await api.inventory.client({ id: clientId })).client.state !== 'busy'
      )
    }
    expect((await api.traces.recent()).running).toEqual([])
  })
})

test('what an agent refused is done when it is tried again', async () => {
  // The model has no cache to delete an image of.
  const cells = CELLS.filter(({ command }) => command !== 'delete-cached-image')
  const { site, ids, imageId } = await siteFor(cells)
  const { api, lab } = site
  const again = async (cell: Cell, index: number) => {
    const clientId = ids[index]!
    const computer = lab.computers[index + 1]!
    const order = await orderOf(site, cell, clientId, imageId)
    await check(site, order, [clientId])
    await computer.setFault({ kind: 'error-500' })
    const batch = { order, clientIds: [clientId], moment: { kind: 'now' } as const, target: computer.name }
    const first = await batchDone(site, (await api.commands.run(batch)).id)
    expect([cell, first.counts.failed]).toEqual([cell, 1])
    await computer.setFault(null)
    const done = await batchDone(site, (await api.batches.retry({ id: first.id })).id)
    expect([cell, done.counts.success, done.failures]).toEqual([cell, 1, []])
  }
  await Promise.all(cells.map(again))
})
