/** The seat plan by keyboard: where the focus is, and what is carried. */
import { computed, ref, shallowRef } from 'vue'
import {
  firstFree,
  isInside,
  occupants,
  seatKey,
  type GridSize,
  type Seat,
  type SeatPlan
} from '#shared/domain/seat-plan.ts'

/** Computers on their way to another seat; the anchor is the one that has been taken hold of. */
export interface Carried {
  readonly ids: readonly number[]
  readonly anchor: number
}

interface SeatKeysOptions {
  plan(): SeatPlan
  editing(): boolean
  /** Whether the plan is shown from its other end. */
  flipped(): boolean
  /** Those that go along with a computer: the selected ones, or it alone. */
  companyOf(id: number): readonly number[]
  focus(seat: Seat): void
  open(id: number): void
  /** Picks a computer for what is done with several; with Shift, everybody up to it. */
  pick(id: number, range: boolean): void
  drop(carried: Carried, seat: Seat): void
  remove(ids: readonly number[]): void
  /** Tells a screen reader. */
  say(what: 'picked' | 'over' | 'cancelled', seat: Seat): void
}

const ARROWS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

/** Where a key leads from a seat, as the screen shows it; null where it leads nowhere. */
function destination(event: KeyboardEvent, from: Seat, size: GridSize, flipped: boolean): Seat | null {
  const arrow = ARROWS[event.key]
  const direction = flipped ? -1 : 1
  if (arrow) {
    const seat = { column: from.column + direction * arrow[0], row: from.row + direction * arrow[1] }
    return isInside(seat, size) ? seat : null
  }
  if (event.key !== 'Home' && event.key !== 'End') return null
  const first = (event.key === 'Home') !== flipped
  return {
    column: first ? 0 : size.columns - 1,
    row: event.ctrlKey ? (first ? 0 : size.rows - 1) : from.row
  }
}

/** Arrows move, Space takes hold and lets go (or picks, while nothing can be moved), Enter opens, Delete takes off the plan, Escape thinks better of it. */
export function useSeatKeys(options: SeatKeysOptions) {
  const wanted = shallowRef<Seat>({ column: 0, row: 0 })
  const carried = ref<Carried | null>(null)
  /** The seat that the Tab key leads to: on the grid also after it has shrunk. */
  const cursor = computed<Seat>(() => {
    const { columns, rows } = options.plan().size
    const { column, row } = wanted.value
    return { column: Math.min(column, columns - 1), row: Math.min(row, rows - 1) }
  })
  const occupantOf = (seat: Seat) => occupants(options.plan().seating).get(seatKey(seat))

  function goTo(seat: Seat): void {
    wanted.value = seat
    options.focus(seat)
  }

  /** Takes hold of a computer; one from beside the plan is held over the first free seat. */
  function pickUp(id: number): void {
    const seat = options.plan().seating.get(id)
    carried.value = { anchor: id, ids: seat ? options.companyOf(id) : [id] }
    goTo(seat ?? firstFree(options.plan()))
    options.say('picked', cursor.value)
  }

  function cancel(): void {
    if (carried.value) options.say('cancelled', cursor.value)
    carried.value = null
  }

  /** Lets go over a seat. */
  function dropAt(seat: Seat): void {
    const what = carried.value
    carried.value = null
    wanted.value = seat
    if (what) options.drop(what, seat)
  }

  function act({ key, shiftKey }: KeyboardEvent): boolean {
    const id = occupantOf(cursor.value)
    if (carried.value) {
      if (key === 'Escape') cancel()
      else if (key === ' ' || key === 'Enter') dropAt(cursor.value)
      else return false
      return true
    }
    if (id === undefined) return false
    if (key === 'Enter') options.open(id)
    else if (key === ' ' && options.editing() && !shiftKey) pickUp(id)
    else if (key === ' ') options.pick(id, shiftKey)
    else if (key === 'Delete' && options.editing()) options.remove(options.companyOf(id))
    else return false
    return true
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return
    const seat = destination(event, cursor.value, options.plan().size, options.flipped())
    if (seat) {
      goTo(seat)
      if (carried.value) options.say('over', seat)
    }
    // At the edge an arrow does nothing, and does not scroll the page either.
    if (seat || event.key in ARROWS || act(event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  return {
    cursor,
    carried,
    pickUp,
    dropAt,
    cancel,
    onKeydown,
    /** The focus has come to a seat by other means than these keys. */
    onFocus(seat: Seat | null): void {
      if (seat) wanted.value = seat
    }
  }
}
