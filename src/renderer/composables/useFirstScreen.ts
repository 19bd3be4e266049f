import { onMounted, readonly, ref, type Ref } from 'vue'

/** Milliseconds after which a window that is never idle goes on all the same. */
const AT_THE_LATEST = 500

/** Whether the first screen has been drawn: what is not on it is fetched and built from then on. */
export function useFirstScreen(): Readonly<Ref<boolean>> {
  const drawn = ref(false)
  // The frame after the next one: by then the first is on the screen.
  onMounted(() =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => requestIdleCallback(() => (drawn.value = true), { timeout: AT_THE_LATEST }))
    )
  )
  return readonly(drawn)
}
