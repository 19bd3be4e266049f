/** A batch in words. */
import { useI18n } from 'vue-i18n'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { TraceState } from '#shared/domain/states.ts'
import { useFormat } from '../../composables/useFormat.ts'

/** How it went first, then what is left. */
const TOLD = [
  'success',
  'failed',
  'cancelled',
  'in-progress',
  'pending'
] as const satisfies readonly TraceState[]

export function useBatchText() {
  const { t } = useI18n()
  const { dateTime, elapsed } = useFormat()

  return {
    name: ({ command, target }: Pick<Batch, 'command' | 'target'>): string =>
      t('commands.batches.name', { command: t(`commands.${command}`), target }),
    /** `28 equipos han terminado bien, 2 con error` */
    outcome: ({ counts }: Batch): string =>
      TOLD.filter((state) => counts[state] > 0)
        .map((state) => t(`commands.batch.summary.${state}`, counts[state]))
        .join(', '),
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
