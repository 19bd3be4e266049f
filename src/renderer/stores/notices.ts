import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface WindowNotice {
  readonly kind: 'success' | 'error' | 'info'
  readonly text: string
  /** Stays long enough to think about its action. */
  readonly lasting?: boolean
  readonly action?: { readonly text: string; run(): void }
}

/** Short messages at the bottom left of the window; one that failed stays longer. */
export const useNotices = defineStore('notices', () => {
  const queue = ref<WindowNotice[]>([])
  const push = (notice: WindowNotice): void => void queue.value.push(notice)
  return {
    queue,
    push,
    success: (text: string, action?: WindowNotice['action']) =>
      push({ kind: 'success', text, ...(action ? { action } : {}) }),
    error: (text: string, action?: WindowNotice['action']) =>
      push({ kind: 'error', text, ...(action ? { action } : {}) }),
    info: (text: string, action?: WindowNotice['action']) =>
      push({ kind: 'info', text, ...(action ? { action } : {}) })
  }
})
