/** What can be done with a computer of a list, from its menu or by a key. */
import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Client } from '#shared/contract/rows.ts'
import { useSelection } from '../stores/selection.ts'
import { useInventoryEdits } from './useInventoryEdits.ts'

/** The menu of one computer, where it was asked for. */
export interface OpenClientMenu {
  readonly client: Client
  readonly target: HTMLElement | [x: number, y: number]
}

export function useClientCommands() {
  const router = useRouter()
  const edits = useInventoryEdits()
  const selection = useSelection()
  const menu = shallowRef<OpenClientMenu | null>(null)

  const commands = {
    open: (client: Client): void => void router.push({ name: 'client', params: { id: client.id } }),
    edit: (client: Client): void => edits.editClient(client.id),
    /** All that are picked where it is one of them. */
    remove: (client: Client): void => edits.removeClients(selection.with(client.id)),
    menu: (client: Client, target: HTMLElement): void => {
      menu.value = { client, target }
    }
  }

  return { menu, commands }
}
