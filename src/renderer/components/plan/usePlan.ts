import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PlanChange } from '#shared/contract/plan.ts'
import type { Client, Unit } from '#shared/contract/rows.ts'
import { gridSizeOf, seatChanges, seatingOf, type SeatPlan } from '#shared/domain/seat-plan.ts'
import { api, failureOf } from '../../api.ts'
import { useFailureText } from '../../composables/useFailureText.ts'
import { useNotices } from '../../stores/notices.ts'

export interface ShownPlan extends SeatPlan {
  /** Who has no place yet, by name. */
  readonly tray: readonly number[]
  readonly key: string
}

/**
 * The plan of a classroom. It stays the same object until somebody's place changes, so that the news of a computer's
 * state reach its own seat alone.
 */
export function useShownPlan(unit: () => Unit, clients: () => readonly Client[]): ComputedRef<ShownPlan> {
  return computed((before?: ShownPlan) => {
    const size = gridSizeOf(unit(), clients())
    const places = clients().map(({ id, planColumn, planRow }) => `${id}:${planColumn},${planRow}`)
    const key = [unit().id, size.columns, size.rows, ...places].join(' ')
    if (before?.key === key) return before
    const seating = seatingOf(clients(), size)
    const tray = clients().flatMap(({ id }) => (seating.has(id) ? [] : [id]))
    return { key, size, seating, tray }
  })
}

/** Writes changes of a plan; each can be undone, the latest one first. */
export function usePlanChanges(unit: () => Unit, plan: () => SeatPlan) {
  const { t } = useI18n()
  const notices = useNotices()
  const failureText = useFailureText()
  let done: PlanChange[] = []

  async function send(change: PlanChange): Promise<PlanChange | null> {
    try {
      return (await api.plan.place(change)).before
    } catch (error) {
      notices.error(failureText(failureOf(error)))
      return null
    }
  }

  /** Takes a change back; without one, the latest. */
  async function undo(change = done.at(-1)): Promise<void> {
    if (!change || !done.includes(change)) return
    done = done.filter((other) => other !== change)
    if (await send(change)) notices.info(t('plan.undone'))
  }

  /** Makes the plan so, and says what has been done. */
  async function change(next: SeatPlan, said: string): Promise<void> {
    const { columns, rows } = next.size
    const { size, seating } = plan()
    const seats = seatChanges(seating, next.seating)
    if (seats.length === 0 && size.columns === columns && size.rows === rows) return
    const before = await send({ unitId: unit().id, seats, columns, rows })
    if (!before) return
    done.push(before)
    notices.success(said, { text: t('plan.undo'), run: () => void undo(before) })
  }

  return { change, undo }
}
