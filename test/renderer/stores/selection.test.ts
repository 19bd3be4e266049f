/** What is picked: across classrooms, by ranges, and only for as long as it is in the inventory. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Client, Unit } from '#shared/contract/rows.ts'
import { clientRow } from '../../support/clients.ts'

vi.mock('../../../src/renderer/api.ts', async () => {
  const { ref } = await import('vue')
  return { connection: ref('connecting'), api: {}, failureOf: () => null }
})
const { useInventory } = await import('../../../src/renderer/stores/inventory.ts')
const { useSelection } = await import('../../../src/renderer/stores/selection.ts')

const SHOWN = [1, 2, 3, 4, 5]
const at = (unitId: number) => (id: number) => clientRow({ id, unitId })

beforeEach(() => {
  setActivePinia(createPinia())
  const inventory = useInventory()
  for (const id of [1, 2]) inventory.units.set(id, { id, name: `Aula ${id}`, parentId: null } as Unit)
  const clients: Client[] = [...[1, 2, 3].map(at(1)), ...[4, 5].map(at(2))]
  for (const client of clients) inventory.clients.set(client.id, client)
})

test('one by one, in two classrooms, grouped by them', () => {
  const selection = useSelection()
  for (const id of [5, 2, 4, 2, 2]) selection.toggle(id)
  expect(selection.count).toBe(3)
  expect(selection.groups.map(({ unitId, clients }) => [unitId, clients.map(({ id }) => id)])).toEqual([
    [1, [2]],
    [2, [4, 5]]
  ])
  expect(selection.with(4)).toEqual([5, 4, 2])
  expect(selection.with(1)).toEqual([1])
  selection.clear()
  expect(selection.groups).toEqual([])
})

test('a range goes from the last one picked to this one, in the order shown, and back again', () => {
  const selection = useSelection()
  selection.toggle(2)
  selection.extend(4, SHOWN)
  expect([...selection.ids].sort()).toEqual([2, 3, 4])
  selection.extend(1, SHOWN)
  expect([...selection.ids].sort()).toEqual([1, 2, 3, 4])
  // Where the last one picked is not shown, a range has no beginning.
  selection.clear()
  selection.toggle(1)
  selection.extend(4, [3, 4, 5])
  expect([...selection.ids].sort()).toEqual([1, 4])
})

test('whoever leaves the inventory leaves the selection; whoever moves stays', async () => {
  const inventory = useInventory()
  const selection = useSelection()
  selection.add(SHOWN)
  inventory.clients.delete(3)
  inventory.clients.set(4, clientRow({ id: 4, unitId: 1 }))
  await nextTick()
  expect(selection.ids).toEqual([1, 2, 4, 5])
  expect(selection.groups.map(({ unitId, clients }) => [unitId, clients.length])).toEqual([
    [1, 3],
    [2, 1]
  ])
})
