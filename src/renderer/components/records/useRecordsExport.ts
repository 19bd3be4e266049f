/** Saves inventories as CSV: one, the latest ones of a selection of computers, or the programs that were found. */
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ExportedFile, ExportSelection } from '#shared/contract/exports.ts'
import type { InventoryKind } from '#shared/domain/inventories.ts'
import { api, failureOf } from '../../api.ts'
import { useFailureText } from '../../composables/useFailureText.ts'
import { useNotices } from '../../stores/notices.ts'
import { saveFile } from '../imports/saveFile.ts'

export function useRecordsExport() {
  const { t } = useI18n()
  const notices = useNotices()
  const failureText = useFailureText()
  const busy = ref(false)

  async function write(making: Promise<ExportedFile>): Promise<void> {
    busy.value = true
    try {
      const file = await making
      if (file.clients === 0) notices.error(t('records.exportNone'))
      else {
        saveFile(file)
        notices.success(t('records.exported', { file: file.fileName }, file.clients))
      }
    } catch (error) {
      notices.error(failureText(failureOf(error)))
    }
    busy.value = false
  }

  return {
    busy,
    save: (kind: InventoryKind, of: { id: number } | ExportSelection): Promise<void> =>
      write(api.records.export({ kind, of })),
    /** The programs that a question finds on the computers of a selection. */
    savePrograms: (question: string, of: ExportSelection): Promise<void> =>
      write(api.records.exportPrograms({ question, of }))
  }
}
