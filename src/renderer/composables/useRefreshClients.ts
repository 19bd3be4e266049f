import { useI18n } from 'vue-i18n'
import { api } from '../api.ts'
import { useAttempt } from './useAttempt.ts'
import { useNotices } from '../stores/notices.ts'

/** Asks the agents of computers for their states now, once each; what they answer comes as events. */
export function useRefreshClients() {
  const { t } = useI18n()
  const notices = useNotices()
  const { busy: refreshing, attempt } = useAttempt()

  async function refresh(ids: readonly number[]): Promise<void> {
    const stream = new AbortController()
    await attempt(async () => {
      const waiting = new Set(ids)
      for await (const { checked } of await api.clients.watch({ ids: [...ids] }, { signal: stream.signal })) {
        // One that comes again: the round is over, and who is missing is no longer in the inventory.
        if (!waiting.delete(checked) || waiting.size === 0) break
      }
      notices.success(t('computers.refreshed', ids.length))
    })
    stream.abort()
  }
  return { refreshing, refresh }
}
