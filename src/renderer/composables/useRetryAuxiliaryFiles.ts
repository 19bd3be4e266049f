import { reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Image } from '#shared/contract/rows.ts'
import { api, failureOf } from '../api.ts'
import { useNotices } from '../stores/notices.ts'
import { useFailureText } from './useFailureText.ts'

/** Asks the repository again for an image's auxiliary files, and says how that went. */
export function useRetryAuxiliaryFiles(): {
  /** The ids of the images whose call is under way. */
  readonly retrying: ReadonlySet<string>
  retry(image: Image): Promise<void>
} {
  const { t } = useI18n()
  const router = useRouter()
  const notices = useNotices()
  const failureText = useFailureText()
  const retrying = reactive(new Set<string>())

  async function retry(image: Image): Promise<void> {
    if (retrying.has(image.id)) return
    retrying.add(image.id)
    try {
      const { trace } = await api.images.retryAuxiliaryFiles({ id: image.id })
      const seeTrace = {
        text: t('work.createImage.seeTrace'),
        run: () => void router.push({ name: 'trace', params: { id: trace.id } })
      }
      if (trace.failure) notices.error(failureText(trace.failure), seeTrace)
      else notices.success(t('work.images.retryAuxSent', { name: image.name }), seeTrace)
    } catch (error) {
      notices.error(failureText(failureOf(error)))
    } finally {
      retrying.delete(image.id)
    }
  }
  return { retrying, retry }
}
