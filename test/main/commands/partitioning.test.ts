/** Particionar y formatear: who can take a table, and what becomes of a computer that does. */
import { expect, test } from 'vitest'
import type { OrderOf } from '#shared/contract/orders.ts'
import { added, gapsOf, marked, removed, untouched } from '#shared/domain/disk-edits.ts'
import { knownDisks, layoutOf, layoutText } from '#shared/domain/disk-layout.ts'
import { runJob } from '../../lab/helpers.ts'
import { batchDone, check, classroom, clientIds, order, tracesOf } from '../../support/batches.ts'
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

test('a disk that has changed since the editor was opened is not touched, and the trace says so', async () => {
  const site = await classroom(2)
  const ids = await clientIds(site)
  const [modelo, pc1] = [site.lab.computers[0]!, site.lab.computers[1]!]
  const known = await Promise.all(
    ids.map(async (id) => knownDisks((await site.api.inventory.client({ id })).partitions)[0]!)
  )
  const wanted: OrderOf<'partition-and-format'> = {
    command: 'partition-and-format',
    // All of it is formatted, so that nothing but the change itself stands in the way.
    layout: layoutOf(
      [1, 2, 3].reduce((own, number) => marked(own, known[1]!, number, true), untouched(known[1]!)),
      known[1]!
    ),
    seen: ids.map((id, index) => ({ clientIds: [id], disk: layoutText(known[index]!) }))
  }
  expect((await check(site, wanted, ids)).map(({ obstacle }) => obstacle)).toEqual([null, null])

  // Somebody else lays pc1's disk out anew; the console does not hear of it.
  await runJob(pc1, 'Configurar', {
    dsk: '1',
    cfg: 'dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=XFS*tam=1048576*ope=1%'
  })
  const before = pc1.describe().disks
  const batch = await order(site, wanted, ids)
  await batchDone(site, batch.id)
  const traces = await tracesOf(site, batch.id)
  const of = (id: number) => traces.find(({ clientId }) => clientId === id)!
  const [changed, same] = [of(ids[site.lab.computers.indexOf(pc1)]!), of(ids[0]!)]
  expect(changed.failure).toMatchObject({
    code: 'target-disk-changed',
    params: { client: pc1.name, disk: 1 }
  })
  expectSentences(changed.failure!)
  expect(pc1.describe().disks).toEqual(before)
  expect(same.state).toBe('success')
  expect(modelo.describe().disks[0]?.partitions).toHaveLength(3)
  for (const { id } of traces) {
    const { history } = await site.api.traces.get({ id })
    expect(history.map(({ kind }) => kind)).toContain('disk-read')
  }
  // What was read is what the editor begins with when it is opened again.
  const { partitions } = await site.api.inventory.client({ id: changed.clientId! })
  expect(partitions.filter(({ partition }) => partition > 0)).toMatchObject([{ fileSystem: 'XFS' }])
})

test('a computer whose disks cannot be read is left as it is', async () => {
  const site = await classroom(1)
  const [id] = await clientIds(site)
  const known = knownDisks((await site.api.inventory.client({ id: id! })).partitions)[0]!
  const plan = marked(untouched(known), known, 2, true)
  const wanted = { command: 'partition-and-format' as const, layout: layoutOf(plan, known) }
  await check(site, wanted, [id!])
  await site.lab.computers[0]!.setFault({ kind: 'fail', der: '003-Error en partición de disco' })
  const batch = await order(site, wanted, [id!])
  await batchDone(site, batch.id)
  const [trace] = await tracesOf(site, batch.id)
  expect(trace!.failure).toMatchObject({ code: 'job-failed', params: { agentError: '003' } })
  const { history } = await site.api.traces.get({ id: trace!.id })
  expect(history.map(({ kind }) => kind)).not.toContain('call')
})
