/** What the console has to say of its own accord: said below, with the way to what it is about. */
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { Notice } from '#shared/contract/events.ts'
import { useLive } from '../stores/live.ts'
import { useNotices } from '../stores/notices.ts'
import { useFailureText } from './useFailureText.ts'
import { batchesOpened } from './useOpenBatch.ts'

export function useConsoleNotices(): void {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const live = useLive()
  const notices = useNotices()
  const failureText = useFailureText()
  const showTrace = (id: number): void => void router.push({ name: 'trace', params: { id } })
  const showBatch = (id: string): void => void router.push({ name: 'batch', params: { id } })

  const textOf = ({ title, body }: Notice): string => `${title}. ${body}`

  async function sayOfBatch(notice: Extract<Notice, { kind: 'batch-done' }>): Promise<void> {
    const { batchId } = notice
    // A short one may be done before its page is there.
    await batchesOpened()
    if (route.name === 'batch' && route.params['id'] === batchId) return
    notices.push({
      kind: notice.failed > 0 ? 'error' : 'success',
      text: textOf(notice),
      action: { text: t('commands.showBatch'), run: () => showBatch(batchId) }
    })
  }

  function say(notice: Notice): void {
    if (notice.kind === 'batch-done') return void sayOfBatch(notice)
    // The form has said it already, with what to do about it.
    if (notice.kind === 'image-failed' && route.name === 'create-image') return
    const { traceId } = notice
    notices.push({
      kind: notice.kind === 'image-ready' ? 'success' : 'error',
      text: textOf(notice),
      action: { text: t('app.showTrace'), run: () => showTrace(traceId) }
    })
  }

  live.onEvent((event) => {
    if (event.type === 'open-trace') showTrace(event.traceId)
    else if (event.type === 'open-batch') showBatch(event.batchId)
    else if (event.type === 'backups' && event.failure) notices.error(failureText(event.failure))
    else if (event.type === 'notice') say(event.notice)
  })
}
