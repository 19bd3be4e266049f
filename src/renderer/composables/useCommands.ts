/** Every command is given here, whichever menu it was chosen from. */
import { useRouter } from 'vue-router'
import type { Order } from '#shared/contract/orders.ts'
import { useCommandDialog } from '../stores/commandDialog.ts'
import { useCommandTargets } from '../stores/commandTargets.ts'
import { COMMAND_PAGES, isDialogCommand, type MenuCommand } from './commandLooks.ts'

export function useCommands() {
  const router = useRouter()
  const targets = useCommandTargets()
  const dialog = useCommandDialog()

  /**
   * Asks about a command for these computers: in a dialog, or on the page that it has.
   * @param target what they are, in words
   */
  function open(command: MenuCommand, clientIds: readonly number[], target: string): void {
    if (isDialogCommand(command)) dialog.open({ command, clientIds, target })
    else if (command === 'create-image') {
      void router.push({ name: 'create-image', params: { id: clientIds[0] } })
    } else {
      targets.set(clientIds, target)
      void router.push({ name: COMMAND_PAGES[command] })
    }
  }

  /** Asks once more, with who takes part and when, about an order that a page of its own has put together. */
  function confirm(order: Order, clientIds: readonly number[], target: string): void {
    dialog.open({ command: order.command, order, clientIds, target })
  }

  return { open, confirm }
}
