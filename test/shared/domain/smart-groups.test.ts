import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smartFilter, type SmartFilter } from '#shared/contract/inputs.ts'
import type { Client } from '#shared/contract/rows.ts'
import { asksNothing, createSmartMatcher } from '#shared/domain/smart-groups.ts'
import { CLIENT_STATES } from '#shared/domain/states.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 100 * DAY
const UNITS = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: null }
]
const SYSTEMS = ['Windows 11 Pro 64 bits', 'Ubuntu 24.04.1 LTS', 'Windows 10 Educación']

const client = (change: Partial<Client> = {}): Client => ({
  id: 1,
  unitId: 3,
  subnetId: null,
  name: 'Cátedra-12',
  mac: '08:00:27:4F:BE:38',
  ip: '192.168.7.21',
  serialNumber: null,
  networkInterface: null,
  ogLive: null,
  pxeTemplate: null,
  repositoryId: null,
  effective: { ogLive: 'ogLive-noble-6.8', pxeTemplate: null, repositoryId: 5 },
  state: 'off',
  stateSince: NOW - 10 * DAY,
  stateCheckedAt: NOW,
  stateFailure: null,
  agentPort: 8000,
  agentVersion: '3.0.1',
  systemName: null,
  sessionUser: null,
  sessionSince: null,
  reportedAt: NOW - 20 * DAY,
  planColumn: null,
  planRow: null,
  hasSecret: false,
  createdAt: 1,
  ...change
})
const matcher = (filter: Partial<SmartFilter>, systems: readonly string[] = SYSTEMS.slice(0, 2)) =>
  createSmartMatcher(smartFilter.parse(filter), { units: UNITS, systems: () => systems, now: NOW })

describe('a computer is in a group', () => {
  test.each<[Partial<SmartFilter>, Partial<Client>, boolean]>([
    [{}, {}, true],
    [{ text: 'catedra' }, {}, true],
    [{ text: '08-00-27 168.7' }, {}, true],
    [{ text: 'aula' }, {}, false],
    [{ states: ['off', 'unknown'] }, {}, true],
    [{ states: ['off', 'unknown'] }, { state: 'linux' }, false],
    [{ system: 'windows 11' }, {}, true],
    [{ system: 'windows 10' }, {}, false],
    [{ system: 'windows 24' }, {}, false],
    [{ unitIds: [1] }, {}, true],
    [{ unitIds: [4, 2] }, {}, true],
    [{ unitIds: [4] }, {}, false],
    [{ unitIds: [99] }, {}, false],
    [{ ogLive: 'NOBLE' }, {}, true],
    [{ ogLive: 'jammy' }, {}, false],
    [{ repositoryIds: [5, 6] }, {}, true],
    [{ repositoryIds: [6] }, {}, false],
    [{ agentVersion: '3.0' }, {}, true],
    [{ agentVersion: '2' }, { agentVersion: null }, false],
    [{ silentDays: 10 }, {}, true],
    [{ silentDays: 11 }, {}, false],
    [{ silentDays: 1 }, { state: 'windows' }, false],
    [{ silentDays: 5 }, { reportedAt: NOW - DAY }, false],
    [{ silentDays: 5 }, { reportedAt: null }, true],
    [{ neverReported: true }, { reportedAt: null }, true],
    [{ neverReported: true }, {}, false],
    [{ states: ['off'], system: 'windows 11', unitIds: [1] }, {}, true],
    [{ states: ['linux'], system: 'windows 11', unitIds: [1] }, {}, false]
  ])('%j of %j: %s', (filter, change, expected) => {
    expect(matcher(filter)(client(change))).toBe(expected)
  })
})

const filters = fc.record<Partial<SmartFilter>>(
  {
    text: fc.constantFrom('', 'cat', '192', 'zz'),
    states: fc.uniqueArray(fc.constantFrom(...CLIENT_STATES), { maxLength: 4 }),
    system: fc.constantFrom('', 'windows', 'ubuntu', 'windows 10'),
    unitIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
    ogLive: fc.constantFrom('', 'noble', 'x'),
    repositoryIds: fc.uniqueArray(fc.integer({ min: 4, max: 6 }), { maxLength: 2 }),
    agentVersion: fc.constantFrom('', '3', '2'),
    silentDays: fc.constantFrom(null, 1, 5, 50),
    neverReported: fc.boolean()
  },
  { requiredKeys: [] }
)
const clients = fc
  .record({
    unitId: fc.integer({ min: 1, max: 4 }),
    state: fc.constantFrom(...CLIENT_STATES),
    stateSince: fc.integer({ min: 0, max: 100 }).map((day) => day * DAY),
    reportedAt: fc.option(fc.integer({ min: 0, max: 100 }).map((day) => day * DAY))
  })
  .map(client)

test('a filter that asks more finds no more, and each thing asked stands alone', () => {
  fc.assert(
    fc.property(filters, clients, fc.subarray(SYSTEMS), (filter, one, systems) => {
      const each = Object.entries(filter).map(([key, value]) => matcher({ [key]: value }, systems)(one))
      expect(matcher(filter, systems)(one)).toBe(each.every(Boolean))
    })
  )
})

test('a filter that asks nothing finds everything, and is known as such', () => {
  fc.assert(
    fc.property(filters, clients, (filter, one) => {
      const whole = smartFilter.parse(filter)
      expect(matcher(whole)(one) || !asksNothing(whole)).toBe(true)
      expect(asksNothing(whole)).toBe(JSON.stringify(whole) === JSON.stringify(smartFilter.parse({})))
    })
  )
})

test('a filter survives being kept', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const whole = smartFilter.parse(filter)
      expect(smartFilter.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
    })
  )
})
