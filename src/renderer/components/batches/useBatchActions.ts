/** What can be done with a batch; each says that it was done, or why not. */
import { useI18n } from 'vue-i18n'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Moment } from '#shared/contract/orders.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useOpenBatch } from '../../composables/useOpenBatch.ts'
import { useNotices } from '../../stores/notices.ts'

export function useBatchActions() {
  const { t } = useI18n()
  const openBatch = useOpenBatch()
  const notices = useNotices()
  const { busy, attempt } = useAttempt()

  /** `said`: the key of what is said, which may depend on what came of it. @returns whether it was done */
  const act = <T>(said: string | ((result: T) => string), work: () => Promise<T>): Promise<boolean> =>
    attempt(async () => {
      const result = await work()
      notices.success(t(`commands.actions.done.${typeof said === 'string' ? said : said(result)}`))
    })
  /** All of the batch where no traces are named. */
  const some = (traceIds?: readonly number[]) => (traceIds ? { traceIds: [...traceIds] } : {})

  return {
    busy,
    pause: ({ id }: Batch) => act('paused', () => api.batches.pause({ id })),
    resume: ({ id }: Batch) =>
      act(
        ({ state }) => (state === 'unconfirmed' ? 'asks' : 'resumed'),
        () => api.batches.resume({ id })
      ),
    cancel: ({ id }: Batch, traceIds?: readonly number[]) =>
      act('cancelled', () => api.batches.cancel({ id, ...some(traceIds) })),
    /** Goes to the new batch. */
    retry: ({ id }: Batch, traceIds?: readonly number[]) =>
      act('retried', () => openBatch(() => api.batches.retry({ id, ...some(traceIds) }))),
    reschedule: ({ id }: Batch, moment: Moment) =>
      act(moment.kind === 'now' ? 'runs' : 'rescheduled', () => api.batches.reschedule({ id, moment })),
    remove: ({ id }: Batch) => act('removed', () => api.batches.remove({ id }))
  }
}
