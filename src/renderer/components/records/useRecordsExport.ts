/** Saves inventories as CSV: one, the latest ones of a selection of computers, or the programs that were found. */
import { useI18n } from 'vue-i18n'
import type { ExportedFile, ExportSelection } from '#shared/contract/exports.ts'
import type { InventoryKind } from '#shared/domain/inventories.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useNotices } from '../../stores/notices.ts'
import { saveFile } from '../imports/saveFile.ts'

export function useRecordsExport() {
  const { t } = useI18n()
  const notices = useNotices()
  const { busy, attempt } = useAttempt()

  const write = (making: Promise<ExportedFile>): Promise<boolean> =>
    attempt(async () => {
      const file = await making
      if (file.clients === 0) return notices.error(t('records.exportNone'))
      saveFile(file)
      notices.success(t('records.exported', { file: file.fileName }, file.clients))
    })

  return {
    busy,
    save: (kind: InventoryKind, of: { id: number } | ExportSelection) =>
      write(api.records.export({ kind, of })),
    /** The programs that a question finds on the computers of a selection. */
    savePrograms: (question: string, of: ExportSelection) =>
      write(api.records.exportPrograms({ question, of }))
  }
}
