import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { LANGUAGES, type Language } from '#shared/contract/inputs.ts'

/** The window's language, as one of those that there are. */
export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => LANGUAGES.find((language) => language === locale.value) ?? 'es')
}
