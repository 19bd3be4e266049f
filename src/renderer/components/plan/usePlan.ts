import { computed, type ComputedRef } from 'vue'
import type { Client, Unit } from '#shared/contract/rows.ts'
import { gridSizeOf, seatingOf, type SeatPlan } from '#shared/domain/seat-plan.ts'

export interface ShownPlan extends SeatPlan {
  /** Who has no place yet, by name. */
  readonly tray: readonly number[]
  /** The same for as long as everybody stays where they are. */
  readonly key: string
}

/**
 * The plan of a classroom. It stays the same object until somebody's place changes, so that the news of a computer's
 * state reach its own seat alone.
 */
export function usePlan(unit: () => Unit, clients: () => readonly Client[]): ComputedRef<ShownPlan> {
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
