/** The commands as every menu shows them: in which order, with which icon. Their names are in the shared messages. */
import {
  mdiCached,
  mdiChip,
  mdiContentSaveOutline,
  mdiDatabaseRemoveOutline,
  mdiHarddisk,
  mdiImageMove,
  mdiLogin,
  mdiLogout,
  mdiMessageTextOutline,
  mdiPackageVariantClosed,
  mdiPower,
  mdiPowerPlugOffOutline,
  mdiRestart,
  mdiScriptTextOutline
} from '@mdi/js'
import type { Client } from '#shared/contract/rows.ts'
import { COMMAND_FACTS, openDoor, type BatchCommand } from '#shared/domain/commands.ts'

/** Making an image is of one computer; everything else of any number. */
export type MenuCommand = BatchCommand | 'create-image'
/** Those that have a page of their own. */
export const COMMAND_PAGES = {
  'deploy-image': 'deploy',
  'partition-and-format': 'partitioning'
} as const
type PageCommand = keyof typeof COMMAND_PAGES
/** Those that a dialog is enough for. */
export type DialogCommand = Exclude<BatchCommand, PageCommand>

/** In the seed's order, then what installed systems understand. */
export const COMMAND_ICONS: Readonly<Record<MenuCommand, string>> = {
  'power-on': mdiPower,
  'power-off': mdiPowerPlugOffOutline,
  reboot: mdiRestart,
  login: mdiLogin,
  'create-image': mdiContentSaveOutline,
  'deploy-image': mdiImageMove,
  'delete-cached-image': mdiDatabaseRemoveOutline,
  'partition-and-format': mdiHarddisk,
  'software-inventory': mdiPackageVariantClosed,
  'hardware-inventory': mdiChip,
  message: mdiMessageTextOutline,
  logout: mdiLogout,
  'run-script': mdiScriptTextOutline,
  refresh: mdiCached
}
export const MENU_COMMANDS = Object.keys(COMMAND_ICONS) as readonly MenuCommand[]

/** Whether a command is asked about in a dialog. */
export const isDialogCommand = (command: MenuCommand): command is DialogCommand =>
  command !== 'create-image' && !(command in COMMAND_PAGES)

/** What keeps a command from all of these computers, as a key of the menu's hints; null: nothing keeps it from one. */
export function nobodyFor(command: BatchCommand, clients: readonly Client[]): string | null {
  const { doors } = COMMAND_FACTS[command]
  const reached = clients.some((client) => {
    const door = openDoor(client)
    return door !== null && doors.includes(door)
  })
  if (reached) return null
  return doors.length > 1 ? 'any' : doors[0]!
}
