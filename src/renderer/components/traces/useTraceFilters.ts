import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import type { TraceFilter } from '#shared/contract/inputs.ts'
import { TRACE_COMMANDS, TRACE_FIELDS, TRACE_STATES } from '#shared/domain/states.ts'

interface Filters {
  /** Null once the field's cross has emptied it. */
  client: string | null
  command: TraceFilter['command']
  state: TraceFilter['state']
  batchId: TraceFilter['batchId']
  sortBy: TraceFilter['sortBy']
  descending: boolean
  page: number
  itemsPerPage: number
}

const DEFAULT_SIZE = 20
const MAX_SIZE = 500
/** Between the last key and the question. */
const SETTLE = 250
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function positive(text: unknown, fallback: number): number {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : fallback
}

function fromQuery(query: LocationQuery): Filters {
  return {
    client: typeof query['client'] === 'string' ? query['client'] : '',
    command: TRACE_COMMANDS.find((command) => command === query['command']) ?? null,
    state: TRACE_STATES.find((state) => state === query['state']) ?? null,
    batchId: typeof query['batch'] === 'string' && UUID.test(query['batch']) ? query['batch'] : null,
    sortBy: TRACE_FIELDS.find((field) => field === query['sort']) ?? 'id',
    descending: query['order'] !== 'asc',
    page: positive(query['page'], 1),
    itemsPerPage: Math.min(MAX_SIZE, positive(query['size'], DEFAULT_SIZE))
  }
}

/** The filters of the page of traces, kept in its address: coming back from a trace finds them as they were. */
export function useTraceFilters() {
  const route = useRoute()
  const router = useRouter()
  const filters = reactive(fromQuery(route.query))
  const settledClient = ref(filters.client ?? '')
  let timer: ReturnType<typeof setTimeout> | undefined

  const asked = computed<TraceFilter>(() => ({
    client: settledClient.value.trim(),
    command: filters.command,
    state: filters.state,
    batchId: filters.batchId,
    sortBy: filters.sortBy,
    descending: filters.descending,
    page: filters.page,
    itemsPerPage: filters.itemsPerPage
  }))
  const filtered = computed(() =>
    Boolean(filters.client || filters.command || filters.state || filters.batchId)
  )

  watch(
    () => filters.client,
    (client) => {
      clearTimeout(timer)
      timer = setTimeout(() => (settledClient.value = client ?? ''), SETTLE)
    }
  )
  // Another question has another first page.
  watch(
    [
      settledClient,
      () => filters.command,
      () => filters.state,
      () => filters.batchId,
      () => filters.sortBy,
      () => filters.descending
    ],
    () => {
      filters.page = 1
    }
  )
  watch(asked, ({ client, command, state, batchId, sortBy, descending, page, itemsPerPage }) => {
    void router.replace({
      query: {
        ...(client ? { client } : {}),
        ...(command ? { command } : {}),
        ...(state ? { state } : {}),
        ...(batchId ? { batch: batchId } : {}),
        ...(sortBy === 'id' ? {} : { sort: sortBy }),
        ...(descending ? {} : { order: 'asc' }),
        ...(page > 1 ? { page } : {}),
        ...(itemsPerPage === DEFAULT_SIZE ? {} : { size: itemsPerPage })
      }
    })
  })
  onScopeDispose(() => clearTimeout(timer))

  function reset(): void {
    Object.assign(filters, { client: '', command: null, state: null, batchId: null, page: 1 })
    settledClient.value = ''
  }

  return { filters, asked, filtered, reset }
}
