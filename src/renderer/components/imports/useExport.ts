/** Asks the console for a file and saves it. */
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { ExportFormat } from '#shared/domain/imports.ts'
import { api, failureOf } from '../../api.ts'
import { useFailureText } from '../../composables/useFailureText.ts'
import { useNotices } from '../../stores/notices.ts'
import { saveFile } from './saveFile.ts'

export function useExport() {
  const { t } = useI18n()
  const notices = useNotices()
  const failureText = useFailureText()
  const busy = ref(false)

  async function save(
    format: ExportFormat,
    selection: ExportSelection,
    separator: ';' | ',' = ';'
  ): Promise<void> {
    busy.value = true
    try {
      const file = await api.exports.make({ format, selection, separator })
      saveFile(file)
      notices.success(t('imports.export.done', { file: file.fileName }, file.clients))
    } catch (error) {
      notices.error(failureText(failureOf(error)))
    }
    busy.value = false
  }

  return { busy, save }
}
