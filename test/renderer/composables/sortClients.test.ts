import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Client } from '#shared/contract/rows.ts'
import { CLIENT_FIELDS } from '#shared/domain/client-columns.ts'
import { CLIENT_STATES } from '#shared/domain/states.ts'
import {
  clientValue,
  nameCollator,
  sortClients,
  type ClientNames,
  type ClientOrder
} from '../../../src/renderer/composables/sortClients.ts'
import { clientRow } from '../../support/clients.ts'

const names: ClientNames = {
  state: (state) => state,
  unit: (id) => `Aula ${id}`,
  subnet: (id) => (id === null ? null : `192.168.${id}.0`),
  image: (id) => (id % 3 === 0 ? null : `imagen-${id % 3}`),
  imageVersion: (id) => (id % 3 === 0 ? null : id % 2 === 0 ? 'actual' : 'anterior')
}
const byName = (clients: readonly Client[]): Client[] =>
  [...clients].sort((one, other) => nameCollator.compare(one.name, other.name))
const namesOf = (clients: readonly Client[]): string[] => clients.map(({ name }) => name)

const text = fc.option(fc.constantFrom('', 'a', 'B', 'Álamo', 'x9', 'x10'), { nil: null })
const client = fc
  .record({
    name: fc.string({ maxLength: 6 }),
    unitId: fc.integer({ min: 1, max: 12 }),
    subnetId: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
    ip: fc.ipV4(),
    mac: fc.constantFrom('08:00:27:00:00:01', '08:00:27:00:00:0A', '18:00:27:00:00:01'),
    state: fc.constantFrom(...CLIENT_STATES),
    ogLive: text,
    pxeTemplate: text,
    systemName: text,
    sessionUser: text,
    serialNumber: text,
    agentVersion: text,
    reportedAt: fc.option(fc.nat(5), { nil: null })
  })
  .map(({ ogLive, pxeTemplate, ...row }) => ({
    ...row,
    effective: { ogLive, pxeTemplate, repositoryId: null }
  }))
const campus = fc
  .array(client, { maxLength: 30 })
  .map((rows) => byName(rows.map((row, index) => clientRow({ id: index + 1, ...row }))))
const field = fc.constantFrom(...CLIENT_FIELDS.filter((each) => each !== 'name'))

test('whatever the column: nobody is lost, the empty ones are last, and equals stay by name', () => {
  fc.assert(
    fc.property(campus, field, fc.boolean(), (clients, by, descending) => {
      const sorted = sortClients(clients, { field: by, descending }, names)
      expect(new Set(sorted)).toEqual(new Set(clients))
      expect(sorted).toHaveLength(clients.length)
      const values = sorted.map((row) => clientValue(row, by, names) ?? '')
      const full = values.filter((value) => value !== '')
      expect(values.slice(full.length).every((value) => value === '')).toBe(true)
      const swapped = sorted.filter(
        (row, index) =>
          values[index] === values[index - 1] && clients.indexOf(row) < clients.indexOf(sorted[index - 1]!)
      )
      expect(swapped).toEqual([])
    })
  )
})

test('the other way round is the reverse, but for what is equal or empty', () => {
  fc.assert(
    fc.property(campus, fc.constantFrom('id', 'ip', 'unit', 'subnet', 'reportedAt'), (clients, by) => {
      const distinct = (descending: boolean) => [
        ...new Set(
          sortClients(clients, { field: by, descending }, names)
            .map((row) => clientValue(row, by, names))
            .filter((value) => value !== null)
        )
      ]
      const up = distinct(false)
      expect(distinct(true)).toEqual(up.map((_, index) => up.at(-1 - index)))
    })
  )
})

test('addresses are numbers, and numbers within names are, too', () => {
  const clients = byName([
    clientRow({ id: 1, name: 'pc10', ip: '192.168.2.9', subnetId: 2 }),
    clientRow({ id: 2, name: 'pc2', ip: '192.168.2.10', subnetId: 10 }),
    clientRow({ id: 3, name: 'PC1', ip: '10.0.0.200', subnetId: null })
  ])
  const sorted = (by: ClientOrder['field'], descending = false) =>
    namesOf(sortClients(clients, { field: by, descending }, names))
  expect(sorted('name')).toEqual(['PC1', 'pc2', 'pc10'])
  expect(sorted('name', true)).toEqual(['pc10', 'pc2', 'PC1'])
  expect(sorted('ip')).toEqual(['PC1', 'pc10', 'pc2'])
  expect(sorted('subnet')).toEqual(['pc10', 'pc2', 'PC1'])
  expect(sorted('subnet', true)).toEqual(['pc2', 'pc10', 'PC1'])
})
