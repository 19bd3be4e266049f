/** Changes of a plan: written, told in words, and taken back with the inventory's own undo. */
import { useI18n } from 'vue-i18n'
import type { Unit } from '#shared/contract/rows.ts'
import {
  moved,
  occupants,
  resized,
  seatChanges,
  seated,
  seatKey,
  unseated,
  type GridSize,
  type Seat,
  type SeatPlan,
  type Seating
} from '#shared/domain/seat-plan.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useUndo } from '../../composables/useUndo.ts'
import { useInventory } from '../../stores/inventory.ts'
import { useNotices } from '../../stores/notices.ts'
import type { DropPlace } from './useSeatDrag.ts'
import type { Carried } from './useSeatKeys.ts'

export function usePlanEdits(unit: () => Unit, plan: () => SeatPlan) {
  const { t } = useI18n()
  const inventory = useInventory()
  const notices = useNotices()
  const { attempt } = useAttempt()
  const { tell } = useUndo()
  const nameOf = (id: number): string => inventory.client(id)?.name ?? ''

  /** Makes the plan so, and says what has been done. */
  async function change(next: SeatPlan, said: string): Promise<void> {
    const { columns, rows } = next.size
    const { size, seating } = plan()
    const seats = seatChanges(seating, next.seating)
    if (seats.length === 0 && size.columns === columns && size.rows === rows) return
    await attempt(async () => {
      const { undoId } = await api.plan.place({ unitId: unit().id, seats, columns, rows })
      tell(said, { undoId, undone: t('plan.undone') })
    })
  }

  /** What is said of computers that come to a seat. */
  function dropped({ ids, anchor }: Carried, seat: Seat): string {
    const other = occupants(plan().seating).get(seatKey(seat))
    const names = { name: nameOf(anchor), other: nameOf(other ?? anchor) }
    if (ids.length > 1) return t('plan.movedMany', ids.length)
    if (other === undefined || other === anchor) {
      return t('plan.moved', { ...names, column: seat.column + 1, row: seat.row + 1 })
    }
    return t(plan().seating.has(anchor) ? 'plan.swapped' : 'plan.replaced', names)
  }

  function seatingWith({ ids, anchor }: Carried, seat: Seat): Seating | null {
    const { seating } = plan()
    const from = seating.get(anchor)
    if (!from) return seated(seating, anchor, seat)
    return moved(plan(), ids, { columns: seat.column - from.column, rows: seat.row - from.row })
  }

  async function remove(ids: readonly number[]): Promise<void> {
    const { size, seating } = plan()
    const said = t('plan.removed', { name: nameOf(ids[0] ?? 0) }, ids.length)
    await change({ size, seating: unseated(seating, ids) }, said)
  }

  return {
    change,
    remove,
    nameOf,
    async drop(carried: Carried, place: DropPlace): Promise<void> {
      if (place === 'tray') return remove(carried.ids)
      const seating = seatingWith(carried, place)
      if (seating) await change({ size: plan().size, seating }, dropped(carried, place))
      else notices.error(t('plan.outside'))
    },
    async resize(size: GridSize): Promise<void> {
      const next = resized(plan(), size)
      const lost = plan().seating.size - next.seating.size
      const said = t('plan.resized', { ...size })
      await change(next, lost ? `${said} ${t('plan.toTray', lost)}` : said)
    }
  }
}
