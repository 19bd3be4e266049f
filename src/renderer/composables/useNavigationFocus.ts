import { nextTick, onScopeDispose, type Ref } from 'vue'
import { useRouter } from 'vue-router'

/**
 * Brings the keyboard along: who goes to another page starts at its heading, where a screen reader begins to read, and
 * not at what the last page has left. On the same page, only a focus that has lost its place is brought there.
 */
export function useNavigationFocus(content: Ref<HTMLElement | null>): void {
  const router = useRouter()
  let before: Element | null = null
  let heading: MutationObserver | undefined

  function focusHeading(): boolean {
    const found = content.value?.querySelector('h1')
    if (!found) return false
    found.tabIndex = -1
    found.focus({ preventScroll: true })
    return true
  }

  /** A page that is still being loaded has no heading: its content holds the place until there is one. */
  function focusPage(): void {
    if (!content.value || focusHeading()) return
    content.value.focus({ preventScroll: true })
    heading = new MutationObserver(() => {
      if (document.activeElement !== content.value || focusHeading()) heading?.disconnect()
    })
    heading.observe(content.value, { childList: true, subtree: true })
  }

  const stops = [
    router.beforeEach(() => {
      before = document.activeElement
    }),
    router.afterEach(async (to, from, failure) => {
      heading?.disconnect()
      // The first page of a window starts at the window's beginning.
      if (failure || from.matched.length === 0 || to.path === from.path) return
      await nextTick()
      const now = document.activeElement
      const lost = now === document.body && before !== document.body
      // A field that a page puts the focus into by itself keeps it.
      const taken = now !== before && now !== null && content.value?.contains(now)
      if (to.name === from.name ? lost : !taken) focusPage()
    })
  ]
  onScopeDispose(() => {
    heading?.disconnect()
    for (const stop of stops) stop()
  })
}
