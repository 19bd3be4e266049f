import { expect, test } from 'vitest'
import type { ProtocolInput } from '#shared/contract/orders.ts'
import { seedComputers } from '../../../lab/seed.ts'
import type { LabComputerOptions } from '../../../lab/types.ts'
import { partitionBytes } from '../../lab/helpers.ts'
import { batchDone, batchWhen, clientIds, order, tracesOf } from '../../support/batches.ts'
import { createImage, imageIn, testSite, type Site } from '../../support/site.ts'

const MINUTE = 60_000

/** A classroom of computers like `modelo`, in ogLive, and `modelo`'s Linux as the image `image-test`. */
async function classroomWithImage(
  count: number,
  change: (computer: LabComputerOptions) => LabComputerOptions
) {
  const computers = seedComputers(count).map((computer) =>
    change({ ...computer, layout: 0, state: 'og-live' })
  )
  const site = await testSite({ lab: { computers } })
  const { image } = await createImage(site)
  await imageIn(site, image.id, 'success')
  return { site, imageId: image.id }
}

async function deploy(
  site: Site,
  imageId: string,
  names: string[],
  protocol: ProtocolInput = { kind: 'unicast' }
) {
  const ids = await clientIds(site, ...names)
  const places = [{ clientIds: ids, disk: 1, partition: 2 }]
  return order(site, { command: 'deploy-image', imageId, protocol, places }, ids)
}

/** Which of the lab's computers have the model's bytes on partition 2. */
async function identical({ lab }: Site, names: string[]): Promise<boolean[]> {
  const model = await partitionBytes(lab.computer('modelo'), 2)
  return Promise.all(names.map(async (name) => (await partitionBytes(lab.computer(name), 2)).equals(model)))
}

test('a classroom with one off, one that dies and one too small: the rest are the model, and the failed are retried', async () => {
  const { site, imageId } = await classroomWithImage(6, (computer) => ({
    ...computer,
    ...(computer.name === 'pc5' && { diskSizeMiB: 4 })
  }))
  const { api, lab, clock } = site
  const names = ['pc1', 'pc2', 'pc3', 'pc4', 'pc5']
  await lab.computer('pc3').setState('off')
  await lab.computer('pc4').setFault({ kind: 'die-half-way' })

  const ids = await clientIds(site, ...names)
  const { groups, unknown } = await api.deploy.plan({ imageId, clientIds: ids })
  expect(groups.map((group) => [group.clientIds.length, group.suggested])).toEqual([
    [4, { disk: 1, partition: 2 }],
    [1, null]
  ])
  expect(groups[1]!.partitions.map(({ reason }) => reason)).toEqual(['partition-type', 'too-small'])
  expect(unknown).toEqual([])
  expect(await api.deploy.source({ imageId })).toEqual({ failure: null, warning: null })

  const batch = await deploy(site, imageId, names)
  // Those that cannot take part have no trace: one is off, one is too small.
  expect(batch.counts).toMatchObject({ pending: 3 })
  await batchWhen(site, batch.id, ({ counts }) => counts.success === 2)
  clock.advance(181 * MINUTE)
  const done = await batchDone(site, batch.id)
  expect(done.counts).toMatchObject({ success: 2, failed: 1 })
  expect(done.failures).toMatchObject([{ clientName: 'pc4', failure: { code: 'no-answer' } }])
  expect(await identical(site, ['pc1', 'pc2', 'pc3', 'pc4'])).toEqual([true, true, false, false])

  await lab.computer('pc4').setFault(null)
  const [pc4] = await clientIds(site, 'pc4')
  await api.clients.refresh({ id: pc4! })
  const again = await api.batches.retry({ id: batch.id })
  expect((await batchDone(site, again.id)).counts).toMatchObject({ success: 1, failed: 0 })
  expect((await tracesOf(site, again.id)).map(({ clientName }) => clientName)).toEqual(['pc4'])
  expect(await identical(site, ['pc4'])).toEqual([true])
})

