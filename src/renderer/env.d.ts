/// <reference types="vite/client" />
import type { AriaAttributes } from 'vue'

declare module 'vuetify/styles/core'
declare module 'vuetify/styles/utilities'

/** What every component hands on to its root element; strict templates would refuse it for Vuetify's. */
interface FallthroughAttributes extends AriaAttributes {
  id?: string | undefined
  role?: string | undefined
  title?: string | undefined
  type?: string | undefined
  tabindex?: number | string | undefined
  lang?: string | undefined
  autofocus?: boolean | undefined
  maxlength?: number | string | undefined
  autocapitalize?: string | undefined
  spellcheck?: boolean | string | undefined
  required?: boolean | undefined
  inputmode?: 'text' | 'numeric' | 'search' | undefined
  onClick?: ((event: MouseEvent) => unknown) | undefined
  onKeydown?: ((event: KeyboardEvent) => unknown) | undefined
  onBlur?: ((event: FocusEvent) => unknown) | undefined
  [data: `data${Capitalize<string>}`]: unknown
  [data: `data-${string}`]: unknown
}

declare module 'vue' {
  // oxlint-disable-next-line typescript/no-empty-object-type -- an augmentation can only be an interface
  interface ComponentCustomProps extends FallthroughAttributes {}
  interface HTMLAttributes {
    [data: `data-${string}`]: unknown
  }
}
