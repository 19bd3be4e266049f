import { expect, test } from 'vitest'
import type { Client, Repository, Subnet } from '#shared/contract/rows.ts'
import {
  repositoryFields,
  repositoryProblems
} from '../../../../src/renderer/components/edit/repositoryRules.ts'
import {
  subnetProblems,
  subnetValues,
  type SubnetFields
} from '../../../../src/renderer/components/edit/subnetRules.ts'

const subnet: SubnetFields = {
  name: 'Aula 2',
  address: '10.1.2.0',
  netmask: '255.255.255.0',
  routerIp: '10.1.2.1'
}
const subnets = [{ id: 1, name: 'Aula 1', address: '10.1.1.0', netmask: '255.255.255.0' }] as Subnet[]
const clients = ['10.1.2.5', '10.1.2.200', '10.1.2.201', '10.1.2.202', '10.1.2.203'].map((ip, index) => ({
  name: `pc${index + 1}`,
  ip
})) as Client[]

const ofSubnet = (fields: Partial<SubnetFields>, self: number | null = null) =>
  subnetProblems({ ...subnet, ...fields }, self, subnets, self === null ? [] : clients)

test('a subnet with all that it needs has no problem', () => {
  expect(ofSubnet({})).toEqual({})
  expect(subnetValues({ ...subnet, routerIp: ' ' }).routerIp).toBeNull()
})

test.each<[Partial<SubnetFields>, keyof SubnetFields, string]>([
  [{ name: '' }, 'name', 'required'],
  [{ address: '' }, 'address', 'required'],
  [{ address: '10.1.2' }, 'address', 'ip'],
  [{ netmask: '255.0.255.0' }, 'netmask', 'netmask'],
  [{ address: '10.1.1.0', routerIp: '' }, 'address', 'subnetTaken'],
  [{ routerIp: '10.1.3.1' }, 'routerIp', 'routerOutside'],
  [{ routerIp: '10.1.300.1' }, 'routerIp', 'ip']
])('%j: %s %s', (fields, key, problem) => {
  expect(ofSubnet(fields)[key]?.key).toBe(problem)
})

test('an address inside the network says which the address of the network is', () => {
  expect(ofSubnet({ address: '10.1.2.7' }).address).toEqual({
    key: 'notNetwork',
    params: { address: '10.1.2.7', network: '10.1.2.0' }
  })
})

test('bounds that would leave computers outside name some of them', () => {
  expect(ofSubnet({ netmask: '255.255.255.128' }, 2).address).toEqual({
    key: 'leftOutside',
    params: { n: 4, names: 'pc2 (10.1.2.200), pc3 (10.1.2.201), pc4 (10.1.2.202), …' }
  })
  expect(ofSubnet({ netmask: '255.255.0.0', address: '10.1.0.0' }, 2)).toEqual({})
})

const repositories = [
  { id: 1, name: 'Repositorio 1', ip: '10.0.0.1', port: 8006, path: '/images' },
  { id: 2, name: 'Repositorio 2', ip: '10.0.0.2', port: 8006, path: '/images' }
] as Repository[]

test('a repository begins with the usual port and folder', () => {
  expect(repositoryFields(undefined)).toMatchObject({
    port: '8006',
    path: '/opt/opengnsys/ogrepository/images'
  })
})

test('a clash names the other repository', () => {
  const fields = { ...repositoryFields(undefined), name: 'Repositorio 1', ip: '10.0.0.2' }
  expect(repositoryProblems(fields, null, repositories)).toEqual({
    name: { key: 'repositoryTaken', params: { name: 'Repositorio 1' } },
    ip: { key: 'repositoryAddressTaken', params: { address: '10.0.0.2:8006', name: 'Repositorio 2' } }
  })
  expect(repositoryProblems({ ...fields, name: 'Nuevo', port: '8007' }, null, repositories)).toEqual({})
})

test('two that share an address already can still be edited', () => {
  const twins = [...repositories, { ...repositories[0]!, id: 3, name: 'Otro' }]
  expect(repositoryProblems(repositoryFields(twins[2]), 3, twins)).toEqual({})
})
