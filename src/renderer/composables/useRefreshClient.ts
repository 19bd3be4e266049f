/** Actualizar: asks a computer what it is doing, and where it can, has it read its disks again. */
import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, failureOf, type ShownFailure } from '../api.ts'
import { useNotices } from '../stores/notices.ts'
import { useTraces } from '../stores/traces.ts'

export function useRefreshClient(id: () => number) {
  const { t } = useI18n()
  const notices = useNotices()
  const traces = useTraces()
  const refreshing = ref(false)
  const failure = ref<ShownFailure | null>(null)
  /** The job that reads the disks, until it has ended. */
  const jobId = ref<number | null>(null)
  const ended = computed(() => traces.latest.find((trace) => trace.id === jobId.value))

  watch(ended, (trace) => {
    if (!trace) return
    jobId.value = null
    failure.value = trace.failure
    if (!trace.failure) notices.success(t('agents.client.refreshed'))
  })

  async function refresh(): Promise<void> {
    refreshing.value = true
    failure.value = null
    try {
      const { state } = await api.clients.refresh({ id: id() })
      // Only ogLive can read the disks; the table comes with the end of the job.
      if (state === 'og-live') jobId.value = (await api.partitions.refresh({ clientId: id() })).id
    } catch (error) {
      failure.value = failureOf(error)
    }
    refreshing.value = false
  }

  return { refreshing, failure, refresh }
}
