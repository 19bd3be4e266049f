import { onScopeDispose, readonly, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AuditFilter } from '#shared/contract/audit.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useNotices } from '../../stores/notices.ts'
import { saveFile } from '../imports/saveFile.ts'

type Format = 'csv' | 'json'

/** Saves the audit as a file, which comes in parts: how far it is can be seen, and it can be called off. */
export function useAuditExport() {
  const { t } = useI18n()
  const notices = useNotices()
  const { attempt } = useAttempt()
  const running = ref<{ format: Format; entries: number; progress: number } | null>(null)
  let abort = new AbortController()
  const cancel = (): void => abort.abort()
  onScopeDispose(cancel)

  /** @throws where it does not come to its end: the console was lost, or the user called it off */
  async function fetchParts(format: Format, filter: AuditFilter, signal: AbortSignal) {
    const content: string[] = []
    for await (const part of await api.audit.export({ filter, format }, { signal })) {
      content.push(part.content)
      running.value = { format, entries: part.entries, progress: part.progress }
      if (part.progress === 1) return { ...part, content }
    }
    throw new Error('the file ended before its end')
  }

  const save = (format: Format, filter: AuditFilter) =>
    attempt(async () => {
      abort = new AbortController()
      const { signal } = abort
      running.value = { format, entries: 0, progress: 0 }
      try {
        const file = await fetchParts(format, filter, signal)
        saveFile(file)
        notices.success(t('audit.exported', { file: file.fileName }, file.entries))
      } catch (error) {
        if (!signal.aborted) throw error
      } finally {
        running.value = null
      }
    })

  return { running: readonly(running), save, cancel }
}
