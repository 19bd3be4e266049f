import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { SmartFilter } from '#shared/contract/inputs.ts'
import type { Client } from '#shared/contract/rows.ts'
import type { SmartGroup } from '#shared/contract/search.ts'
import { createSmartMatcher } from '#shared/domain/smart-groups.ts'
import { api } from '../api.ts'
import { nameCollator } from '../composables/sortClients.ts'
import { useInventory } from './inventory.ts'
import { useLive } from './live.ts'

/** Days go by without anything else that would have them counted. */
const LOOK_AT_THE_CLOCK = 10 * 60_000

/** The saved filters, and who is in them: found here, so that it is as live as the states are. */
export const useSmartGroups = defineStore('smart-groups', () => {
  const live = useLive()
  const inventory = useInventory()
  const groups = shallowRef<readonly SmartGroup[]>([])

  const { loading, ready, failure, refresh } = live.feed({
    pull: () => api.smartGroups.list(),
    apply(snapshot) {
      groups.value = [...snapshot.groups].sort((a, b) => nameCollator.compare(a.name, b.name))
    },
    handle(event) {
      if (event.type === 'smart-groups') void refresh()
    }
  })

  const now = ref(Date.now())
  const clock = setInterval(() => (now.value = Date.now()), LOOK_AT_THE_CLOCK)
  onScopeDispose(() => clearInterval(clock))

  /** The computers that a filter finds now, by name. */
  function matching(filter: SmartFilter): Client[] {
    const systems = inventory.systemsOf()
    const matches = createSmartMatcher(filter, { units: inventory.units.values(), systems, now: now.value })
    return inventory.clientList.filter(matches)
  }

  const members = computed(() => new Map(groups.value.map(({ id, filter }) => [id, matching(filter)])))

  return {
    groups,
    loading,
    ready,
    failure,
    refresh,
    group: (id: number | null): SmartGroup | undefined => groups.value.find((group) => group.id === id),
    matching,
    members,
    counts: computed(() => new Map([...members.value].map(([id, clients]) => [id, clients.length])))
  }
})
