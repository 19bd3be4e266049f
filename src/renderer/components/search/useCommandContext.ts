import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { EMPTY_FILTER } from '#shared/domain/smart-groups.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useCommands } from '../../composables/useCommands.ts'
import { useInventoryEdits } from '../../composables/useInventoryEdits.ts'
import { useEdits } from '../../stores/edits.ts'
import { useSelectionPlace } from '../../composables/useSelectionPlace.ts'
import { useInventory } from '../../stores/inventory.ts'
import { useNotices } from '../../stores/notices.ts'
import { useSelection } from '../../stores/selection.ts'
import { useSmartGroups } from '../../stores/smartGroups.ts'
import { useSystem } from '../../stores/system.ts'
import { useExport } from '../imports/useExport.ts'
import type { CommandContext } from './commands.ts'

/** What commands work with, in this window. */
export function useCommandContext(): {
  context(): CommandContext
  attempt(work: () => unknown): Promise<boolean>
} {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const edits = useInventoryEdits()
  const dialogs = useEdits()
  const settings = useSystem()
  const notices = useNotices()
  const { save } = useExport()
  const { attempt } = useAttempt()
  const commands = useCommands()
  const inventory = useInventory()
  const selection = useSelection()
  const place = useSelectionPlace()
  const smartGroups = useSmartGroups()

  function chosen(clientIds: readonly number[], target: string): CommandContext['targets'] {
    const single = clientIds.length === 1 ? inventory.client(clientIds[0]!)?.name : undefined
    return {
      clientIds,
      target,
      words: single ?? t('commands.menu.computersOf', { target }, clientIds.length)
    }
  }
  /** The computers that a command without a name is meant for. */
  function targets(): CommandContext['targets'] {
    const { name, params } = route
    const idsOf = (clients: readonly { readonly id: number }[]) => clients.map(({ id }) => id)
    if (selection.count > 0) return chosen(selection.ids, place.value)
    const unit = name === 'groups' && params.unitId ? inventory.unit(Number(params.unitId)) : undefined
    if (unit) return chosen(idsOf(inventory.clientsBelow(unit.id)), unit.name)
    const client = name === 'client' ? inventory.client(Number(params.id)) : undefined
    if (client) return chosen([client.id], client.name)
    const group = name === 'smart-group' ? smartGroups.group(Number(params.smartGroupId)) : undefined
    return group ? chosen(idsOf(smartGroups.members.get(group.id) ?? []), group.name) : null
  }
  return {
    context: () => ({
      api,
      t,
      router,
      edits,
      settings,
      commands,
      targets: targets(),
      unitId: route.name === 'groups' && route.params.unitId ? Number(route.params.unitId) : null,
      undoable: dialogs.done.length > 0,
      openSmartGroup: () => dialogs.open({ kind: 'smart-group', id: null, filter: EMPTY_FILTER }),
      exportInventory: () => save('ogdesk', 'all'),
      tell: (text) => notices.info(text)
    }),
    /** What fails is said in a notice: the palette is gone by then. */
    attempt
  }
}
