/** What can be done with an organizational unit, for every menu of one. */
import {
  mdiDeleteOutline,
  mdiFolderMoveOutline,
  mdiFolderPlusOutline,
  mdiMagnify,
  mdiMonitor,
  mdiPencilOutline
} from '@mdi/js'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useInventoryEdits } from './useInventoryEdits.ts'

/** An entry of a menu. */
export interface Action {
  readonly icon: string
  readonly title: string
  run(): void
}

export function useUnitActions(): (id: number) => Action[] {
  const { t } = useI18n()
  const edits = useInventoryEdits()
  const router = useRouter()
  return (id) => [
    { icon: mdiFolderPlusOutline, title: t('edit.actions.newUnit'), run: () => edits.createUnit(id) },
    { icon: mdiMonitor, title: t('edit.actions.newClient'), run: () => edits.createClient(id) },
    { icon: mdiPencilOutline, title: t('edit.actions.edit'), run: () => edits.editUnit(id) },
    { icon: mdiFolderMoveOutline, title: t('edit.actions.move'), run: () => void edits.moveUnit(id) },
    {
      icon: mdiMagnify,
      title: t('search.commands.programs'),
      run: () => void router.push({ name: 'programs', query: { unit: id } })
    },
    { icon: mdiDeleteOutline, title: t('edit.actions.remove'), run: () => edits.removeUnits([id]) }
  ]
}
