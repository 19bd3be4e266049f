/** Asks the console for a file and saves it. */
import { useI18n } from 'vue-i18n'
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { ExportFormat } from '#shared/domain/imports.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useNotices } from '../../stores/notices.ts'
import { saveFile } from './saveFile.ts'

export function useExport() {
  const { t } = useI18n()
  const notices = useNotices()
  const { busy, attempt } = useAttempt()

  const save = (format: ExportFormat, selection: ExportSelection, separator: ';' | ',' = ';') =>
    attempt(async () => {
      const file = await api.exports.make({ format, selection, separator })
      saveFile(file)
      notices.success(t('imports.export.done', { file: file.fileName }, file.clients))
    })

  return { busy, save }
}
