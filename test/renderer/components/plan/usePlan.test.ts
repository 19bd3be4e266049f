import { expect, test } from 'vitest'
import { computed, shallowRef, watchSyncEffect } from 'vue'
import type { Client, Unit } from '#shared/contract/rows.ts'
import { usePlan } from '../../../../src/renderer/components/plan/usePlan.ts'

const unit = { id: 7, planColumns: 4, planRows: 3 } as Unit
const client = (id: number, planColumn: number | null, state: Client['state'] = 'og-live') =>
  ({ id, name: `pc${id}`, planColumn, planRow: planColumn === null ? null : 0, state }) as Client

test('who sits where, and who has no seat', () => {
  const plan = usePlan(
    () => unit,
    () => [client(1, 0), client(2, null), client(3, 9)]
  )
  expect(plan.value.size).toEqual({ columns: 4, rows: 3 })
  expect([...plan.value.seating.keys()]).toEqual([1])
  expect(plan.value.tray).toEqual([2, 3])
})

test('news of a state draw no plan; a computer that moves does', () => {
  const clients = shallowRef(Array.from({ length: 100 }, (_, index) => client(index, index % 4)))
  const plan = usePlan(
    () => unit,
    () => clients.value
  )
  let drawn = 0
  const size = computed(() => plan.value.seating.size)
  watchSyncEffect(() => {
    void plan.value
    drawn += 1
  })
  const first = plan.value
  clients.value = clients.value.map((row) => (row.id === 2 ? client(2, 2, 'linux') : row))
  expect(plan.value).toBe(first)
  expect(drawn).toBe(1)
  clients.value = clients.value.map((row) => (row.id === 2 ? client(2, null) : row))
  expect(drawn).toBe(2)
  expect(plan.value.tray).toContain(2)
  expect(size.value).toBe(4)
})
