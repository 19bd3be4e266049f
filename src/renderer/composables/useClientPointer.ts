/** The mouse on a list of computers, heard by the list: picking, the menu, the hint of a state, dragging. */
import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Client } from '#shared/contract/rows.ts'
import { dragClients } from '../components/groups/dragClients.ts'
import { useSelection } from '../stores/selection.ts'
import type { OpenClientMenu } from './useClientCommands.ts'
import type { ClientGrid } from './useClientGrid.ts'

/** The state that the mouse rests on. */
export interface HintedState {
  readonly client: Client
  readonly element: HTMLElement
}

const within = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

export function useClientPointer(
  grid: ClientGrid,
  menu: ShallowRef<OpenClientMenu | null>,
  commands: { open(client: Client): void }
) {
  const { t } = useI18n()
  const selection = useSelection()
  const hinted = shallowRef<HintedState | null>(null)

  const pointer = {
    click(event: MouseEvent): void {
      const found = grid.at(event)
      if (!found) return
      grid.press(event, found.client)
      const button = within(event, '[data-menu]')
      if (button) menu.value = { client: found.client, target: button }
    },
    dblclick(event: MouseEvent): void {
      const found = grid.at(event)
      if (found && !within(event, 'a, button, input')) commands.open(found.client)
    },
    contextmenu(event: MouseEvent): void {
      const found = grid.at(event)
      // Marked text keeps its own menu, which copies it.
      if (!found || getSelection()?.toString()) return
      event.preventDefault()
      grid.go(found.client.id)
      menu.value = { client: found.client, target: [event.clientX, event.clientY] }
    },
    /** Addresses are there to be copied: whoever presses on one marks text, and drags nothing. */
    mousedown(event: MouseEvent): void {
      const found = grid.at(event)
      if (!found) return
      found.element.draggable = within(event, '[data-text]') === null
      // A range is picked with Shift, not marked as text.
      if (event.shiftKey) event.preventDefault()
    },
    dragstart(event: DragEvent): void {
      const found = grid.at(event)
      if (!found?.element.draggable) return
      const ids = selection.with(found.client.id)
      dragClients(event, ids, ids.length === 1 ? found.client.name : t('groups.computers', ids.length))
    },
    mouseover(event: MouseEvent): void {
      const element = within(event, '[data-hint]')
      if (element === (hinted.value?.element ?? null)) return
      const found = element && grid.at(event)
      hinted.value = found ? { client: found.client, element } : null
    },
    mouseleave(): void {
      hinted.value = null
    }
  }
  return { pointer, hinted }
}
