import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Moment, Order } from '#shared/contract/orders.ts'
import type { Trace } from '#shared/contract/rows.ts'
import { testSite, type Site } from './site.ts'

type Told = Pick<Site, 'api' | 'events'>

const NOW: Moment = { kind: 'now' }

/** A site with so many computers, all of them in ogLive. */
export async function classroom(
  computers: number,
  options: NonNullable<Parameters<typeof testSite>[0]> = {}
): Promise<Site> {
  const site = await testSite({ ...options, lab: { computers, ...options.lab } })
  await Promise.all(site.lab.computers.map((computer) => computer.setState('og-live')))
  return site
}

/** The ids of the inventory's computers with these names; without names, of all. */
export async function clientIds({ api }: Pick<Site, 'api'>, ...names: string[]): Promise<number[]> {
  const { clients } = await api.inventory.snapshot()
  return clients.filter(({ name }) => names.length === 0 || names.includes(name)).map(({ id }) => id)
}

/** Asks every computer what it does, as the dialog of a command does. */
export async function check({ api }: Pick<Site, 'api'>, order: Order, ids: number[], moment: Moment = NOW) {
  const targets = []
  for await (const target of await api.commands.check({ order, clientIds: ids, moment })) targets.push(target)
  return targets.sort((one, other) => one.clientId - other.clientId)
}

/** Gives a command to computers after they were asked. */
export async function order(
  site: Pick<Site, 'api'>,
  wanted: Order,
  ids: number[],
  moment: Moment = NOW
): Promise<Batch> {
  await check(site, wanted, ids, moment)
  return site.api.commands.run({ order: wanted, clientIds: ids, moment, target: 'Aula 1' })
}

/** Waits until a batch is as it should be. */
export function batchWhen(site: Told, id: string, test: (batch: Batch) => boolean): Promise<Batch> {
  return site.events.until(async () => {
    const { batch } = await site.api.batches.get({ id })
    return test(batch) && batch
  })
}

/** The batch once it is done. */
export const batchDone = (site: Told, id: string): Promise<Batch> =>
  batchWhen(site, id, ({ state }) => state === 'done')

/** Its traces, in the order of its computers. */
export async function tracesOf({ api }: Pick<Site, 'api'>, id: string): Promise<Trace[]> {
  return (await api.batches.get({ id })).traces
}
