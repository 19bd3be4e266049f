import { createI18n, type I18nOptions } from 'vue-i18n'
import type { Language } from '#shared/contract/inputs.ts'
import es from '../locales/complete/es.ts'

/** Spanish is there from the start; the others are fetched when somebody chooses one. */
const LATER = {
  en: () => import('../locales/complete/en.ts'),
  ca: () => import('../locales/complete/ca.ts')
} as const

// Typed by its options rather than by its messages: `Messages` already holds the languages together.
export const i18n = createI18n<false, I18nOptions & { legacy: false }>({
  legacy: false,
  locale: 'es',
  fallbackLocale: 'es',
  messages: { es }
})

let wanted: Language = 'es'

/** The whole window in another language, and the document's own mark of it (screen readers choose a voice by that). */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  if (language !== 'es' && !i18n.global.availableLocales.includes(language)) {
    const { default: messages } = await LATER[language]()
    i18n.global.setLocaleMessage(language, messages as never)
  }
  // Somebody has chosen again meanwhile.
  if (wanted !== language) return
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
