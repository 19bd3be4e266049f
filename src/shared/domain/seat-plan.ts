/**
 * The seat plan of a classroom: its computers on a grid. Seats count from 0, row 0 next to the board, column 0 on the
 * left of who faces it. An aisle is a row or a column that nobody sits in.
 */
import type { UnitType } from './units.ts'

/** The largest plan, in seats a side. */
export const PLAN_SIDE_MAX = 100
/** A plan whose size nobody has set has this many at least: room to move. */
const ROOMY = { columns: 4, rows: 3 }

export interface Seat {
  readonly column: number
  readonly row: number
}
export interface GridSize {
  readonly columns: number
  readonly rows: number
}
/** Who sits where, by the computer's id. Who is not in it has no place yet. */
export type Seating = ReadonlyMap<number, Seat>
export interface SeatPlan {
  readonly size: GridSize
  readonly seating: Seating
}
/** A computer's new seat; null: off the plan. */
export interface SeatChange {
  readonly clientId: number
  readonly seat: Seat | null
}
interface Placeable {
  readonly id: number
  readonly planColumn: number | null
  readonly planRow: number | null
}
interface PlannedUnit {
  readonly planColumns: number | null
  readonly planRows: number | null
}

const UNBOUNDED: GridSize = { columns: PLAN_SIDE_MAX, rows: PLAN_SIDE_MAX }

/** For maps and sets of seats. */
export const seatKey = ({ column, row }: Seat): string => `${column},${row}`

const sameSeat = (one: Seat | null, other: Seat | null): boolean =>
  one === other || (one !== null && other !== null && one.column === other.column && one.row === other.row)

/** Whether a seat is on the grid. */
export function isInside({ column, row }: Seat, { columns, rows }: GridSize): boolean {
  return column >= 0 && row >= 0 && column < columns && row < rows
}

/**
 * The classroom on whose plan the computers of a unit are: itself, or the nearest one above, so that the groups of a
 * classroom share its plan. Undefined where no classroom is above.
 */
export function planUnit<Unit extends { readonly type: UnitType; readonly parentId: number | null }>(
  unit: Unit | undefined,
  unitById: (id: number) => Unit | undefined
): Unit | undefined {
  let above = unit
  while (above?.type === 'client-group')
    above = above.parentId === null ? undefined : unitById(above.parentId)
  return above?.type === 'classroom' ? above : undefined
}

/** Who sits where by the rows of the inventory. Where two rows name one seat, the older computer has it. */
export function seatingOf(clients: readonly Placeable[], size: GridSize = UNBOUNDED): Seating {
  const seating = new Map<number, Seat>()
  const taken = new Set<string>()
  for (const { id, planColumn, planRow } of [...clients].sort((a, b) => a.id - b.id)) {
    if (planColumn === null || planRow === null) continue
    const seat = { column: planColumn, row: planRow }
    if (!isInside(seat, size) || taken.has(seatKey(seat))) continue
    taken.add(seatKey(seat))
    seating.set(id, seat)
  }
  return seating
}

/** The grid of a unit: as it was set; where it was not, as large as its computers need. */
export function gridSizeOf(unit: PlannedUnit, clients: readonly Placeable[]): GridSize {
  const needs = (side: 'planColumn' | 'planRow') =>
    clients.reduce((most, client) => Math.max(most, (client[side] ?? -1) + 1), 0)
  const { length } = clients
  const wide = Math.max(ROOMY.columns, needs('planColumn'), Math.ceil(Math.sqrt(length * 1.3)))
  const columns = unit.planColumns ?? Math.min(PLAN_SIDE_MAX, wide)
  const deep = Math.max(ROOMY.rows, needs('planRow'), Math.ceil(length / columns))
  return { columns, rows: unit.planRows ?? Math.min(PLAN_SIDE_MAX, deep) }
}

/** Each seat that is taken, and by whom. */
export function occupants(seating: Seating): Map<string, number> {
  return new Map([...seating].map(([id, seat]) => [seatKey(seat), id]))
}

/**
 * Moves computers together, those on the plan among the ones named; whoever sits where they go moves to the seats that
 * they leave. Null where one of them would leave the grid.
 */
export function moved(
  { size, seating }: SeatPlan,
  ids: Iterable<number>,
  by: { readonly columns: number; readonly rows: number }
): Seating | null {
  const shifted = ({ column, row }: Seat, times: number): Seat => ({
    column: column + by.columns * times,
    row: row + by.rows * times
  })
  const after = new Map(seating)
  const left = new Map<string, Seat>()
  const movers = [...new Set(ids)].filter((id) => seating.has(id))
  for (const id of movers) {
    const from = seating.get(id)!
    const to = shifted(from, 1)
    if (!isInside(to, size)) return null
    left.set(seatKey(from), from)
    after.set(id, to)
  }
  const there = occupants(seating)
  for (const id of movers) {
    const to = after.get(id)!
    const displaced = there.get(seatKey(to))
    if (displaced === undefined || left.has(seatKey(to))) continue
    // Back along the way of those who come, to the first seat that nobody of them takes.
    let free = shifted(to, -1)
    while (left.has(seatKey(shifted(free, -1)))) free = shifted(free, -1)
    after.set(displaced, free)
  }
  return after
}

/** Seats one computer; whoever sat there takes the seat that it leaves, or goes off the plan where it had none. */
export function seated(seating: Seating, id: number, seat: Seat): Seating {
  const after = new Map(seating)
  const displaced = occupants(seating).get(seatKey(seat))
  const left = seating.get(id)
  if (displaced !== undefined && displaced !== id) {
    if (left) after.set(displaced, left)
    else after.delete(displaced)
  }
  return after.set(id, seat)
}

