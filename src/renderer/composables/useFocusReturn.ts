import { nextTick, watch, type Ref } from 'vue'

/** What has the focus; where that is a menu, which closes, the button that opened it. */
export function focusedOpener(): HTMLElement | null {
  const element = document.activeElement
  const menu = element?.closest('.v-menu')
  const found = menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : element
  return found instanceof HTMLElement ? found : null
}

/** Gives the focus back to where a dialog was opened from, once it is gone. */
export function useFocusReturn(open: Readonly<Ref<boolean>>): void {
  let opener: Element | null = null
  watch(
    open,
    async (isOpen) => {
      if (isOpen) {
        opener = document.activeElement
        return
      }
      // Until then the dialog holds the focus.
      await nextTick()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    },
    { immediate: true }
  )
}
