/** Particionar y formatear: who can take a table, and what becomes of a computer that does. */
import { expect, test } from 'vitest'
import type { OrderOf } from '#shared/contract/orders.ts'
import { added, gapsOf, marked, removed, untouched } from '#shared/domain/disk-edits.ts'
import { knownDisks, layoutOf } from '#shared/domain/disk-layout.ts'
import { batchDone, check, classroom, clientIds, order } from '../../support/batches.ts'
import { expectSentences } from '../../support/sentences.ts'

test('a computer that would lose what the order keeps is left out; the others get the table', async () => {
  const site = await classroom(6)
  const [pc1, pc5, pc2] = [
    ...(await clientIds(site, 'pc1')),
    ...(await clientIds(site, 'pc5')),
    ...(await clientIds(site, 'pc2'))
  ]
  const ids = [pc1!, pc5!, pc2!]
  const rows = async (id: number) => (await site.api.inventory.client({ id })).partitions
  const known = knownDisks(await rows(pc1!))[0]!
  // The swap goes, and what it leaves becomes a partition of another kind; the system stays.
  const without = removed(untouched(known), known, 3)
  const plan = added(without, known, gapsOf(without, known)[0]!, '8300')
  const wanted: OrderOf<'partition-and-format'> = {
    command: 'partition-and-format',
    layout: layoutOf(plan, known)
  }

  const targets = await check(site, wanted, ids)
  const left = targets.find(({ clientId }) => clientId === pc2)!
  expect(left.obstacle).toMatchObject({
    code: 'target-disk-differs',
    params: { client: 'pc2', disk: 1, partition: 1 }
  })
  expectSentences(left.obstacle!)

  const batch = await order(site, wanted, ids)
  await batchDone(site, batch.id)
  expect((await site.api.batches.get({ id: batch.id })).batch.counts).toMatchObject({ success: 2, failed: 0 })
  const before = await rows(pc2!)
  expect(before).toHaveLength(6)
  for (const id of [pc1!, pc5!])
    expect((await rows(id)).slice(2).map(({ code, fileSystem }) => [code, fileSystem])).toEqual([
      ['8300', 'EXT4'],
      ['8300', 'EXT4']
    ])
})

test('a plan that formats everything fits any disk of that size', async () => {
  const site = await classroom(2)
  const ids = await clientIds(site)
  const known = knownDisks((await site.api.inventory.client({ id: ids[1]! })).partitions)[0]!
  const plan = [1, 2, 3].reduce((own, number) => marked(own, known, number, true), untouched(known))
  const wanted = { command: 'partition-and-format' as const, layout: layoutOf(plan, known) }
  expect((await check(site, wanted, ids)).map(({ obstacle }) => obstacle)).toEqual([null, null])
})
