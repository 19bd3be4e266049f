/** The mouse on the seats, but for dragging: picking, opening, the menus, and computers on their way to another unit. */
import { useI18n } from 'vue-i18n'
import type { Seat } from '#shared/domain/seat-plan.ts'
import { useInventory } from '../../stores/inventory.ts'
import { useSelection } from '../../stores/selection.ts'
import { dragClients } from '../groups/dragClients.ts'
import type { SeatMenuSubject } from './SeatMenu.vue'
import { clientAt, seatAt } from './useSeatDrag.ts'

interface SeatPointerOptions {
  editing(): boolean
  /** Whether the press that has just ended was a drag on the plan. */
  wasDrag(): boolean
  pick(id: number, range: boolean): void
  open(id: number): void
  press(seat: Seat): void
  clientMenu(id: number, at: HTMLElement | [x: number, y: number]): void
  seatMenu(subject: SeatMenuSubject): void
}

export function useSeatPointer(options: SeatPointerOptions) {
  const { t } = useI18n()
  const inventory = useInventory()
  const selection = useSelection()

  return {
    click(event: MouseEvent): void {
      const id = clientAt(event.target)
      const seat = seatAt(event.target)
      if (!seat || options.wasDrag()) return
      const button = (event.target as Element).closest<HTMLElement>('[data-menu]')
      if (button && id !== null) options.clientMenu(id, button)
      else if (event.shiftKey || event.ctrlKey || event.metaKey) {
        if (id !== null) options.pick(id, event.shiftKey)
      } else options.press(seat)
    },
    dblclick(event: MouseEvent): void {
      const id = clientAt(event.target)
      if (id !== null && !options.editing()) options.open(id)
    },
    contextmenu(event: MouseEvent): void {
      const id = clientAt(event.target)
      const seat = seatAt(event.target)
      if (!seat || (id === null && !options.editing())) return
      event.preventDefault()
      const at: [number, number] = [event.clientX, event.clientY]
      if (options.editing()) options.seatMenu({ seat, id, at })
      else if (id !== null) options.clientMenu(id, at)
    },
    /** Outside of the editor a seat's computer can be dragged to another unit, as from the other lists. */
    dragstart(event: DragEvent): void {
      const id = clientAt(event.target)
      if (id === null || options.editing()) return event.preventDefault()
      const ids = selection.with(id)
      const name = inventory.client(id)?.name ?? ''
      dragClients(event, ids, ids.length === 1 ? name : t('groups.computers', ids.length))
    }
  }
}
