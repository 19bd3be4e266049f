import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { PaletteOption } from '../components/search/options.ts'

/** As many as fit without scrolling. */
const REMEMBERED = 6

/** Whether the palette is open, and what was chosen in it since the window was opened. */
export const usePalette = defineStore('palette', () => {
  const open = ref(false)
  /** Whether it was ever open: until then there is none. */
  const used = ref(false)
  watch(open, () => (used.value = true), { once: true })
  const recent = shallowRef<readonly PaletteOption[]>([])
  return {
    open,
    used,
    recent,
    remember: (option: PaletteOption): void => {
      recent.value = [option, ...recent.value.filter(({ key }) => key !== option.key)].slice(0, REMEMBERED)
    }
  }
})
