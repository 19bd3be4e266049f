import { mdiAlertCircleOutline, mdiEqual, mdiPencilOutline, mdiPlus } from '@mdi/js'
import type { RowEffect } from '#shared/domain/imports.ts'

/** A word, an icon and a colour: never the colour alone. */
export const EFFECT_LOOKS: Readonly<Record<RowEffect, { readonly color: string; readonly icon: string }>> = {
  new: { color: 'success', icon: mdiPlus },
  changed: { color: 'info', icon: mdiPencilOutline },
  unchanged: { color: 'secondary', icon: mdiEqual },
  error: { color: 'error', icon: mdiAlertCircleOutline }
}