/** Takes computers off the plan. */
export function unseated(seating: Seating, ids: Iterable<number>): Seating {
  const after = new Map(seating)
  for (const id of ids) after.delete(id)
  return after
}

/** Another size; whoever is outside of it goes off the plan. */
export function resized({ seating }: SeatPlan, size: GridSize): SeatPlan {
  return { size, seating: new Map([...seating].filter(([, seat]) => isInside(seat, size))) }
}

type Axis = 'column' | 'row'
const SIDES = { column: 'columns', row: 'rows' } as const

/** Puts an empty column or row before the one of this number, such as an aisle. Null where the plan is full-grown. */
export function withLine({ size, seating }: SeatPlan, axis: Axis, at: number): SeatPlan | null {
  const side = SIDES[axis]
  if (size[side] >= PLAN_SIDE_MAX) return null
  return {
    size: { ...size, [side]: size[side] + 1 },
    seating: new Map(
      [...seating].map(([id, seat]) => [id, seat[axis] < at ? seat : { ...seat, [axis]: seat[axis] + 1 }])
    )
  }
}

/** Takes a column or row out; whoever sits there goes off the plan. Null where it is the last one. */
export function withoutLine({ size, seating }: SeatPlan, axis: Axis, at: number): SeatPlan | null {
  const side = SIDES[axis]
  if (size[side] <= 1) return null
  const staying = [...seating].filter(([, seat]) => seat[axis] !== at)
  return {
    size: { ...size, [side]: size[side] - 1 },
    seating: new Map(
      staying.map(([id, seat]) => [id, seat[axis] < at ? seat : { ...seat, [axis]: seat[axis] - 1 }])
    )
  }
}

/** By rows from the board; by columns; or by rows, back and forth. */
export const ARRANGE_ORDERS = ['rows', 'columns', 'snake'] as const
export type ArrangeOrder = (typeof ARRANGE_ORDERS)[number]

export interface Arrangement extends GridSize {
  readonly order: ArrangeOrder
  /** An aisle behind so many columns of computers; 0: none. The aisles come on top of `columns`. */
  readonly aisleEvery: number
}

/** The grid that an arrangement needs, with its aisles. */
export function arrangedSize({ columns, rows, aisleEvery }: Arrangement): GridSize {
  const aisles = aisleEvery > 0 ? Math.ceil(columns / aisleEvery) - 1 : 0
  return { columns: columns + aisles, rows }
}

/** Seats computers in the order given; those for whom there is no seat are left out. */
export function arranged(ids: readonly number[], arrangement: Arrangement): SeatPlan {
  const { columns, rows, order, aisleEvery } = arrangement
  const seating = new Map<number, Seat>()
  for (const [index, id] of ids.slice(0, columns * rows).entries()) {
    let row = Math.floor(index / columns)
    let column = index % columns
    if (order === 'columns') {
      row = index % rows
      column = Math.floor(index / rows)
    } else if (order === 'snake' && row % 2 === 1) {
      column = columns - 1 - column
    }
    const aisles = aisleEvery > 0 ? Math.floor(column / aisleEvery) : 0
    seating.set(id, { column: column + aisles, row })
  }
  return { size: arrangedSize(arrangement), seating }
}

/** What has to be written for one seating to become another. */
export function seatChanges(before: Seating, after: Seating): SeatChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((clientId) => ({ clientId, seat: after.get(clientId) ?? null }))
    .filter(({ clientId, seat }) => !sameSeat(before.get(clientId) ?? null, seat))
}

/** Why changes cannot be made; each has a sentence. */
export type SeatProblem =
  | { readonly kind: 'foreign'; readonly id: number }
  | { readonly kind: 'outside'; readonly id: number; readonly seat: Seat }
  | { readonly kind: 'taken'; readonly id: number; readonly seat: Seat; readonly by: number }

/**
 * The seating after changes on a grid of this size: whoever is not named and outside of it goes off the plan. The first
 * problem in their place, where they cannot be made.
 */
export function withChanges(
  clients: readonly Placeable[],
  changes: readonly SeatChange[],
  size: GridSize
): { readonly seating: Seating } | { readonly problem: SeatProblem } {
  const known = new Set(clients.map(({ id }) => id))
  const after = new Map(
    unseated(
      seatingOf(clients, size),
      changes.map(({ clientId }) => clientId)
    )
  )
  const taken = occupants(after)
  for (const { clientId: id, seat } of changes) {
    if (!known.has(id)) return { problem: { kind: 'foreign', id } }
    if (seat === null) continue
    if (!isInside(seat, size)) return { problem: { kind: 'outside', id, seat } }
    const by = taken.get(seatKey(seat))
    if (by !== undefined) return { problem: { kind: 'taken', id, seat, by } }
    taken.set(seatKey(seat), id)
    after.set(id, seat)
  }
  return { seating: after }
}

/** The same seat, seen from the other end of the room. */
export function turned({ column, row }: Seat, { columns, rows }: GridSize): Seat {
  return { column: columns - 1 - column, row: rows - 1 - row }
}

/** The computers in the rectangle between two seats. */
export function between(seating: Seating, one: Seat, other: Seat): number[] {
  const within = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b)
  return [...seating]
    .filter(
      ([, { column, row }]) => within(column, one.column, other.column) && within(row, one.row, other.row)
    )
    .map(([id]) => id)
}

/** The first free seat from the board, row by row; the last one where none is free. */
export function firstFree({ size, seating }: SeatPlan): Seat {
  const taken = occupants(seating)
  for (let row = 0; row < size.rows; row++) {
    for (let column = 0; column < size.columns; column++) {
      if (!taken.has(seatKey({ column, row }))) return { column, row }
    }
  }
  return { column: size.columns - 1, row: size.rows - 1 }
}
