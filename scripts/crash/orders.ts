/** Batches under way: orders to the console while it lives. */
import type { Order } from '#shared/contract/orders.ts'
import type { ConsoleClient } from '../lib/console-client.ts'
import type { Random } from './random.ts'

type Api = ConsoleClient['api']

/** Minutes without news after which a job is given up: long enough for a console that is killed meanwhile. */
const DEADLINE = 0.15
/** Batches that are not done, above which no other one is ordered. */
const MOST = 20
const COMMANDS = [
  'hardware-inventory',
  'software-inventory',
  'refresh',
  'delete-cached-image',
  'run-script'
] as const

let scripts = 0

function orderOf(command: (typeof COMMANDS)[number]): Order {
  if (command === 'software-inventory') return { command, disk: 1, partition: 1 }
  if (command === 'delete-cached-image') return { command, name: 'ubuntu' }
  if (command !== 'run-script') return { command }
  // No two are alike, so that one that runs twice is known.
  return { command, scriptId: null, name: 'crash', script: `echo ${++scripts}`, inSession: false }
}

/** Shortens the deadlines, and lets the console see once that its computers are there. */
export async function prepare(api: Api, clientIds: readonly number[]): Promise<void> {
  const commands = Object.fromEntries(COMMANDS.map((command) => [command, { deadlineMinutes: DEADLINE }]))
  await api.system.changeSettings({ commands })
  const order = { command: 'refresh' } as const
  for await (const _target of await api.commands.check({
    order,
    clientIds: [...clientIds],
    moment: { kind: 'now' }
  })) {
    // Each is on disk when it comes.
  }
}

/** Orders a few batches of some computers, unless there is enough to do. */
export async function order(api: Api, clientIds: readonly number[], random: Random): Promise<void> {
  const plan = Array.from({ length: random.whole(1, 4) }, () => ({
    order: orderOf(random.pick(COMMANDS)),
    clientIds: random.some(clientIds, 0.5)
  }))
  const { batches } = await api.batches.list()
  const open = batches.filter(({ state }) => state !== 'done').length
  for (const batch of plan.slice(0, Math.max(0, MOST - open))) {
    try {
      await api.commands.run({ ...batch, moment: { kind: 'now' }, target: 'Aula 1' })
    } catch (error) {
      // All of these have a job already, which is an answer like any other.
      if ((error as { data?: { code?: string } }).data?.code !== 'no-targets') throw error
    }
  }
}

/** How many batches and traces have not come to their end. */
export async function unfinished(api: Api): Promise<{ batches: number; traces: number }> {
  const { batches } = await api.batches.list()
  const { running } = await api.traces.recent()
  return { batches: batches.filter(({ state }) => state !== 'done').length, traces: running.length }
}
