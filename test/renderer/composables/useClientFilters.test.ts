import { expect, test } from 'vitest'
import type { Client } from '#shared/contract/rows.ts'
import { filterClients, type ClientFilters } from '../../../src/renderer/composables/useClientFilters.ts'

const client = {
  unitId: 2,
  name: 'Ordenador-Niño 1',
  ip: '192.168.2.2',
  mac: '08:00:27:4F:BE:38',
  state: 'og-live'
} as Client
const none: ClientFilters = { name: '', ip: '', mac: '', parent: null, state: null }

test.each<[Partial<ClientFilters>, boolean]>([
  [{}, true],
  [{ name: ' nino ' }, true],
  [{ name: 'pc' }, false],
  [{ ip: '168.2' }, true],
  [{ ip: '10.' }, false],
  [{ mac: '0800274f' }, true],
  [{ mac: '08-00-27' }, true],
  [{ mac: '4F:BE' }, true],
  [{ mac: 'zz' }, false],
  [{ parent: 2 }, true],
  [{ parent: 3 }, false],
  [{ state: 'og-live', name: 'ordenador' }, true],
  [{ state: 'linux' }, false]
])('%j finds the computer: %s', (filters, found) => {
  expect(filterClients([client], { ...none, ...filters })).toEqual(found ? [client] : [])
})
