import { expect, test } from 'vitest'
import type { Client, Subnet } from '#shared/contract/rows.ts'
import { subnetOf, type Network } from '#shared/domain/network.ts'
import {
  clientProblems,
  clientValues,
  emptyClient,
  likeClient,
  type ClientFields
} from '../../../../src/renderer/components/edit/clientRules.ts'

const subnets = [
  { id: 1, name: 'Campus', address: '10.0.0.0', netmask: '255.0.0.0', routerIp: null },
  { id: 2, name: 'Aula 1', address: '10.1.1.0', netmask: '255.255.255.0', routerIp: '10.1.1.254' }
] as Subnet[]
const pc1 = {
  id: 7,
  unitId: 3,
  subnetId: 2,
  name: 'pc1',
  mac: '08:00:27:4F:BE:38',
  ip: '10.1.1.1',
  serialNumber: 'ABC',
  networkInterface: 'eth0',
  ogLive: 'ogLive-1',
  pxeTemplate: null,
  repositoryId: 4,
  agentPort: 8001
} as Client
const valid: ClientFields = {
  ...emptyClient(3),
  name: 'pc2',
  mac: '0800.27aa.bbcc',
  ip: '10.1.1.2',
  subnetId: 2
}

const room: Network = {
  name: 'Aula 1',
  address: '10.1.1.0',
  netmask: '255.255.255.0',
  routerIp: '10.1.1.1'
}
const problems = (
  fields: Partial<ClientFields>,
  self: number | null = null,
  network: Network | null = null,
  client = pc1
) =>
  clientProblems(
    { ...valid, ...fields },
    { self, clients: [client], subnets, unitPath: (id) => `Centro › Aula ${id}`, networkOf: () => network }
  )

test('a computer with all that it needs has no problem', () => {
  expect(problems({})).toEqual({})
})

test.each(['08:00:27:aa:bb:cc', '08-00-27-AA-BB-CC', '080027AABBCC', ' 0800.27aa.bbcc '])(
  'the MAC address %j is sent in the spelling of the inventory',
  (mac) => {
    expect(problems({ mac })).toEqual({})
    expect(clientValues({ ...valid, mac }).mac).toBe('08:00:27:AA:BB:CC')
  }
)

test.each([
  ['', 'required', true],
  ['08:00:27', 'mac', true],
  ['08:00:27:AA:BB:CG', 'mac', false],
  ['08:00:27:AA:BB:CC:DD', 'mac', false]
])('the MAC address %j: %s, still being typed: %s', (mac, key, unfinished) => {
  expect(problems({ mac }).mac).toEqual({ key, unfinished })
})

test('a clash names the computer and where it stands', () => {
  const params = { client: 'pc1', unit: 'Centro › Aula 3' }
  expect(problems({ name: 'pc1', mac: '0800274fbe38', ip: '10.1.1.1' })).toEqual({
    name: { key: 'nameTaken', params: { ...params, value: 'pc1' } },
    mac: { key: 'macTaken', params: { ...params, value: '08:00:27:4F:BE:38' } },
    ip: { key: 'ipTaken', params: { ...params, value: '10.1.1.1' } }
  })
})

test('a computer does not clash with itself, nor by its name with one of another unit', () => {
  const own = { name: 'pc1', mac: pc1.mac, ip: pc1.ip }
  expect(problems(own, 7)).toEqual({})
  expect(problems({ name: 'pc1', unitId: 5 })).toEqual({})
})

test.each([
  ['10.1.2.2', 'outside'],
  ['10.1.1.0', 'networkAddress'],
  ['10.1.1.254', 'routerAddress'],
  ['10.1.1', 'ip'],
  ['', 'required']
])('the address %j in its subnet: %s', (ip, key) => {
  expect(problems({ ip }).ip?.key).toBe(key)
})

test.each([
  ['10.1.2.2', 'outsideOfUnit'],
  ['10.1.1.0', 'networkAddressOfUnit'],
  ['10.1.1.1', 'routerAddressOfUnit'],
  ['10.1.1.2', undefined]
])('the address %j in the network of its classroom, without a subnet: %s', (ip, key) => {
  const elsewhere = { ...pc1, ip: '10.9.9.9' }
  expect(problems({ ip, subnetId: null }, null, room, elsewhere).ip?.key).toBe(key)
})

test('a subnet goes before the network of the classroom, but not before its router', () => {
  const elsewhere = { ...pc1, ip: '10.9.9.9' }
  expect(problems({ ip: '10.2.2.2', subnetId: 1 }, null, room, elsewhere)).toEqual({})
  expect(problems({ ip: '10.1.1.1', subnetId: 2 }, null, room, elsewhere).ip?.key).toBe('routerAddressOfUnit')
})

test('an address that was there before holds no other change up', () => {
  const odd = { ...pc1, ip: '172.16.0.1', subnetId: null }
  expect(problems({ ip: odd.ip, subnetId: null }, odd.id, room, odd)).toEqual({})
  expect(problems({ ip: '172.16.0.2', subnetId: null }, odd.id, room, odd).ip?.key).toBe('outsideOfUnit')
})

test('without any network any address will do', () => {
  expect(problems({ ip: '172.16.0.1', subnetId: null })).toEqual({})
})

test('the narrowest subnet that holds an address is its own', () => {
  expect(subnetOf('10.1.1.9', subnets)?.id).toBe(2)
  expect(subnetOf('10.2.0.1', subnets)?.id).toBe(1)
  expect(subnetOf('192.168.2.1', subnets)).toBeUndefined()
  expect(subnetOf('10.1.', subnets)).toBeUndefined()
})

test('a computer like another shares its settings, not what is its own', () => {
  expect(likeClient(pc1)).toEqual({
    unitId: 3,
    subnetId: 2,
    name: '',
    mac: '',
    ip: '',
    serialNumber: '',
    networkInterface: 'eth0',
    ogLive: 'ogLive-1',
    pxeTemplate: '',
    repositoryId: 4,
    agentPort: '8001'
  })
})
