/** One batch and its traces: pulled once, then followed by the events, which bring each row as it is. */
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Trace } from '#shared/contract/rows.ts'
import { api } from '../api.ts'
import { useLive } from '../stores/live.ts'
import { coalesce } from './coalesce.ts'
import { usePull } from './usePull.ts'

interface News {
  readonly traces: ReadonlyMap<number, { readonly revision: number; readonly row: Trace }>
  readonly batch: { readonly revision: number; readonly row: Batch } | null
}

export function useBatch(id: () => string) {
  const live = useLive()
  const { data, failure, refresh } = usePull({
    pull: () => api.batches.get({ id: id() }),
    key: id,
    concerns: (event) => event.type === 'batch-removed' && event.id === id()
  })
  /** The page of another batch starts empty. */
  const pulled = computed(() => (data.value?.batch.id === id() ? data.value : null))

  const traces = new Map<number, { revision: number; row: Trace }>()
  let newest: News['batch'] = null
  const news = shallowRef<News>({ traces, batch: null })
  /** A classroom's jobs report their progress all at once. */
  const drawSoon = coalesce(() => (news.value = { traces: new Map(traces), batch: newest }))
  onScopeDispose(
    live.onEvent((event) => {
      if (event.type === 'trace' && event.trace.batchId === id()) {
        traces.set(event.trace.id, { revision: event.revision, row: event.trace })
      } else if (event.type === 'batch' && event.batch.id === id()) {
        newest = { revision: event.revision, row: event.batch }
      } else return
      drawSoon()
    })
  )

  return {
    batch: computed<Batch | null>(() => {
      const { value } = pulled
      const told = news.value.batch
      if (!value || told?.row.id !== value.batch.id) return value?.batch ?? null
      return told.revision > value.revision ? told.row : value.batch
    }),
    traces: computed<readonly Trace[]>(() => {
      const { value } = pulled
      if (!value) return []
      const told = (trace: Trace): Trace => {
        const newer = news.value.traces.get(trace.id)
        return newer && newer.revision > value.revision ? newer.row : trace
      }
      return value.traces.map(told)
    }),
    failure,
    refresh
  }
}
