/** Saves inventories as CSV: one, or the latest ones of a selection of computers. */
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ExportSelection } from '#shared/contract/exports.ts'
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

  async function save(kind: InventoryKind, of: { id: number } | ExportSelection): Promise<void> {
    busy.value = true
    try {
      const file = await api.records.export({ kind, of })
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

  return { busy, save }
}
