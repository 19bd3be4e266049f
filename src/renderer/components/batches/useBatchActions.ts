/** What can be done with a batch; each says that it was done, or why not. */
import { ref, readonly } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Moment } from '#shared/contract/orders.ts'
import { api, failureOf } from '../../api.ts'
import { useFailureText } from '../../composables/useFailureText.ts'
import { useOpenBatch } from '../../composables/useOpenBatch.ts'
import { useNotices } from '../../stores/notices.ts'

export function useBatchActions() {
  const { t } = useI18n()
  const openBatch = useOpenBatch()
  const notices = useNotices()
  const failureText = useFailureText()
  const busy = ref(false)

  /** `done`: the key of what is said, which may depend on what came of it. @returns whether it was done */
  async function attempt<T>(
    done: string | ((result: T) => string),
    work: () => Promise<T>
  ): Promise<boolean> {
    busy.value = true
    try {
      const result = await work()
      notices.success(t(`commands.actions.done.${typeof done === 'string' ? done : done(result)}`))
      return true
    } catch (error) {
      notices.error(failureText(failureOf(error)))
      return false
    } finally {
      busy.value = false
    }
  }
  /** All of the batch where no traces are named. */
  const some = (traceIds?: readonly number[]) => (traceIds ? { traceIds: [...traceIds] } : {})

  return {
    busy: readonly(busy),
    pause: ({ id }: Batch) => attempt('paused', () => api.batches.pause({ id })),
    resume: ({ id }: Batch) =>
      attempt(
        ({ state }) => (state === 'unconfirmed' ? 'asks' : 'resumed'),
        () => api.batches.resume({ id })
      ),
    cancel: ({ id }: Batch, traceIds?: readonly number[]) =>
      attempt('cancelled', () => api.batches.cancel({ id, ...some(traceIds) })),
    /** Goes to the new batch. */
    retry: ({ id }: Batch, traceIds?: readonly number[]) =>
      attempt('retried', () => openBatch(() => api.batches.retry({ id, ...some(traceIds) }))),
    reschedule: ({ id }: Batch, moment: Moment) =>
      attempt(moment.kind === 'now' ? 'runs' : 'rescheduled', () => api.batches.reschedule({ id, moment })),
    remove: ({ id }: Batch) => attempt('removed', () => api.batches.remove({ id }))
  }
}
