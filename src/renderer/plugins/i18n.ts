import { createI18n, type I18nOptions } from 'vue-i18n'
import { ca as vuetifyCa, en as vuetifyEn, es as vuetifyEs } from 'vuetify/locale'
import type { Language } from '#shared/contract/inputs.ts'
import { sharedMessages } from '#shared/messages/format.ts'
import { ca } from '../locales/ca.ts'
import { en } from '../locales/en.ts'
import { es } from '../locales/es.ts'
import workCa from '../locales/work/ca.ts'
import workEn from '../locales/work/en.ts'
import workEs from '../locales/work/es.ts'

// Typed by its options rather than by its messages: `Messages` already holds the languages together.
export const i18n = createI18n<false, I18nOptions & { legacy: false }>({
  legacy: false,
  locale: 'es',
  fallbackLocale: 'es',
  messages: {
    es: { ...sharedMessages.es, ...es, work: workEs, $vuetify: vuetifyEs },
    en: { ...sharedMessages.en, ...en, work: workEn, $vuetify: vuetifyEn },
    ca: { ...sharedMessages.ca, ...ca, work: workCa, $vuetify: vuetifyCa }
  }
})

/** The whole window in another language, and the document's own mark of it (screen readers choose a voice by that). */
export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
