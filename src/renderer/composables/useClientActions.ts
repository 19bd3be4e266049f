import { mdiContentCopy, mdiDeleteOutline, mdiFolderMoveOutline, mdiPencilOutline } from '@mdi/js'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useInventoryEdits } from './useInventoryEdits.ts'

export interface ClientAction {
  readonly key: string
  readonly icon: string
  readonly title: string
  run(id: number): void
}

/** What every menu of a computer offers to change it, in one order. */
export function useClientActions(): ComputedRef<readonly ClientAction[]> {
  const { t } = useI18n()
  const edits = useInventoryEdits()
  return computed(() => [
    { key: 'edit', icon: mdiPencilOutline, title: t('edit.actions.edit'), run: edits.editClient },
    {
      key: 'move',
      icon: mdiFolderMoveOutline,
      title: t('edit.actions.move'),
      run: (id) => void edits.moveClients([id])
    },
    {
      key: 'duplicate',
      icon: mdiContentCopy,
      title: t('edit.actions.duplicate'),
      run: edits.duplicateClient
    },
    {
      key: 'remove',
      icon: mdiDeleteOutline,
      title: t('edit.actions.remove'),
      run: (id) => edits.removeClients([id])
    }
  ])
}
