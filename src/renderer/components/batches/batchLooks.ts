/** How a batch looks: as it stands, and once it is done, how it went. */
import {
  mdiAlertCircleOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiHelpCircleOutline,
  mdiPauseCircleOutline,
  mdiProgressClock
} from '@mdi/js'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Trace } from '#shared/contract/rows.ts'
import { COMMAND_FACTS, type BatchState } from '#shared/domain/commands.ts'
import type { StateLook } from '../../composables/stateLooks.ts'

export type BatchLook = BatchState | 'failed' | 'cancelled'

export const BATCH_LOOKS: Readonly<Record<BatchLook, StateLook>> = {
  waiting: { color: 'secondary', icon: mdiClockOutline },
  running: { color: 'info', icon: mdiProgressClock },
  paused: { color: 'warning', icon: mdiPauseCircleOutline },
  unconfirmed: { color: 'warning', icon: mdiHelpCircleOutline },
  done: { color: 'success', icon: mdiCheckCircleOutline },
  failed: { color: 'error', icon: mdiAlertCircleOutline },
  cancelled: { color: 'secondary', icon: mdiCancel }
}

/** How a batch stands or went. */
export function batchLook({ state, counts }: Pick<Batch, 'state' | 'counts'>): BatchLook {
  if (state !== 'done') return state
  if (counts.failed > 0) return 'failed'
  return counts.success === 0 && counts.cancelled > 0 ? 'cancelled' : 'done'
}

/** Whether a computer of a batch can be asked again: it did not do it, and is still in the inventory. */
export const canRetry = ({ state, clientId }: Pick<Trace, 'state' | 'clientId'>): boolean =>
  clientId !== null && (state === 'failed' || state === 'cancelled')

/**
 * What is asked of one that is `unconfirmed`: it has stood still since it `begun`, its time is long past, it has waited
 * for long; or it is neither late nor dangerous, and a backup brought it back, or the clock was set.
 */
export function questionOf(
  { command, moment, at, startedAt }: Pick<Batch, 'command' | 'moment' | 'at' | 'startedAt'>,
  now: number
): 'begun' | 'at' | 'other' | 'restored' {
  if (COMMAND_FACTS[command].danger === 'none' || (at ?? 0) > now) return 'restored'
  if (startedAt !== null) return 'begun'
  return moment === 'at' ? 'at' : 'other'
}

/** All of its computers. */
export const sizeOf = ({ counts }: Pick<Batch, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
