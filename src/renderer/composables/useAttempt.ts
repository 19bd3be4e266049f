/** Doing something whose failure has no better place than a notice. */
import { readonly, ref } from 'vue'
import { failureOf } from '../api.ts'
import { useNotices } from '../stores/notices.ts'
import { useFailureText } from './useFailureText.ts'

export function useAttempt() {
  const notices = useNotices()
  const failureText = useFailureText()
  const busy = ref(false)

  /** Does it. @returns whether it was done; why not has been said */
  async function attempt(work: () => unknown): Promise<boolean> {
    busy.value = true
    try {
      await work()
      return true
    } catch (error) {
      notices.error(failureText(failureOf(error)))
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy: readonly(busy), attempt }
}
