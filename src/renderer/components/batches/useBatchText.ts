/** A batch in words. */
import { useI18n } from 'vue-i18n'
import type { Batch } from '#shared/contract/batch-rows.ts'
import { batchOutcome } from '#shared/messages/outcome.ts'
import { useFormat } from '../../composables/useFormat.ts'
import { useSharedMessages } from '../../composables/useSharedMessages.ts'
import { sizeOf } from './batchLooks.ts'

export function useBatchText() {
  const { t } = useI18n()
  const messages = useSharedMessages()
  const { dateTime, elapsed } = useFormat()

  return {
    name: ({ command, target }: Pick<Batch, 'command' | 'target'>): string =>
      t('commands.batches.name', { command: t(`commands.${command}`), target }),
    /** `Desplegada en 28 de 30 equipos; 2 no respondieron: pc07, pc19` */
    outcome(batch: Batch): string {
      const computers = sizeOf(batch)
      // Nothing has begun: there is no outcome to speak of.
      if (batch.counts.pending === computers) return t('groups.computers', computers)
      return batchOutcome(messages.value, batch)
    },
    /** When it runs, or when it ran and for how long. */
    when({ state, moment, at, startedAt, finishedAt, createdAt }: Batch): string {
      if (finishedAt !== null) {
        const lasted = t('commands.batch.when.lasted', {
          elapsed: elapsed(finishedAt - (startedAt ?? createdAt))
        })
        return `${t('commands.batch.when.finished', { time: dateTime(finishedAt) })}, ${lasted}`
      }
      if (state === 'waiting' || state === 'unconfirmed') {
        return moment === 'at'
          ? t('commands.batch.when.at', { time: dateTime(at) })
          : t('commands.batch.when.next')
      }
      return t('commands.batch.when.started', { time: dateTime(startedAt ?? createdAt) })
    }
  }
}
