import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import type { Client, Repository, Subnet, Unit } from '#shared/contract/rows.ts'
import { api } from '../api.ts'
import { useLive } from './live.ts'

export interface UnitNode {
  readonly id: number
  readonly unit: Unit
  readonly children: UnitNode[]
  /** Computers in this unit and below. */
  readonly clientCount: number
}

const byName = new Intl.Collator('es', { numeric: true, sensitivity: 'base' })
const sorted = <T extends { name: string }>(rows: Iterable<T>): T[] =>
  [...rows].sort((a, b) => byName.compare(a.name, b.name))

function fill<T extends { id: number }>(map: Map<number, T>, rows: readonly T[]): void {
  const ids = new Set(rows.map((row) => row.id))
  for (const id of map.keys()) if (!ids.has(id)) map.delete(id)
  for (const row of rows) map.set(row.id, row)
}

export const useInventory = defineStore('inventory', () => {
  const live = useLive()
  const units = shallowReactive(new Map<number, Unit>())
  const subnets = shallowReactive(new Map<number, Subnet>())
  const repositories = shallowReactive(new Map<number, Repository>())
  const clients = shallowReactive(new Map<number, Client>())

  const { loading, ready, failure, refresh } = live.feed({
    pull: () => api.inventory.snapshot(),
    apply(snapshot) {
      fill(units, snapshot.units)
      fill(subnets, snapshot.subnets)
      fill(repositories, snapshot.repositories)
      fill(clients, snapshot.clients)
    },
    handle(event) {
      if (event.type === 'client') clients.set(event.client.id, event.client)
      else if (event.type === 'repository') repositories.set(event.repository.id, event.repository)
      else if (event.type === 'inventory') void refresh()
    }
  })

  const clientsByUnit = computed(() => {
    const groups = new Map<number, Client[]>()
    for (const client of clients.values()) {
      const group = groups.get(client.unitId)
      if (group) group.push(client)
      else groups.set(client.unitId, [client])
    }
    return groups
  })

  const tree = computed<UnitNode[]>(() => {
    const children = new Map<number | null, Unit[]>()
    for (const unit of units.values()) {
      children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit])
    }
    const nodes = (parent: number | null): UnitNode[] =>
      sorted(children.get(parent) ?? []).map((unit) => {
        const below = nodes(unit.id)
        const own = clientsByUnit.value.get(unit.id)?.length ?? 0
        return {
          id: unit.id,
          unit,
          children: below,
          clientCount: below.reduce((sum, node) => sum + node.clientCount, own)
        }
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
    for (const parent of found) {
      for (const candidate of units.values()) if (candidate.parentId === parent) found.add(candidate.id)
    }
    return found
  }

  /** The computers of a unit and of all below it, by name. */
  function clientsBelow(unitId: number): Client[] {
    return sorted([...unitIdsBelow(unitId)].flatMap((id) => clientsByUnit.value.get(id) ?? []))
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
    clientList: computed(() => sorted(clients.values())),
    unit,
    subnet,
    client,
    repository,
    unitAncestry,
    nearestUnit,
    unitPath,
    unitIdsBelow,
    clientsBelow
  }
})
