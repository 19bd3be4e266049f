import { readonly, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, failureOf } from '../api.ts'
import { useNotices } from '../stores/notices.ts'
import { useFailureText } from './useFailureText.ts'

/** Asks the agents of computers for their states now, once each; what they answer comes as events. */
export function useRefreshClients() {
  const { t } = useI18n()
  const notices = useNotices()
  const failureText = useFailureText()
  const refreshing = ref(false)

  async function refresh(ids: readonly number[]): Promise<void> {
    refreshing.value = true
    const stream = new AbortController()
    try {
      const waiting = new Set(ids)
      for await (const { checked } of await api.clients.watch({ ids: [...ids] }, { signal: stream.signal })) {
        // One that comes again: the round is over, and who is missing is no longer in the inventory.
        if (!waiting.delete(checked) || waiting.size === 0) break
      }
      notices.success(t('computers.refreshed', ids.length))
    } catch (error) {
      notices.error(failureText(failureOf(error)))
    } finally {
      stream.abort()
      refreshing.value = false
    }
  }
  return { refreshing: readonly(refreshing), refresh }
}
