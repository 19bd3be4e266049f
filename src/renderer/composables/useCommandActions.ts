/** The commands as a menu offers them for some computers. */
import { useI18n } from 'vue-i18n'
import type { Client } from '#shared/contract/rows.ts'
import { COMMAND_FACTS } from '#shared/domain/commands.ts'
import { useInventory } from '../stores/inventory.ts'
import { COMMAND_ICONS, MENU_COMMANDS, nobodyFor, type MenuCommand } from './commandLooks.ts'
import { useCommands } from './useCommands.ts'

export interface CommandAction {
  readonly command: MenuCommand
  readonly icon: string
  readonly title: string
  /** Why it would reach nobody now; empty where it would. */
  readonly hint: string
  readonly disabled: boolean
  /** Whether something on a disk is lost by it. */
  readonly destroys: boolean
  /** Whether something else begins here. */
  readonly apart: boolean
  run(): void
}

/** The first of those that need an installed system. */
const APART: MenuCommand = 'message'

export function useCommandActions() {
  const { t } = useI18n()
  const inventory = useInventory()
  const { open } = useCommands()

  function hintOf(command: MenuCommand, clients: readonly Client[]): string {
    if (clients.length === 0) return t('commands.menu.noTargets')
    if (command === 'create-image') return clients.length > 1 ? t('commands.menu.oneOnly') : ''
    const reason = nobodyFor(command, clients)
    return reason === null ? '' : t(`commands.menu.nobody.${reason}`, clients.length)
  }

  /** @param target what the computers are, in words */
  return (clientIds: readonly number[], target: string): CommandAction[] => {
    const clients = clientIds.flatMap((id) => inventory.client(id) ?? [])
    return MENU_COMMANDS.map((command) => ({
      command,
      icon: COMMAND_ICONS[command],
      title: t(`commands.${command}`),
      hint: hintOf(command, clients),
      // Whoever cannot be reached now can be waited for; an image is made of one computer only.
      disabled: clients.length === 0 || (command === 'create-image' && clients.length > 1),
      destroys: command !== 'create-image' && COMMAND_FACTS[command].danger === 'destroys',
      apart: command === APART,
      run: () => open(command, clientIds, target)
    }))
  }
}
