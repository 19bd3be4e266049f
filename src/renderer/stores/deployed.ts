import { defineStore } from 'pinia'
import { computed, shallowReactive, toRaw } from 'vue'
import type { Deployed } from '#shared/contract/deploy.ts'
import { api } from '../api.ts'
import { coalesce } from '../composables/coalesce.ts'
import { useLive } from './live.ts'

const NONE: ReadonlyMap<number, readonly Deployed[]> = new Map()

/** Which image lies on which partition of which computer. */
export const useDeployed = defineStore('deployed', () => {
  const live = useLive()
  const byClient = shallowReactive(new Map<number, readonly Deployed[]>())

  function sort(rows: readonly Deployed[]): Map<number, Deployed[]> {
    const sorted = new Map<number, Deployed[]>()
    for (const row of rows) {
      const own = sorted.get(row.clientId)
      if (own) own.push(row)
      else sorted.set(row.clientId, [row])
    }
    return sorted
  }

  /** Computers of which something else is known by now: a classroom that ends at once is asked for once. */
  const changed = new Set<number>()
  const askSoon = coalesce(() => void ask())

  const { ready, failure, refresh } = live.feed({
    pull: () => api.deploy.versions({}),
    apply({ deployed }) {
      changed.clear()
      byClient.clear()
      for (const [clientId, rows] of sort(deployed)) byClient.set(clientId, rows)
    },
    handle(event) {
      if (event.type === 'deployed') {
        changed.add(event.clientId)
        askSoon()
      } else if (event.type === 'inventory') void refresh()
    }
  })

  async function ask(): Promise<void> {
    const clientIds = [...changed]
    changed.clear()
    if (clientIds.length === 0) return
    try {
      const sorted = sort((await api.deploy.versions({ clientIds })).deployed)
      for (const id of clientIds) {
        const rows = sorted.get(id)
        if (rows) byClient.set(id, rows)
        else byClient.delete(id)
      }
    } catch {
      // Whatever stood in the way, the whole is asked for again.
      void refresh()
    }
  }

  return {
    ofClient: (clientId: number): readonly Deployed[] => byClient.get(clientId) ?? [],
    /** All by computer. Their number stands for any change of them, which is quicker than to follow each. */
    known: (): ReadonlyMap<number, readonly Deployed[]> => (byClient.size === 0 ? NONE : toRaw(byClient)),
    list: computed(() => [...byClient.values()].flat()),
    ready,
    failure,
    refresh
  }
})
