import { shallowRef } from 'vue'
import { between, type Seat, type SeatPlan } from '#shared/domain/seat-plan.ts'
import { useSelection } from '../../stores/selection.ts'

/** Picking several computers on the plan; those picked in other classrooms stay picked. */
export function useSeatPicking(plan: () => SeatPlan) {
  const selection = useSelection()
  /** Where the latest one was picked: a range begins there. */
  const anchor = shallowRef<Seat | null>(null)

  return {
    /** One more or one less; with a range, everybody in the rectangle up to it. */
    pick(id: number, range: boolean): void {
      const seat = plan().seating.get(id)
      if (range && anchor.value && seat) selection.add(between(plan().seating, anchor.value, seat))
      else selection.toggle(id)
      if (!range && seat) anchor.value = seat
    },
    /** Those of this room between two seats, and nobody else of it. */
    band(from: Seat, to: Seat): void {
      selection.drop(plan().seating.keys())
      selection.add(between(plan().seating, from, to))
    },
    /** Those that move along with a computer. */
    companyOf: (id: number): readonly number[] =>
      selection.with(id).filter((other) => other === id || plan().seating.has(other))
  }
}
