import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SharedMessages } from '#shared/messages/es.ts'

/** The sentences that the console says too, in the window's language; the other languages are not here. */
export function useSharedMessages(): ComputedRef<SharedMessages> {
  const { locale, getLocaleMessage } = useI18n()
  return computed(() => getLocaleMessage(locale.value) as unknown as SharedMessages)
}
