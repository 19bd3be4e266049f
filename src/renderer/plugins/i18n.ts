import { createI18n, type I18nOptions } from 'vue-i18n'
import { ca as vuetifyCa, en as vuetifyEn, es as vuetifyEs } from 'vuetify/locale'
import type { Language } from '#shared/contract/inputs.ts'
import { sharedMessages } from '#shared/messages/format.ts'
import { ca } from '../locales/ca.ts'
import { en } from '../locales/en.ts'
import { es } from '../locales/es.ts'
import agentsCa from '../locales/agents/ca.ts'
import agentsEn from '../locales/agents/en.ts'
import agentsEs from '../locales/agents/es.ts'
import backupsCa from '../locales/backups/ca.ts'
import backupsEn from '../locales/backups/en.ts'
import backupsEs from '../locales/backups/es.ts'
import computersCa from '../locales/computers/ca.ts'
import computersEn from '../locales/computers/en.ts'
import computersEs from '../locales/computers/es.ts'
import editCa from '../locales/edit/ca.ts'
import editEn from '../locales/edit/en.ts'
import editEs from '../locales/edit/es.ts'
import importsCa from '../locales/imports/ca.ts'
import importsEn from '../locales/imports/en.ts'
import importsEs from '../locales/imports/es.ts'
import planCa from '../locales/plan/ca.ts'
import planEn from '../locales/plan/en.ts'
import planEs from '../locales/plan/es.ts'
import searchCa from '../locales/search/ca.ts'
import searchEn from '../locales/search/en.ts'
import searchEs from '../locales/search/es.ts'
import workCa from '../locales/work/ca.ts'
import workEn from '../locales/work/en.ts'
import workEs from '../locales/work/es.ts'

// Typed by its options rather than by its messages: `Messages` already holds the languages together.
export const i18n = createI18n<false, I18nOptions & { legacy: false }>({
  legacy: false,
  locale: 'es',
  fallbackLocale: 'es',
  messages: {
    es: {
      ...sharedMessages.es,
      ...es,
      work: workEs,
      agents: agentsEs,
      backups: backupsEs,
      computers: computersEs,
      edit: editEs,
      imports: importsEs,
      plan: planEs,
      search: searchEs,
      $vuetify: vuetifyEs
    },
    en: {
      ...sharedMessages.en,
      ...en,
      work: workEn,
      agents: agentsEn,
      backups: backupsEn,
      computers: computersEn,
      edit: editEn,
      imports: importsEn,
      plan: planEn,
      search: searchEn,
      $vuetify: vuetifyEn
    },
    ca: {
      ...sharedMessages.ca,
      ...ca,
      work: workCa,
      agents: agentsCa,
      backups: backupsCa,
      computers: computersCa,
      edit: editCa,
      imports: importsCa,
      plan: planCa,
      search: searchCa,
      $vuetify: vuetifyCa
    }
  }
})

/** The whole window in another language, and the document's own mark of it (screen readers choose a voice by that). */
export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
