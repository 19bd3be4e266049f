/** A webhook server whose port is taken for a while, and whose machine changes its network. */
import { createServer, type AddressInfo, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { NetworkInterface } from '#main/ports.ts'
import { createWebhookKeeper } from '#main/webhooks/keeper.ts'
import { createClock, startTestConsole, type TestConsole } from '../../support/console.ts'
import { deferred } from '../../support/follow.ts'
import { AGENT_WEBHOOK, post } from '../../support/webhook.ts'

const MINUTE = 60_000
const LAN: NetworkInterface = { name: 'eth0', address: '192.168.2.10', netmask: '255.255.255.0' }

async function otherProgram(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { server, port: (server.address() as AddressInfo).port }
}

const states = ({ events }: TestConsole) =>
  events.all.flatMap((event) => (event.type === 'webhook-status' ? [event.status.state] : []))

const whenState = (site: TestConsole, state: string) =>
  site.events.until(() => site.console.webhookStatus().state === state && site.console.webhookStatus())

test('a port that was taken at the start is taken as soon as it is free, and is not asked for all the time', async () => {
  const { server, port } = await otherProgram()
  const site = await startTestConsole({
    webhookPort: port,
    timings: { relistenAfter: 1_000, relistenMost: 4_000 }
  })
  expect(site.console.webhookStatus()).toMatchObject({ state: 'failed', failure: { code: 'port-in-use' } })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  site.console.lookAround()
  expect(site.console.webhookStatus().state).toBe('failed')
  const steps = setInterval(() => site.clock.advance(500), 10)
  onTestFinished(() => clearInterval(steps))
  expect(await whenState(site, 'listening')).toMatchObject({ port, failure: null })
  expect((await post(`${site.url()}${AGENT_WEBHOOK}`, {})).status).toBe(400)
  expect(states(site)).toEqual(['starting', 'failed', 'listening'])
  expect(site.logs.map(({ message }) => message)).toContain('the webhook server listens again')
})

test('an address of this machine that goes away and comes back is listened on again', async () => {
  const own: NetworkInterface = { name: 'wlan0', address: '127.0.0.77', netmask: '255.0.0.0' }
  let interfaces = [own]
  const site = await startTestConsole({ webhookHost: own.address, interfaces: () => interfaces })
  const { port } = site.console.webhookStatus()
  interfaces = [LAN]
  await site.events.until(() => states(site).includes('failed'))
  const [told] = site.events.all.flatMap((event) =>
    event.type === 'webhook-status' && event.status.state === 'failed' ? [event.status] : []
  )
  expect(told).toMatchObject({
    urls: [],
    failure: { code: 'address-not-available', params: { host: own.address } }
  })
  interfaces = [own]
  expect(await whenState(site, 'listening')).toMatchObject({ host: own.address, port })
})

test('where it listens everywhere, the addresses that are shown are those of now, and the server stays', async () => {
  let interfaces = [LAN]
  const site = await startTestConsole({ webhookHost: '0.0.0.0', interfaces: () => interfaces })
  const { port, urls } = site.console.webhookStatus()
  expect(urls).toEqual([`https://192.168.2.10:${port}`])
  interfaces = [{ ...LAN, address: '192.168.2.77' }]
  await site.events.until(() => site.console.webhookStatus().urls[0] === `https://192.168.2.77:${port}`)
  interfaces = []
  await site.events.until(() => site.console.webhookStatus().urls[0] === `https://127.0.0.1:${port}`)
  expect(states(site)).not.toContain('failed')
})

test('after a sleep it answers, on the same port', async () => {
  const site = await startTestConsole({ timings: { stallAfter: MINUTE } })
  const { port } = site.console.webhookStatus()
  site.clock.advance(8 * 60 * MINUTE)
  site.console.lookAround()
  await site.events.until(() => site.logs.some(({ message }) => message === 'this machine has slept') && true)
  expect((await post(`${site.url()}${AGENT_WEBHOOK}`, {})).status).toBe(400)
  expect(site.console.webhookStatus()).toMatchObject({ state: 'listening', port })
})

test('after a sleep a port that was taken is asked for at once, however long the pause was to be', async () => {
  const { server, port } = await otherProgram()
  const timings = { relistenAfter: 10 * 60 * MINUTE, relistenMost: 10 * 60 * MINUTE, stallAfter: MINUTE }
  const site = await startTestConsole({ webhookPort: port, timings })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  // Time enough for the first look, after which the long pause begins.
  site.clock.advance(MINUTE / 2)
  expect(site.console.webhookStatus().state).toBe('failed')
  site.clock.advance(2 * MINUTE)
  expect(await whenState(site, 'listening')).toMatchObject({ port })
})

/** A server that says to listen at an address of this machine where nobody answers, and what it was told to do. */
function deafServer() {
  const told: string[] = []
  let state: 'listening' | 'failed' = 'listening'
  const retrying = deferred()
  return {
    told,
    retrying,
    listensAgain: () => (state = 'listening'),
    status: () => ({
      state,
      host: OWN.address,
      port: 9,
      urls: [`https://${OWN.address}:9`],
      certificateFingerprint: 'AB:CD',
      failure: null
    }),
    async lose({ code }: { code: string }) {
      told.push(code)
      state = 'failed'
    },
    async retry() {
      told.push('retry')
      await retrying.promise
    },
    readdress: () => void told.push('readdress')
  }
}
const OWN: NetworkInterface = { name: 'wlan0', address: '127.0.0.77', netmask: '255.0.0.0' }

function keeperOf(server: ReturnType<typeof deafServer>, { uptime } = createClock()) {
  const log = { info() {}, warn() {}, error() {} }
  const timings = { relistenAfter: MINUTE, relistenMost: 2 * MINUTE }
  return createWebhookKeeper(server, { interfaces: () => [OWN], uptime, timings, log })
}

test('a socket that has died in a sleep is opened anew, though its address is there', async () => {
  const server = deafServer()
  server.retrying.resolve()
  const keeper = keeperOf(server)
  await keeper.tend()
  expect(server.told).toEqual([])
  await keeper.tend(true)
  expect(server.told).toEqual(['readdress', 'listen-failed', 'retry'])
})

test('a sleep that ends while the server is being looked after is not overlooked', async () => {
  const server = deafServer()
  const keeper = keeperOf(server)
  const first = keeper.tend(true)
  await expect.poll(() => server.told).toContain('retry')
  void keeper.tend(true)
  server.listensAgain()
  server.retrying.resolve()
  await first
  expect(server.told.filter((what) => what === 'listen-failed')).toHaveLength(2)
})

test('between two tries it waits, the second time longer, and never longer than it may', async () => {
  const server = deafServer()
  server.retrying.resolve()
  const clock = createClock()
  const keeper = keeperOf(server, clock)
  await server.lose({ code: 'port-in-use' })
  const tries: number[] = []
  for (let seconds = 0; seconds <= 7 * 60; seconds += 10) {
    await keeper.tend()
    if (server.told.splice(0).includes('retry')) tries.push(seconds)
    clock.advance(10_000)
  }
  expect(tries).toEqual([60, 180, 300, 420])
})
