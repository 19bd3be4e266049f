import { nextTick, watch, type Ref } from 'vue'

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
