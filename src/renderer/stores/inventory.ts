import { defineStore } from 'pinia'
import { computed, shallowReactive, toRaw } from 'vue'
import type { Client, Repository, Subnet, Unit } from '#shared/contract/rows.ts'
import { api } from '../api.ts'
import { coalesce } from '../composables/coalesce.ts'
import { nameCollator } from '../composables/sortClients.ts'
import { useLive } from './live.ts'

export interface UnitNode {
  readonly id: number
  readonly unit: Unit
  readonly children: UnitNode[]
  /** Computers in this unit and below. */
  readonly clientCount: number
}

const NOBODY: ReadonlyMap<number, Client> = new Map()

/** Where a computer stands in the tree, and in the order of names. */
interface Placed {
  readonly id: number
  readonly unitId: number
  readonly name: string
}

const sorted = <T extends { name: string }>(rows: Iterable<T>): T[] =>
  [...rows].sort((a, b) => nameCollator.compare(a.name, b.name))

/** Whether two rows as the console sends them say the same. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [ones, others] = [Object.entries(one), Object.entries(other)]
  return (
    ones.length === others.length &&
    ones.every(([key, value]) => same(value, (other as Record<string, unknown>)[key]))
  )
}

/** Makes a map hold these rows. A row that has not changed stays the same object, so that nothing is drawn again. */
function fill<T extends { id: number }>(map: Map<number, T>, rows: readonly T[]): void {
  const ids = new Set(rows.map((row) => row.id))
  for (const id of map.keys()) if (!ids.has(id)) map.delete(id)
  for (const row of rows) if (!same(map.get(row.id), row)) map.set(row.id, row)
}

export const useInventory = defineStore('inventory', () => {
  const live = useLive()
  const units = shallowReactive(new Map<number, Unit>())
  const subnets = shallowReactive(new Map<number, Subnet>())
  const repositories = shallowReactive(new Map<number, Repository>())
  const clients = shallowReactive(new Map<number, Client>())
  /** The systems installed on the clients that have any. */
  const systems = shallowReactive(new Map<number, { id: number; names: readonly string[] }>())

  /** States that have come and are not drawn yet: a campus that is switched on sends hundreds in a moment. */
  const arrived = new Map<number, Client>()
  const drawSoon = coalesce(() => {
    for (const client of arrived.values()) clients.set(client.id, client)
    arrived.clear()
  })

  const { loading, ready, failure, refresh } = live.feed({
    pull: () => api.inventory.snapshot(),
    apply(snapshot) {
      arrived.clear()
      fill(units, snapshot.units)
      fill(subnets, snapshot.subnets)
      fill(repositories, snapshot.repositories)
      fill(clients, snapshot.clients)
      fill(
        systems,
        snapshot.systems.map(({ clientId, names }) => ({ id: clientId, names }))
      )
    },
    handle(event) {
      if (event.type === 'client') {
        const { client: row, systems: names } = event
        if (!same(systems.get(row.id)?.names ?? [], names)) systems.set(row.id, { id: row.id, names })
        arrived.set(row.id, row)
        drawSoon()
      } else if (event.type === 'repository') repositories.set(event.repository.id, event.repository)
      else if (event.type === 'inventory') void refresh()
    }
  })

  /** The rows as they are. Their number stands for any change of them: to follow each by itself takes its time. */
  function followed(): ReadonlyMap<number, Client> {
    return clients.size === 0 ? NOBODY : toRaw(clients)
  }

  /** All computers by name: the same array for as long as none comes, goes, moves or gets another name. */
  const roster = computed<readonly Placed[]>((old) => {
    const rows = followed()
    const stands = ({ id, unitId, name }: Placed): boolean => {
      const row = rows.get(id)
      return row !== undefined && row.unitId === unitId && row.name === name
    }
    if (old?.length === rows.size && old.every(stands)) return old
    return sorted([...rows.values()].map(({ id, unitId, name }) => ({ id, unitId, name })))
  })
  const clientList = computed<readonly Client[]>(() => {
    const rows = followed()
    return roster.value.map(({ id }) => rows.get(id)!)
  })

  const childrenOf = computed(() => {
    const children = new Map<number | null, Unit[]>()
    for (const row of sorted(units.values())) {
      const siblings = children.get(row.parentId)
      if (siblings) siblings.push(row)
      else children.set(row.parentId, [row])
    }
    return children
  })

  const tree = computed<UnitNode[]>(() => {
    const own = new Map<number, number>()
    for (const { unitId } of roster.value) own.set(unitId, (own.get(unitId) ?? 0) + 1)
    const nodes = (parent: number | null): UnitNode[] =>
      (childrenOf.value.get(parent) ?? []).map((row) => {
        const children = nodes(row.id)
        const clientCount = children.reduce((sum, node) => sum + node.clientCount, own.get(row.id) ?? 0)
        return { id: row.id, unit: row, children, clientCount }
      })
    return nodes(null)
  })

  const unit = (id: number | null): Unit | undefined => (id === null ? undefined : units.get(id))
  const subnet = (id: number | null): Subnet | undefined => (id === null ? undefined : subnets.get(id))
  const client = (id: number | null): Client | undefined => (id === null ? undefined : clients.get(id))
  const repository = (id: number | null): Repository | undefined =>
    id === null ? undefined : repositories.get(id)

  /** The unit and those above it, from the top. */
  function unitAncestry(id: number): Unit[] {
    const path: Unit[] = []
    for (let current = units.get(id); current; current = unit(current.parentId)) path.unshift(current)
    return path
  }

  /** The nearest unit, from this one upwards, that answers yes: where an inherited value comes from. */
  function nearestUnit(id: number, has: (unit: Unit) => boolean): Unit | undefined {
    for (let current = units.get(id); current; current = unit(current.parentId)) {
      if (has(current)) return current
    }
    return undefined
  }

  /** `Centro Demo › Aula Demo` */
  function unitPath(id: number): string {
    return unitAncestry(id)
      .map((ancestor) => ancestor.name)
      .join(' › ')
  }

  /** The ids of a unit and of all below it. */
  function unitIdsBelow(id: number): Set<number> {
    const found = new Set([id])
    // A Set's iteration goes on to what is added meanwhile.
    for (const parent of found) for (const child of childrenOf.value.get(parent) ?? []) found.add(child.id)
    return found
  }

  /** The computers of a unit and of all below it, by name. */
  function clientsBelow(unitId: number): Client[] {
    const within = unitIdsBelow(unitId)
    return clientList.value.filter((row) => within.has(row.unitId))
  }

  /** Answers which systems are installed on a client; followed as a whole, as the rows are. */
  function systemsOf(): (clientId: number) => readonly string[] {
    const known = systems.size === 0 ? new Map<number, never>() : toRaw(systems)
    return (clientId) => known.get(clientId)?.names ?? []
  }

  return {
    units,
    subnets,
    repositories,
    clients,
    loading,
    ready,
    failure,
    refresh,
    tree,
    unitList: computed(() => sorted(units.values())),
    subnetList: computed(() => sorted(subnets.values())),
    repositoryList: computed(() => sorted(repositories.values())),
    clientList,
    unit,
    subnet,
    client,
    repository,
    unitAncestry,
    nearestUnit,
    unitPath,
    unitIdsBelow,
    clientsBelow,
    systemsOf
  }
})
