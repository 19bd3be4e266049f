import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '#shared/contract/inputs.ts'

/** As in the contract; its own list would bring the whole validator to the start of the window. */
export const LANGUAGES: readonly Language[] = ['es', 'en', 'ca']

/** The window's language, as one of those that there are. */
export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => LANGUAGES.find((language) => language === locale.value) ?? 'es')
}
