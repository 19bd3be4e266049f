import { describe, expect, test } from 'vitest'
import { kindOf, reachOf, type ReachFacts } from '#main/webhooks/reach.ts'
import { startTestConsole } from '../../support/console.ts'
import { siteWithSilentAgent } from '../../support/silent.ts'

const LAN = { name: 'eth0', address: '192.168.2.10', netmask: '255.255.255.0' }
const OTHER = { name: 'wlan0', address: '10.0.0.5', netmask: '255.255.0.0' }
const TUNNEL = { name: 'tun0', address: '172.20.0.2', netmask: '255.255.0.0' }
const ips = (network: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${network}.${n + 20}`)
const reach = (change: Partial<ReachFacts>) =>
  reachOf({
    host: '0.0.0.0',
    port: 8443,
    interfaces: [OTHER, TUNNEL, LAN],
    classrooms: [{ name: 'Aula 1', ips: ips('192.168.2', 30) }],
    neverReported: false,
    ...change
  })
const codes = (change: Partial<ReachFacts>) => reach(change).warnings.map(({ code }) => code)

test.each([
  ['eth0', 'lan'],
  ['Ethernet 2', 'lan'],
  ['Wi-Fi', 'lan'],
  ['enp0s31f6', 'lan'],
  ['tun0', 'vpn'],
  ['wg0', 'vpn'],
  ['OpenVPN TAP-Windows6', 'vpn'],
  ['docker0', 'virtual'],
  ['br-9f2c', 'virtual'],
  ['virbr0', 'virtual'],
  ['vEthernet (WSL)', 'virtual'],
  ['VirtualBox Host-Only Network', 'virtual']
])('%s is taken for %s', (name, kind) => {
  expect(kindOf({ name, address: '10.0.0.1' })).toBe(kind)
})

describe('which address', () => {
  test('the one in the network of the classrooms comes first, with their names', () => {
    const { addresses, warnings } = reach({})
    expect(addresses.map(({ address }) => address)).toEqual([LAN.address, OTHER.address, TUNNEL.address])
    expect(addresses[0]).toEqual({
      name: 'eth0',
      address: LAN.address,
      kind: 'lan',
      url: 'https://192.168.2.10:8443',
      classrooms: [{ name: 'Aula 1', computers: 30 }]
    })
    expect(warnings).toEqual([])
  })

  test.each([
    ['loopback only', { host: '127.0.0.1' }, ['loopback-only']],
    ['no network', { interfaces: [] }, ['no-network']],
    ['listening on another network', { host: OTHER.address }, ['other-address']],
    ['listening on the right one', { host: LAN.address }, []],
    ['behind a tunnel', { classrooms: [{ name: 'Aula 2', ips: ips('172.20.7', 3) }] }, ['by-vpn']],
    ['behind a router', { classrooms: [{ name: 'Aula 3', ips: ips('192.168.9', 3) }] }, ['by-router']],
    ['a classroom without computers', { classrooms: [{ name: 'Aula 4', ips: [] }] }, []],
    ['computers that are called and never call', { neverReported: true }, ['never-reported']]
  ] as const)('%s', (_name, change, expected) => {
    expect(codes(change as unknown as Partial<ReachFacts>)).toEqual(expected)
  })
})

test('the console tests itself: it answers with its own certificate, or says that it does not', async () => {
  const { api, console } = await startTestConsole()
  const [url] = console.webhookStatus().urls
  expect(await api.system.testReach()).toMatchObject([{ url, outcome: 'answers', text: null }])
  const gone = await startTestConsole({
    webhookHost: '0.0.0.0',
    interfaces: () => [{ ...LAN, address: '192.0.2.1' }]
  })
  const [test] = await gone.api.system.testReach()
  expect(test?.outcome).not.toBe('answers')
})

test('computers that take jobs on and never report are told of, until the first of them does', async () => {
  const { site, send, jobId } = await siteWithSilentAgent()
  const codesNow = async () => (await site.api.system.reach()).warnings.map(({ code }) => code)
  expect(await codesNow()).toEqual(['loopback-only'])
  site.clock.advance(10 * 60_000)
  expect(await codesNow()).toEqual(['loopback-only', 'never-reported'])
  await send({ job_id: jobId, progress: 0.1 })
  expect(await codesNow()).toEqual(['loopback-only'])
})
