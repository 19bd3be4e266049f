/** The inventory as the window keeps it: what has not changed is not made anew. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { computed } from 'vue'
import type { ConsoleEvent } from '#shared/contract/events.ts'
import type { Client, Unit } from '#shared/contract/rows.ts'
import { clientRow } from '../../support/clients.ts'

const door = vi.hoisted(() => ({
  push: (_event: unknown): void => undefined,
  snapshot: {} as unknown
}))

vi.mock('../../../src/renderer/api.ts', async () => {
  const { ref } = await import('vue')
  async function* events() {
    const queue: unknown[] = [{ type: 'subscribed', revision: 0 }]
    let wake = (): void => undefined
    door.push = (event) => (queue.push(event), wake())
    for (;;) {
      while (queue.length > 0) yield queue.shift()
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    connection: ref('connected'),
    api: { system: { events: async () => events() }, inventory: { snapshot: async () => door.snapshot } },
    failureOf: () => null
  }
})
const { useInventory } = await import('../../../src/renderer/stores/inventory.ts')
const { useLive } = await import('../../../src/renderer/stores/live.ts')

const unit = (id: number, parentId: number | null): Unit =>
  ({ id, parentId, name: `Unidad ${id}`, type: 'classroom' }) as Unit
const rows = (): Client[] => [
  clientRow({ id: 1, unitId: 2, name: 'pc10' }),
  clientRow({ id: 2, unitId: 2, name: 'pc2' }),
  clientRow({ id: 3, unitId: 3, name: 'pc1' })
]
const snapshot = (revision: number, clients: Client[]) => ({
  revision,
  units: [unit(1, null), unit(2, 1), unit(3, 1)],
  subnets: [],
  repositories: [],
  clients,
  systems: [{ clientId: 1, names: ['Windows 11'] }]
})
let revision = 10
const push = (event: object): void => door.push({ ...event, revision: ++revision } as ConsoleEvent)

beforeEach(async () => {
  setActivePinia(createPinia())
  door.snapshot = snapshot(0, rows())
  const inventory = useInventory()
  void useLive().start()
  await vi.waitUntil(() => inventory.ready)
})

test('the computers of a unit and of all below it, by name', () => {
  const inventory = useInventory()
  expect(inventory.clientsBelow(1).map(({ name }) => name)).toEqual(['pc1', 'pc2', 'pc10'])
  expect(inventory.clientsBelow(2).map(({ name }) => name)).toEqual(['pc2', 'pc10'])
  expect(inventory.tree).toMatchObject([
    { clientCount: 3, children: [{ clientCount: 2 }, { clientCount: 1 }] }
  ])
})

test('states that come together are shown together, and leave the tree alone', async () => {
  const inventory = useInventory()
  const { tree } = inventory
  const [first, , third] = rows()
  push({ type: 'client', client: { ...first!, state: 'linux' }, systems: [] })
  push({ type: 'client', client: { ...third!, state: 'off' }, systems: [] })
  push({ type: 'client', client: { ...first!, state: 'windows' }, systems: [] })
  await vi.waitFor(() => expect(inventory.client(3)!.state).toBe('off'))
  expect(inventory.client(1)!.state).toBe('windows')
  expect(inventory.clientsBelow(2).map(({ state }) => state)).toEqual(['unknown', 'windows'])
  expect(inventory.tree).toBe(tree)
})

test('another name or another unit is seen in the order and in the tree', async () => {
  const inventory = useInventory()
  push({ type: 'client', client: { ...rows()[0]!, name: 'pc0', unitId: 3 }, systems: [] })
  await vi.waitFor(() => expect(inventory.client(1)!.name).toBe('pc0'))
  expect(inventory.clientsBelow(1).map(({ name }) => name)).toEqual(['pc0', 'pc1', 'pc2'])
  expect(inventory.tree[0]!.children.map(({ clientCount }) => clientCount)).toEqual([1, 2])
})

test('a snapshot that is pulled again leaves the rows that it does not change as they are', async () => {
  const inventory = useInventory()
  const before = inventory.client(2)
  const [first, second] = rows()
  door.snapshot = snapshot(100, [first!, { ...second! }])
  push({ type: 'inventory' })
  await vi.waitFor(() => expect(inventory.clients.size).toBe(2))
  expect(inventory.client(2)).toBe(before)
  expect(inventory.client(3)).toBeUndefined()
})

test('what is installed on a computer comes with the snapshot, and with what changes', async () => {
  const inventory = useInventory()
  const counted = computed(() => inventory.clientList.flatMap(({ id }) => inventory.systemsOf()(id)))
  expect(counted.value).toEqual(['Windows 11'])
  push({ type: 'client', client: { ...rows()[1]! }, systems: ['Ubuntu 24.04', 'Windows 11'] })
  await vi.waitFor(() => expect(counted.value).toEqual(['Ubuntu 24.04', 'Windows 11', 'Windows 11']))
})
