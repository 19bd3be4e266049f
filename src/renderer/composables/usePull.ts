import { onScopeDispose, readonly, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { ConsoleEvent } from '#shared/contract/events.ts'
import { failureOf, type ShownFailure } from '../api.ts'
import { useLive } from '../stores/live.ts'

interface PullOptions<T> {
  pull(): Promise<T>
  /** What the answer depends on: another value pulls at once, and forgets the answer to the old question. */
  key?: () => unknown
  /** Whether an event makes the answer old. */
  concerns(event: ConsoleEvent): boolean
}

interface Pulled<T> {
  readonly data: ShallowRef<T | null>
  readonly loading: Readonly<Ref<boolean>>
  readonly failure: Readonly<Ref<ShownFailure | null>>
  refresh(): Promise<void>
}

/** Progress comes several times a second: one question answers a burst of it. */
const SETTLE = 150

/**
 * What one page shows and no store keeps: pulled at once, again after every reconnection, and again soon after each
 * event that concerns it. Answers that were overtaken by a newer question are dropped.
 */
export function usePull<T>(options: PullOptions<T>): Pulled<T> {
  const live = useLive()
  const data = shallowRef<T | null>(null)
  const loading = ref(true)
  const failure = ref<ShownFailure | null>(null)
  let run = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function refresh(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const mine = ++run
    loading.value = true
    try {
      const answer = await options.pull()
      if (mine !== run) return
      data.value = answer
      failure.value = null
    } catch (error) {
      if (mine !== run) return
      failure.value = failureOf(error)
    }
    loading.value = false
  }

  /** Not postponed by further events, so that a stream of them cannot starve the page. */
  function refreshSoon(): void {
    timer ??= setTimeout(() => void refresh(), SETTLE)
  }

  const stopEvents = live.onEvent((event) => {
    if (options.concerns(event)) refreshSoon()
  })
  const stopSubscribed = live.onSubscribed(() => void refresh())
  if (options.key) watch(options.key, () => void refresh())
  onScopeDispose(() => {
    run++
    clearTimeout(timer)
    stopEvents()
    stopSubscribed()
  })
  return { data, loading: readonly(loading), failure: readonly(failure), refresh }
}
