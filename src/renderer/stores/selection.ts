/** The computers that somebody has picked, in as many classrooms as they like; kept while they go from view to view. */
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, watch } from 'vue'
import type { Client } from '#shared/contract/rows.ts'
import { useInventory } from './inventory.ts'

interface SelectedGroup {
  readonly unitId: number
  readonly clients: Client[]
}

export const useSelection = defineStore('selection', () => {
  const inventory = useInventory()
  const picked = shallowReactive(new Set<number>())
  /** Where a range begins: what was picked last. */
  const anchor = ref<number | null>(null)

  function set(id: number, selected: boolean): void {
    anchor.value = id
    if (selected) picked.add(id)
    else picked.delete(id)
  }

  /** Picks everything from the last one picked up to this one, in the order in which they are shown. */
  function extend(id: number, shown: readonly number[]): void {
    const to = shown.indexOf(id)
    const from = anchor.value === null ? -1 : shown.indexOf(anchor.value)
    if (to < 0 || from < 0) return set(id, true)
    for (const between of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) picked.add(between)
  }

  function clear(): void {
    picked.clear()
    anchor.value = null
  }

  const clients = computed(() =>
    picked.size === 0 ? [] : inventory.clientList.filter(({ id }) => picked.has(id))
  )
  const groups = computed<SelectedGroup[]>(() => {
    const byUnit = new Map<number, Client[]>()
    for (const client of clients.value) {
      const group = byUnit.get(client.unitId)
      if (group) group.push(client)
      else byUnit.set(client.unitId, [client])
    }
    return inventory.unitList.flatMap(({ id }) => {
      const group = byUnit.get(id)
      return group ? [{ unitId: id, clients: group }] : []
    })
  })

  // Who is no longer in the inventory cannot be moved or removed either.
  watch(
    () => inventory.clientList,
    () => {
      for (const id of picked) if (!inventory.clients.has(id)) picked.delete(id)
    }
  )

  return {
    ids: computed<readonly number[]>(() => [...picked]),
    count: computed(() => picked.size),
    clients,
    /** By unit, in the order of the units' names. */
    groups,
    has: (id: number): boolean => picked.has(id),
    set,
    toggle: (id: number): void => set(id, !picked.has(id)),
    extend,
    add(ids: Iterable<number>): void {
      for (const id of ids) picked.add(id)
    },
    drop(ids: Iterable<number>): void {
      for (const id of ids) picked.delete(id)
    },
    clear,
    /** What a command on this computer means: all that are picked where it is one of them, or itself alone. */
    with: (id: number): readonly number[] => (picked.has(id) ? [...picked] : [id])
  }
})