test('who carries which version is known of the model, of targets, and no longer after a failure', async () => {
  const { site, imageId } = await classroomWithImage(3, (computer) => computer)
  const { api, lab, modelo } = site
  const { image } = await api.images.get({ id: imageId })
  expect(image.sourceSizeKb).toBe((await api.inventory.client({ id: modelo.id })).partitions[2]!.sizeKb)
  const carried = async () =>
    (await api.deploy.versions({})).deployed.map(({ clientId, fullsum }) => [clientId, fullsum])
  expect(await carried()).toEqual([[modelo.id, image.fullsum]])

  const [pc1, pc2] = await clientIds(site, 'pc1', 'pc2')
  await batchDone(site, (await deploy(site, imageId, ['pc1', 'pc2'])).id)
  expect(await carried()).toEqual([
    [modelo.id, image.fullsum],
    [pc1, image.fullsum],
    [pc2, image.fullsum]
  ])
  // The windows are told of each.
  await site.events.until(() => site.events.all.filter(({ type }) => type === 'deployed').length >= 3)

  // Half written: neither what it was nor what it was to be.
  await lab.computer('pc1').setFault({ kind: 'fail', der: '014-Error de escritura' })
  await batchDone(site, (await deploy(site, imageId, ['pc1'])).id)
  expect((await api.deploy.versions({ clientIds: [pc1!] })).deployed).toEqual([])

  // A table without that partition: what lay there lies nowhere.
  await api.inventory.setPartitions({ clientId: pc2!, partitions: [] })
  expect(await carried()).toEqual([[modelo.id, image.fullsum]])
})

test('by multicast the whole classroom gets it at once, and nobody waits for who is left out', async () => {
  const { site, imageId } = await classroomWithImage(4, (computer) => computer)
  await site.lab.computer('pc3').setState('off')
  const names = ['pc1', 'pc2', 'pc3']
  const batch = await deploy(site, imageId, names, {
    kind: 'multicast',
    port: 9000,
    mode: 'full-duplex',
    address: '239.194.2.1',
    speed: 70,
    clients: 3,
    wait: 600
  })
  expect((await batchDone(site, batch.id)).counts).toMatchObject({ success: 2, failed: 0 })
  expect(await identical(site, names)).toEqual([true, true, false])
  const [trace] = await tracesOf(site, batch.id)
  const { input } = await site.api.traces.get({ id: trace!.id })
  expect(JSON.parse(input!)).toMatchObject({
    nfn: 'RestaurarImagen',
    nci: 'image-test',
    ipr: '192.168.68.55',
    ptc: 'MULTICAST 9000:full-duplex:239.194.2.1:70M:2:600'
  })
})

test('by torrent, with the values of the classroom, every computer ends with the bytes of the model', async () => {
  const { site, imageId } = await classroomWithImage(4, (computer) => computer)
  const { api } = site
  const names = ['pc1', 'pc2', 'pc3']
  const ids = await clientIds(site, ...names)
  const { units } = await api.inventory.snapshot()
  const room = units.find(({ name }) => name === 'Aula Demo')!
  await api.inventory.updateUnit({ id: room.id, change: { p2pMode: 'seeder', p2pTime: 30 } })
  const { p2pMode, p2pTime } = await api.deploy.defaults({ clientIds: ids })
  const batch = await deploy(site, imageId, names, { kind: 'torrent', mode: p2pMode!, seed: p2pTime! })
  expect((await batchDone(site, batch.id)).counts).toMatchObject({ success: 3, failed: 0 })
  expect(await identical(site, names)).toEqual([true, true, true])
  for (const trace of await tracesOf(site, batch.id)) {
    const { input } = await api.traces.get({ id: trace.id })
    expect(JSON.parse(input!)).toMatchObject({ nfn: 'RestaurarImagen', ptc: 'TORRENT seeder:30' })
  }
})

test('what the repository no longer has is said before anybody is sent for it', async () => {
  const { site, imageId } = await classroomWithImage(2, (computer) => computer)
  const { image } = await site.api.images.get({ id: imageId })
  await site.lab.repository.setFault({ kind: 'refuse' })
  expect((await site.api.deploy.source({ imageId })).failure?.code).toBe('repository-refused')
  await site.lab.repository.setFault(null)
  await site.api.images.remove({ id: imageId, file: 'trash' })
  const restored = await site.api.images.restore({
    repositoryId: image.repositoryId,
    fullsum: image.fullsum!
  })
  expect(restored.sourceSizeKb).toBe(image.sourceSizeKb)
  // Its id has come back with it, and so has what is known of who carries it.
  expect((await site.api.deploy.versions({})).deployed).toMatchObject([{ imageId: restored.id }])
})
