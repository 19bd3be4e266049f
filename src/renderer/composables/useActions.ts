/** What can be done with a thing of the inventory, for the menu that belongs to it. */
import {
  mdiContentCopy,
  mdiDeleteOutline,
  mdiFolderMoveOutline,
  mdiFolderPlusOutline,
  mdiMonitor,
  mdiPencilOutline
} from '@mdi/js'
import { useI18n } from 'vue-i18n'
import { useInventoryEdits } from './useInventoryEdits.ts'

export interface Action {
  readonly icon: string
  readonly title: string
  run(): void
}

export function useActions() {
  const { t } = useI18n()
  const edits = useInventoryEdits()
  const edit = (run: () => void): Action => ({ icon: mdiPencilOutline, title: t('edit.actions.edit'), run })
  const move = (run: () => void): Action => ({
    icon: mdiFolderMoveOutline,
    title: t('edit.actions.move'),
    run
  })
  const remove = (run: () => void): Action => ({
    icon: mdiDeleteOutline,
    title: t('edit.actions.remove'),
    run
  })
  return {
    ofUnit: (id: number): Action[] => [
      { icon: mdiFolderPlusOutline, title: t('edit.actions.newUnit'), run: () => edits.createUnit(id) },
      { icon: mdiMonitor, title: t('edit.actions.newClient'), run: () => edits.createClient(id) },
      edit(() => edits.editUnit(id)),
      move(() => void edits.moveUnit(id)),
      remove(() => edits.removeUnits([id]))
    ],
    ofClient: (id: number): Action[] => [
      edit(() => edits.editClient(id)),
      move(() => void edits.moveClients([id])),
      { icon: mdiContentCopy, title: t('edit.actions.duplicate'), run: () => edits.duplicateClient(id) },
      remove(() => edits.removeClients([id]))
    ]
  }
}
