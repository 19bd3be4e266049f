/** How each state looks: a colour of the theme and an icon; never the colour alone. */
import {
  mdiAccount,
  mdiAlertCircleOutline,
  mdiApple,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCogSyncOutline,
  mdiFileClockOutline,
  mdiHelpCircleOutline,
  mdiLifebuoy,
  mdiMicrosoftWindows,
  mdiPenguin,
  mdiPower,
  mdiProgressClock,
  mdiRestart
} from '@mdi/js'
import type { ClientState, ImageState, TraceState } from '#shared/domain/states.ts'

export interface StateLook {
  readonly color: string
  readonly icon: string
}

export const CLIENT_LOOKS: Readonly<Record<ClientState, StateLook>> = {
  off: { color: 'state-off', icon: mdiPower },
  initializing: { color: 'state-initializing', icon: mdiRestart },
  'og-live': { color: 'state-live', icon: mdiLifebuoy },
  linux: { color: 'state-linux', icon: mdiPenguin },
  'linux-session': { color: 'state-linux', icon: mdiAccount },
  windows: { color: 'state-windows', icon: mdiMicrosoftWindows },
  'windows-session': { color: 'state-windows', icon: mdiAccount },
  macos: { color: 'state-macos', icon: mdiApple },
  'macos-session': { color: 'state-macos', icon: mdiAccount },
  busy: { color: 'state-busy', icon: mdiCogSyncOutline },
  unknown: { color: 'state-unknown', icon: mdiHelpCircleOutline }
}

export const IMAGE_LOOKS: Readonly<Record<ImageState, StateLook>> = {
  'in-progress': { color: 'info', icon: mdiProgressClock },
  'aux-files-pending': { color: 'warning', icon: mdiFileClockOutline },
  success: { color: 'success', icon: mdiCheckCircleOutline },
  failed: { color: 'error', icon: mdiAlertCircleOutline }
}

export const TRACE_LOOKS: Readonly<Record<TraceState, StateLook>> = {
  pending: { color: 'secondary', icon: mdiClockOutline },
  'in-progress': { color: 'info', icon: mdiProgressClock },
  success: { color: 'success', icon: mdiCheckCircleOutline },
  failed: { color: 'error', icon: mdiAlertCircleOutline },
  cancelled: { color: 'secondary', icon: mdiCancel }
}
