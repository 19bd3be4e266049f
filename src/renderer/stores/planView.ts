import { defineStore } from 'pinia'
import { ref } from 'vue'

/** How seat plans are looked at, for as long as the window is open. */
export const usePlanView = defineStore('plan-view', () => {
  /** Null: as large as fits. */
  const zoom = ref<number | null>(null)
  /** Whether one looks from the board into the room. */
  const flipped = ref(false)
  return { zoom, flipped }
})
