import { ref, shallowRef } from 'vue'
import { between, type Seat, type SeatPlan } from '#shared/domain/seat-plan.ts'

/** The computers that are selected on the plan, to be moved together. */
export function useSeatSelection(plan: () => SeatPlan) {
  const ids = shallowRef<ReadonlySet<number>>(new Set())
  /** Where the last one was chosen: Shift selects from there on. */
  const last = ref<Seat>({ column: 0, row: 0 })

  function only(id: number | null, seat: Seat): void {
    last.value = seat
    ids.value = new Set(id === null ? [] : [id])
  }

  return {
    ids,
    only,
    /** Shift takes in everybody up to this seat; otherwise one more, or one less. */
    choose(id: number | null, seat: Seat, range: boolean): void {
      if (range) {
        ids.value = new Set([...ids.value, ...between(plan().seating, last.value, seat)])
      } else if (id !== null) {
        const next = new Set(ids.value)
        if (!next.delete(id)) next.add(id)
        ids.value = next
        last.value = seat
      }
    },
    /** Those between two seats, and nobody else. */
    band: (from: Seat, to: Seat) => void (ids.value = new Set(between(plan().seating, from, to))),
    clear: () => void (ids.value = new Set()),
    /** Those that go along with a computer. */
    companyOf: (id: number): readonly number[] => (ids.value.has(id) ? [...ids.value] : [id])
  }
}
