import { expect, test } from 'vitest'
import type { Unit } from '#shared/contract/rows.ts'
import type { UnitType } from '#shared/domain/units.ts'
import * as rules from '../../../../src/renderer/components/edit/unitRules.ts'

const units = [
  { id: 1, parentId: null, name: 'Centro' },
  { id: 2, parentId: 1, name: 'Aula 1' }
] as Unit[]
const problems = (fields: Partial<rules.UnitFields>, self: number | null = null) =>
  rules.unitProblems({ ...rules.emptyUnit(1, 'classroom'), name: 'Aula 2', ...fields }, self, units)

test('an empty form lacks its name, and says so once that was left', () => {
  expect(problems({})).toEqual({})
  expect(problems({ name: ' ' })).toEqual({ name: { key: 'required', unfinished: true } })
})

test('a name is taken where its sister has it, and only there', () => {
  expect(problems({ name: ' Aula 1 ' }).name).toEqual({ key: 'unitTaken', params: { name: 'Aula 1' } })
  expect(problems({ name: 'Aula 1' }, 2)).toEqual({})
  expect(problems({ name: 'Aula 1', parentId: null })).toEqual({})
})

test.each<[Partial<rules.UnitFields>, string]>([
  [{ routerIp: '10.0.0.256' }, 'ip'],
  [{ netmask: '255.0.255.0' }, 'netmask'],
  [{ multicastAddress: '10.0.0.1' }, 'multicast'],
  [{ multicastPort: '70000' }, 'whole'],
  [{ p2pTime: 'una hora' }, 'whole'],
  [{ capacity: '-3' }, 'whole'],
  [{ namePattern: 'pc %d' }, 'namePattern'],
  [{ ogLive: 'x'.repeat(501) }, 'tooLong']
])('%j has the problem %s', (fields, key) => {
  expect(Object.values(problems(fields)).map((problem) => problem.key)).toEqual([key])
})

test('what the form holds is what the console keeps, and back', () => {
  const fields = {
    ...rules.emptyUnit(1, 'classroom'),
    name: ' Aula 2 ',
    multicastPort: '9000',
    p2pTime: '0',
    location: ' Planta 1 '
  }
  const values = rules.unitValues(fields)
  expect(values).toMatchObject({
    name: 'Aula 2',
    multicastPort: 9000,
    p2pTime: 0,
    location: 'Planta 1',
    dns: null,
    capacity: null
  })
  expect(rules.unitValues(rules.unitFields(values))).toEqual(values)
})

test.each<[UnitType | null, UnitType[], UnitType[]]>([
  [null, [], ['centre', 'classroom-group', 'classroom', 'client-group']],
  ['centre', [], ['classroom-group', 'classroom', 'client-group']],
  ['classroom', [], ['client-group']],
  ['centre', ['classroom'], ['classroom-group']],
  [null, ['classroom-group'], ['centre', 'classroom-group']]
])('in %j, with %j inside, a unit can be %j', (parent, children, expected) => {
  expect(rules.typesFor(parent, children)).toEqual(expected)
})

test('what is usual somewhere is possible there', () => {
  for (const parent of [null, 'centre', 'classroom-group', 'classroom', 'client-group'] as const) {
    expect(rules.typesFor(parent, [])).toContain(rules.usualType(parent))
  }
})

test('a centre shows the fields of a room only where it has one', () => {
  const centre = rules.emptyUnit(null, 'centre')
  expect(rules.hasRoomFields(centre)).toBe(false)
  expect(rules.hasRoomFields({ ...centre, capacity: '30' })).toBe(true)
  expect(rules.hasRoomFields({ ...centre, type: 'classroom' })).toBe(true)
})
