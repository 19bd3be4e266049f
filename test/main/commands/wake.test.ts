import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { magicPacket } from '#main/commands/wake.ts'
import { batchDone, batchWhen, clientIds, order, tracesOf } from '../../support/batches.ts'
import { deferred } from '../../support/follow.ts'
import { consoleFor, historyKinds, networkMapOf, testLab } from '../../support/site.ts'
import { REPOSITORY_WEBHOOK, post } from '../../support/webhook.ts'

const POWER_ON = { command: 'power-on' } as const

/** Where magic packets arrive. */
async function network() {
  const packets: Buffer[] = []
  const socket = createSocket('udp4')
  const first = deferred()
  socket.on('message', (packet) => {
    packets.push(packet)
    first.resolve()
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => void socket.close())
  const { port } = socket.address() as AddressInfo
  return { packets, first: first.promise, port }
}

/** The seed's pc1, switched off, and packets that go to the test instead of to the network. */
async function siteAsleep() {
  const lab = await testLab({ computers: 2, announce: true })
  const pc1 = lab.computer('pc1')
  await pc1.setState('off')
  const wire = await network()
  const site = await consoleFor(lab, {
    networkMap: [
      ...networkMapOf(lab),
      ...['192.168.2.255', '255.255.255.255'].map((address) => `${address}:9=127.0.0.1:${wire.port}`)
    ]
  })
  return { site, pc1, wire, ids: await clientIds(site, 'pc1') }
}

test('a magic packet: six bytes of ones and sixteen times the address', () => {
  const packet = magicPacket('08:00:27:0B:88:BE')
  expect(packet).toHaveLength(102)
  expect(packet.subarray(0, 6).toString('hex')).toBe('ffffffffffff')
  expect(packet.subarray(6).toString('hex')).toBe('0800270b88be'.repeat(16))
})

test('a computer is woken, and its own report is the proof', async () => {
  const { site, pc1, wire, ids } = await siteAsleep()
  const { id } = await order(site, POWER_ON, ids)
  await wire.first
  expect(wire.packets[0]).toEqual(magicPacket(pc1.mac))
  await batchWhen(site, id, ({ counts }) => counts['in-progress'] === 1)
  await pc1.setState('linux')
  expect((await batchDone(site, id)).counts.success).toBe(1)
  const [trace] = await tracesOf(site, id)
  expect(await historyKinds(site, trace!.id)).toEqual(['created', 'woken', 'reported', 'ended'])
  const { history } = await site.api.traces.get({ id: trace!.id })
  expect(history[1]!.params).toEqual({ address: '192.168.2.255:9, 255.255.255.255:9' })
})

test('a result that comes by the path of repositories, and from the computer itself, is none', async () => {
  const { site, wire, ids } = await siteAsleep()
  const { id } = await order(site, POWER_ON, ids)
  await wire.first
  await batchWhen(site, id, ({ counts }) => counts['in-progress'] === 1)
  const forged = { job_id: 'CrearImagen-00000000', success: false, error: 'no' }
  expect((await post(site.url() + REPOSITORY_WEBHOOK, forged)).json.outcome).toBe('waiting')
  const [trace] = await tracesOf(site, id)
  expect(trace).toMatchObject({ state: 'in-progress', jobId: null })
})

test('an agent that answers is a proof, too; one that stays silent has failed', async () => {
  const { site, pc1, wire, ids } = await siteAsleep()
  const silent = await order(site, POWER_ON, ids)
  await wire.first
  await batchWhen(site, silent.id, ({ counts }) => counts['in-progress'] === 1)
  site.clock.advance(6 * 60_000)
  const { failures } = await batchDone(site, silent.id)
  expect(failures).toMatchObject([
    { clientName: 'pc1', failure: { code: 'wake-unanswered', params: { minutes: 5 } } }
  ])
  // It comes up, and its report is lost: the console asks.
  const heard = await order(site, POWER_ON, ids)
  await batchWhen(site, heard.id, ({ counts }) => counts['in-progress'] === 1)
  site.lab.setConsoleUrl('https://127.0.0.1:9')
  await pc1.setState('linux')
  site.clock.advance(61_000)
  expect((await batchDone(site, heard.id)).counts.success).toBe(1)
})

test('one that comes up after its time has succeeded late, and its trace says so', async () => {
  const { site, pc1, wire, ids } = await siteAsleep()
  const { id } = await order(site, POWER_ON, ids)
  await wire.first
  await batchWhen(site, id, ({ counts }) => counts['in-progress'] === 1)
  site.clock.advance(6 * 60_000)
  const { finishedAt } = await batchDone(site, id)
  site.clock.advance(60_000)
  await pc1.setState('linux')
  const late = await batchWhen(site, id, ({ counts }) => counts.success === 1)
  expect(late).toMatchObject({ state: 'done', finishedAt, failures: [], counts: { failed: 0 } })
  const [trace] = await tracesOf(site, id)
  expect(trace).toMatchObject({ state: 'success', failure: null, finishedAt: site.clock.now() })
  const { history } = await site.api.traces.get({ id: trace!.id })
  expect(history.slice(-2)).toMatchObject([
    { kind: 'reported-late', params: { minutes: 7, state: 'linux' } },
    { kind: 'ended', params: { state: 'success' } }
  ])
  // Its end was told when it had failed.
  expect(site.notices).toHaveLength(1)
  // What is said of it later changes nothing more.
  await pc1.setState('windows')
  expect(await historyKinds(site, trace!.id)).toHaveLength(history.length)
})

test('one that comes up much later, or after something else was done with it, was not woken', async () => {
  const { site, pc1, wire, ids } = await siteAsleep()
  const wakeUp = async () => {
    const { id } = await order(site, POWER_ON, ids)
    await batchWhen(site, id, ({ counts }) => counts['in-progress'] === 1)
    site.clock.advance(6 * 60_000)
    return (await batchDone(site, id)).id
  }
  const long = await wakeUp()
  await wire.first
  site.clock.advance(60 * 60_000)
  await pc1.setState('linux')
  await site.events.until(
    async () => (await site.api.inventory.client({ id: ids[0]! })).client.state === 'linux'
  )
  await pc1.setState('off')
  const before = await wakeUp()
  const after = await wakeUp()
  await pc1.setState('linux')
  await batchWhen(site, after, ({ counts }) => counts.success === 1)
  for (const id of [long, before]) {
    expect((await site.api.batches.get({ id })).batch.failures).toMatchObject([
      { failure: { code: 'wake-unanswered' } }
    ])
  }
})

test('its repository can send the packet instead', async () => {
  const { site, pc1, ids } = await siteAsleep()
  await site.api.system.changeSettings({ wake: { by: 'repository', interface: null, port: 9 } })
  const { id } = await order(site, POWER_ON, ids)
  await batchWhen(site, id, ({ counts }) => counts['in-progress'] === 1)
  expect(site.lab.repository.wakeUps).toEqual([{ broadcast_ip: '192.168.2.255', mac: pc1.mac }])
})

test('the interfaces to choose from are those of this machine', async () => {
  const { site } = await siteAsleep()
  for (const { address, netmask } of await site.api.system.interfaces())
    expect([address, netmask].join()).toMatch(/^[\d.]+,[\d.]+$/)
})
