import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { EMPTY_FILTER } from '#shared/domain/smart-groups.ts'
import { api, failureOf } from '../../api.ts'
import { useFailureText } from '../../composables/useFailureText.ts'
import { useInventoryEdits } from '../../composables/useInventoryEdits.ts'
import { useEdits } from '../../stores/edits.ts'
import { useNotices } from '../../stores/notices.ts'
import { useSystem } from '../../stores/system.ts'
import { useExport } from '../imports/useExport.ts'
import type { CommandContext } from './commands.ts'

/** What commands work with, in this window. */
export function useCommandContext(): {
  context(): CommandContext
  attempt(work: () => unknown): Promise<void>
} {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const edits = useInventoryEdits()
  const dialogs = useEdits()
  const settings = useSystem()
  const notices = useNotices()
  const { save } = useExport()
  const failureText = useFailureText()
  return {
    context: () => ({
      api,
      t,
      router,
      edits,
      settings,
      unitId: route.name === 'groups' && route.params.unitId ? Number(route.params.unitId) : null,
      undoable: dialogs.done.length > 0,
      openSmartGroup: () => dialogs.open({ kind: 'smart-group', id: null, filter: EMPTY_FILTER }),
      exportInventory: () => save('ogdesk', 'all'),
      tell: (text) => notices.info(text)
    }),
    /** Does it, and says so if it fails: the palette is gone by then. */
    async attempt(work) {
      try {
        await work()
      } catch (error) {
        notices.error(failureText(failureOf(error)))
      }
    }
  }
}
