/** The batches: those that wait or run, and the latest that are done. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { BatchState } from '#shared/domain/commands.ts'
import { api } from '../api.ts'
import { coalesce } from '../composables/coalesce.ts'
import { useLive } from './live.ts'

export const useBatches = defineStore('batches', () => {
  const live = useLive()
  const rows = shallowRef<readonly Batch[]>([])

  /** Batches that have changed and are not drawn yet; null: it is gone. */
  const arrived = new Map<string, Batch | null>()
  const drawSoon = coalesce(() => {
    const news = [...arrived.values()].filter((batch) => batch !== null)
    rows.value = [...news, ...rows.value.filter(({ id }) => !arrived.has(id))].sort(
      (one, other) => other.number - one.number
    )
    arrived.clear()
  })

  const { loading, ready, failure, refresh } = live.feed({
    pull: () => api.batches.list(),
    apply(snapshot) {
      arrived.clear()
      rows.value = snapshot.batches
    },
    handle(event) {
      if (event.type === 'batch') arrived.set(event.batch.id, event.batch)
      else if (event.type === 'batch-removed') arrived.set(event.id, null)
      else return
      drawSoon()
    }
  })

  const inState = (...states: BatchState[]): Batch[] =>
    rows.value.filter(({ state }) => states.includes(state))

  return {
    rows,
    unconfirmed: computed(() => inState('unconfirmed')),
    running: computed(() => inState('running', 'paused')),
    waiting: computed(() => inState('waiting')),
    done: computed(() => inState('done')),
    batch: (id: string | null): Batch | undefined => rows.value.find((row) => row.id === id),
    loading,
    ready,
    failure,
    refresh
  }
})
