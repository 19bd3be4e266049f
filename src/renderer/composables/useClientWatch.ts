import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, connection } from '../api.ts'

/** Changes of the list closer together than this are one: paging and typing in a filter pass through many. */
const SETTLE = 300
const RETRY_AFTER = 2000

/**
 * Has the agents of these computers asked for their states for as long as somebody looks at them. What they answer
 * comes as `client` events.
 */
export function useClientWatch(ids: MaybeRefOrGetter<readonly number[]>): void {
  let stream: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void follow(), wait)
  }

  async function follow(): Promise<void> {
    stream?.abort()
    const wanted = [...toValue(ids)]
    if (wanted.length === 0 || connection.value !== 'connected') return
    const controller = new AbortController()
    stream = controller
    try {
      const { signal } = controller
      for await (const _ of await api.clients.watch({ ids: wanted }, { signal })) if (signal.aborted) return
    } catch {
      // Aborted by us, or the console is gone: in the latter case below or the reconnection opens another.
    }
    if (!controller.signal.aborted) later(RETRY_AFTER)
  }

  // Order does not matter, so that sorting a table asks nobody again.
  const key = () => [...toValue(ids)].sort((a, b) => a - b).join(' ')
  watch([key, connection], () => later(SETTLE))
  later(0)
  onScopeDispose(() => {
    clearTimeout(timer)
    stream?.abort()
  })
}
