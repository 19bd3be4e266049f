/** How each kind of entry in a job's history looks. */
import {
  mdiAlertCircleOutline,
  mdiArrowLeftBold,
  mdiArrowRightBold,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiCheckboxMarkedCircleAutoOutline,
  mdiClockAlertOutline,
  mdiCommentQuestionOutline,
  mdiEmailOpenOutline,
  mdiEmailRemoveOutline,
  mdiHarddisk,
  mdiPlaylistPlus,
  mdiPower,
  mdiPowerSleep,
  mdiProgressClock,
  mdiRestore
} from '@mdi/js'
import type { HistoryKind } from '#shared/contract/rows.ts'
import type { StateLook } from '../../composables/stateLooks.ts'

export const HISTORY_LOOKS: Readonly<Record<HistoryKind, StateLook>> = {
  created: { color: 'secondary', icon: mdiPlaylistPlus },
  'disk-read': { color: 'primary', icon: mdiHarddisk },
  woken: { color: 'primary', icon: mdiPower },
  reported: { color: 'info', icon: mdiEmailOpenOutline },
  'reported-late': { color: 'warning', icon: mdiEmailOpenOutline },
  call: { color: 'primary', icon: mdiArrowRightBold },
  reply: { color: 'primary', icon: mdiArrowLeftBold },
  'call-failed': { color: 'error', icon: mdiAlertCircleOutline },
  accepted: { color: 'info', icon: mdiCheckboxMarkedCircleAutoOutline },
  progress: { color: 'info', icon: mdiProgressClock },
  result: { color: 'primary', icon: mdiEmailOpenOutline },
  ignored: { color: 'secondary', icon: mdiEmailRemoveOutline },
  deadline: { color: 'warning', icon: mdiClockAlertOutline },
  asked: { color: 'secondary', icon: mdiCommentQuestionOutline },
  kept: { color: 'warning', icon: mdiProgressClock },
  'clock-set': { color: 'warning', icon: mdiClockAlertOutline },
  slept: { color: 'warning', icon: mdiPowerSleep },
  resumed: { color: 'secondary', icon: mdiRestore },
  ended: { color: 'success', icon: mdiCheckCircleOutline }
}

/** An end looks like the state that it brought. */
export function lookOfEnd(state: string | number | undefined): StateLook {
  if (state === 'failed') return HISTORY_LOOKS['call-failed']
  return state === 'cancelled' ? { color: 'secondary', icon: mdiCancel } : HISTORY_LOOKS.ended
}
