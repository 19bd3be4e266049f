import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { PaletteOption } from '../components/search/options.ts'
import { createTypeAhead, type Typed } from './typeAhead.ts'

/** As many as fit without scrolling. */
const REMEMBERED = 6

/** Whether the palette is open, and what was chosen in it since the window was opened. */
export const usePalette = defineStore('palette', () => {
  const open = ref(false)
  /** Whether it was ever open: until then there is none. */
  const used = ref(false)
  watch(open, () => (used.value = true), { once: true })
  const ahead = createTypeAhead()
  /** Until the field has the focus, what is typed is meant for it all the same. */
  function keep(event: KeyboardEvent): void {
    if (event.key === 'Escape') open.value = false
    else if (!ahead.keep(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  function take(): Typed {
    window.removeEventListener('keydown', keep, true)
    return ahead.take()
  }
  // At once: the next key may come before the next drawing.
  watch(
    open,
    (isOpen) => {
      take()
      if (isOpen) window.addEventListener('keydown', keep, true)
    },
    { flush: 'sync' }
  )
  const recent = shallowRef<readonly PaletteOption[]>([])
  return {
    open,
    used,
    recent,
    /** The keys that were pressed since it was opened: the field's, once it has the focus. */
    take,
    remember: (option: PaletteOption): void => {
      recent.value = [option, ...recent.value.filter(({ key }) => key !== option.key)].slice(0, REMEMBERED)
    }
  }
})
