import { useI18n } from 'vue-i18n'
import { createVuetify, type ThemeDefinition } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'
import { createVueI18nAdapter } from 'vuetify/locale/adapters/vue-i18n'
import { i18n } from './i18n.ts'

/** Every text colour here reaches 4.5:1 on the surface, also as the word of a tinted chip. */
const light: ThemeDefinition = {
  dark: false,
  colors: {
    background: '#F3F6F8',
    surface: '#FFFFFF',
    'surface-light': '#EDF2F5',
    'surface-variant': '#23404C',
    'on-surface-variant': '#F1F6F8',
    primary: '#0B5C75',
    secondary: '#49606B',
    error: '#B3261E',
    info: '#0B57A4',
    success: '#1B6B3A',
    warning: '#8A4B00',
    'state-off': '#56646C',
    'state-initializing': '#006672',
    'state-live': '#0B57A4',
    'state-linux': '#1B6B3A',
    'state-windows': '#4A4FB5',
    'state-macos': '#7A3E8E',
    'state-busy': '#8A4B00',
    'state-unknown': '#6B5B4D'
  },
  variables: { 'medium-emphasis-opacity': 0.72, 'border-opacity': 0.14, 'border-color': '#0F2A36' }
}

const dark: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#0F1519',
    surface: '#182126',
    'surface-bright': '#26333A',
    'surface-light': '#202B31',
    'surface-variant': '#CFE0E7',
    'on-surface-variant': '#10191E',
    primary: '#6CC5DF',
    secondary: '#A7BAC3',
    error: '#FF9C93',
    info: '#8CC0FF',
    success: '#7BD49A',
    warning: '#F5B95F',
    'state-off': '#A9B6BD',
    'state-initializing': '#63D3DD',
    'state-live': '#8CC0FF',
    'state-linux': '#7BD49A',
    'state-windows': '#B3B8FF',
    'state-macos': '#E0A8F0',
    'state-busy': '#F5B95F',
    'state-unknown': '#CDB9A5'
  },
  variables: { 'high-emphasis-opacity': 0.92, 'medium-emphasis-opacity': 0.74, 'border-opacity': 0.16 }
}

/** The side menu keeps its own dark ink under both themes: where one is, and where the work is. */
const menu: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#102E3A',
    surface: '#102E3A',
    'surface-light': '#1B4150',
    primary: '#8FD8EC',
    secondary: '#B7CDD6'
  },
  variables: { 'high-emphasis-opacity': 0.95, 'medium-emphasis-opacity': 0.78 }
}

export function createVuetifyPlugin() {
  // The hosts put this response's nonce here: without it the strict policy would refuse the theme's style sheet.
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return createVuetify({
    theme: {
      ...(nonce ? { cspNonce: nonce } : {}),
      defaultTheme: 'system',
      themes: { light, dark, menu }
    },
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    locale: { adapter: createVueI18nAdapter({ i18n, useI18n }) },
    defaults: {
      VBtn: { variant: 'text', rounded: 'md' },
      VCard: { variant: 'flat', border: true, rounded: 'lg' },
      VChip: { size: 'small', variant: 'tonal', rounded: 'md' },
      VTextField: { variant: 'outlined', density: 'compact', hideDetails: 'auto' },
      VSelect: { variant: 'outlined', density: 'compact', hideDetails: 'auto' },
      VAutocomplete: { variant: 'outlined', density: 'compact', hideDetails: 'auto' },
      VCombobox: { variant: 'outlined', density: 'compact', hideDetails: 'auto' },
      VTextarea: { variant: 'outlined', density: 'compact', hideDetails: 'auto' },
      VSwitch: { density: 'compact', color: 'primary', hideDetails: 'auto' },
      VCheckbox: { density: 'compact', color: 'primary', hideDetails: 'auto' },
      VRadioGroup: { density: 'compact', color: 'primary', hideDetails: 'auto' },
      VAlert: { variant: 'tonal', density: 'compact', rounded: 'lg' },
      // Not in the page before it is shown: a hidden tooltip has no name for a screen reader, and a table has many.
      VTooltip: { location: 'top', eager: false }
    }
  })
}
