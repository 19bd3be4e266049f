import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import type { Discovered } from '#shared/contract/rows.ts'
import { api } from '../api.ts'
import { useLive } from './live.ts'

/** Computers that reported in and are not in the inventory. */
export const useDiscovered = defineStore('discovered', () => {
  const live = useLive()
  const computers = shallowReactive(new Map<number, Discovered>())

  const { ready, failure, refresh } = live.feed({
    pull: () => api.discovered.list(),
    apply(snapshot) {
      computers.clear()
      for (const computer of snapshot.computers) computers.set(computer.id, computer)
    },
    handle(event) {
      // Whoever enters the inventory leaves this list, by whatever way it came in.
      if (event.type === 'inventory') void refresh()
      if (event.type !== 'discovered') return
      if (event.computer) computers.set(event.id, event.computer)
      else computers.delete(event.id)
    }
  })

  const list = computed(() => [...computers.values()].sort((one, other) => other.lastSeenAt - one.lastSeenAt))
  return {
    computers,
    ready,
    failure,
    refresh,
    /** Those that wait for somebody's decision. */
    waiting: computed(() => list.value.filter(({ ignored }) => !ignored)),
    ignored: computed(() => list.value.filter(({ ignored }) => ignored))
  }
})
