import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ARRANGE_ORDERS,
  arranged,
  arrangedSize,
  between,
  firstFree,
  gridSizeOf,
  isInside,
  moved,
  occupants,
  planUnit,
  PLAN_SIDE_MAX,
  resized,
  seatChanges,
  seated,
  seatingOf,
  seatKey,
  turned,
  unseated,
  withChanges,
  withLine,
  withoutLine,
  type Seat,
  type SeatPlan,
  type Seating
} from '#shared/domain/seat-plan.ts'

const at = (column: number, row: number): Seat => ({ column, row })
const plan = (columns: number, rows: number, seats: Record<number, Seat>): SeatPlan => ({
  size: { columns, rows },
  seating: new Map(Object.entries(seats).map(([id, seat]) => [Number(id), seat]))
})
const rowsOf = (seating: Seating) =>
  [...seating].map(([id, { column, row }]) => ({ id, planColumn: column, planRow: row }))
/** What must hold of every plan: everybody on the grid, and nobody on another's seat. */
function expectSound({ size, seating }: SeatPlan): void {
  expect(occupants(seating).size).toBe(seating.size)
  for (const seat of seating.values()) expect(isInside(seat, size)).toBe(true)
}
const ids = (seating: Seating) => [...seating.keys()].sort((a, b) => a - b)

/** Any plan of up to 8 × 8 with up to 30 computers. */
const anyPlan: fc.Arbitrary<SeatPlan> = fc
  .record({ columns: fc.integer({ min: 1, max: 8 }), rows: fc.integer({ min: 1, max: 8 }) })
  .chain((size) =>
    fc
      .uniqueArray(
        fc.record({
          column: fc.integer({ min: 0, max: size.columns - 1 }),
          row: fc.integer({ min: 0, max: size.rows - 1 })
        }),
        { selector: seatKey, maxLength: 30 }
      )
      .map((seats) => ({ size, seating: new Map(seats.map((seat, index) => [index + 1, seat])) }))
  )
const anyIds = fc.array(fc.integer({ min: 1, max: 32 }), { maxLength: 20 })
const step = fc.integer({ min: -8, max: 8 })

describe('moving', () => {
  test('to a free seat, and onto another, who goes where the first one came from', () => {
    const before = plan(3, 2, { 1: at(0, 0), 2: at(1, 0) })
    expect(moved(before, [1], { columns: 2, rows: 1 })).toEqual(
      plan(3, 2, { 1: at(2, 1), 2: at(1, 0) }).seating
    )
    expect(moved(before, [1], { columns: 1, rows: 0 })).toEqual(
      plan(3, 2, { 1: at(1, 0), 2: at(0, 0) }).seating
    )
    expect(moved(before, [1], { columns: -1, rows: 0 })).toBeNull()
  })

  test('a row of computers pushes who sits behind it to its other end', () => {
    const before = plan(4, 1, { 1: at(0, 0), 2: at(1, 0), 3: at(2, 0) })
    expect(moved(before, [1, 2], { columns: 1, rows: 0 })).toEqual(
      plan(4, 1, { 1: at(1, 0), 2: at(2, 0), 3: at(0, 0) }).seating
    )
  })

  test('however many move, nobody is lost and nobody shares a seat; the way back leads back', () => {
    fc.assert(
      fc.property(anyPlan, anyIds, step, step, (before, movers, columns, rows) => {
        const seating = moved(before, movers, { columns, rows })
        if (seating === null) return
        expectSound({ ...before, seating })
        expect(ids(seating)).toEqual(ids(before.seating))
        for (const id of movers) {
          const from = before.seating.get(id)
          const to = from && at(from.column + columns, from.row + rows)
          expect(seating.get(id)).toEqual(to)
        }
        const back = moved({ ...before, seating }, movers, { columns: -columns, rows: -rows })
        expect(back).toEqual(before.seating)
      })
    )
  })

  test('from beside the plan: who sat there goes off it; from the plan they change places', () => {
    const { seating } = plan(2, 1, { 1: at(0, 0) })
    expect(seated(seating, 2, at(0, 0))).toEqual(plan(2, 1, { 2: at(0, 0) }).seating)
    expect(seated(seated(seating, 2, at(1, 0)), 2, at(0, 0))).toEqual(
      plan(2, 1, { 1: at(1, 0), 2: at(0, 0) }).seating
    )
    expect(seated(seating, 1, at(0, 0))).toEqual(seating)
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 32 }), (before, id) => {
        expectSound({ ...before, seating: seated(before.seating, id, at(0, 0)) })
      })
    )
  })

  test('off the plan', () =>
    expect(unseated(plan(2, 1, { 1: at(0, 0), 2: at(1, 0) }).seating, [1, 7])).toEqual(
      plan(2, 1, { 2: at(1, 0) }).seating
    ))
})

describe('the grid', () => {
  test('is as it was set, or as large as its computers need', () => {
    const none = { planColumns: null, planRows: null }
    const computers = (length: number) =>
      Array.from({ length }, (_, id) => ({ id, planColumn: null, planRow: null }))
    expect(gridSizeOf(none, [])).toEqual({ columns: 4, rows: 3 })
    expect(gridSizeOf(none, computers(12))).toEqual({ columns: 4, rows: 3 })
    expect(gridSizeOf(none, computers(40))).toEqual({ columns: 8, rows: 5 })
    expect(gridSizeOf(none, [{ id: 1, planColumn: 9, planRow: 6 }])).toEqual({ columns: 10, rows: 7 })
    expect(gridSizeOf({ planColumns: 2, planRows: null }, computers(12))).toEqual({ columns: 2, rows: 6 })
    expect(gridSizeOf({ planColumns: 2, planRows: 1 }, computers(12))).toEqual({ columns: 2, rows: 1 })
  })

  test('that shrinks lets those outside go', () =>
    expect(resized(plan(3, 3, { 1: at(0, 0), 2: at(2, 1) }), { columns: 2, rows: 3 })).toEqual(
      plan(2, 3, { 1: at(0, 0) })
    ))

  test('takes an aisle, and gives it back as it was', () => {
    const before = plan(2, 1, { 1: at(0, 0), 2: at(1, 0) })
    expect(withLine(before, 'column', 1)).toEqual(plan(3, 1, { 1: at(0, 0), 2: at(2, 0) }))
    expect(withoutLine(before, 'column', 0)).toEqual(plan(1, 1, { 2: at(0, 0) }))
    expect(withoutLine(before, 'row', 0)).toBeNull()
    expect(withLine(plan(1, PLAN_SIDE_MAX, {}), 'row', 0)).toBeNull()
    fc.assert(
      fc.property(
        anyPlan,
        fc.constantFrom('column' as const, 'row' as const),
        fc.nat(8),
        (before, axis, line) => {
          const wider = withLine(before, axis, line)!
          expectSound(wider)
          expect(ids(wider.seating)).toEqual(ids(before.seating))
          expect(withoutLine(wider, axis, line)).toEqual(before)
          const narrower = withoutLine(before, axis, line)
          if (narrower && line < before.size[axis === 'column' ? 'columns' : 'rows']) expectSound(narrower)
        }
      )
    )
  })

  test('the rectangle between two seats, whichever comes first; the first seat that is free', () => {
    const { size, seating } = plan(3, 2, { 1: at(0, 0), 2: at(1, 0), 3: at(2, 1) })
    expect(between(seating, at(1, 1), at(0, 0))).toEqual([1, 2])
    expect(between(seating, at(2, 0), at(1, 1))).toEqual([2, 3])
    expect(firstFree({ size, seating })).toEqual(at(2, 0))
    expect(firstFree(plan(1, 1, { 1: at(0, 0) }))).toEqual(at(0, 0))
  })

  test('turned twice is what it was', () => {
    const size = { columns: 3, rows: 2 }
    expect(turned(at(0, 0), size)).toEqual(at(2, 1))
    expect(turned(turned(at(1, 0), size), size)).toEqual(at(1, 0))
  })
})

describe('arranging', () => {
  const seats = (order: (typeof ARRANGE_ORDERS)[number], aisleEvery = 0) =>
    [...arranged([1, 2, 3, 4, 5], { columns: 2, rows: 3, order, aisleEvery }).seating.values()].map(
      ({ column, row }) => [column, row]
    )
  test.each([
    ['rows', [0, 0], [1, 0], [0, 1], [1, 1], [0, 2]],
    ['columns', [0, 0], [0, 1], [0, 2], [1, 0], [1, 1]],
    ['snake', [0, 0], [1, 0], [1, 1], [0, 1], [0, 2]]
  ] as const)('by %s', (order, ...expected) => expect(seats(order)).toEqual(expected))

  test('with an aisle between the columns, not behind the last one', () => {
    expect(seats('rows', 1).slice(0, 2)).toEqual([
      [0, 0],
      [2, 0]
    ])
    expect(arrangedSize({ columns: 6, rows: 1, order: 'rows', aisleEvery: 3 })).toEqual({
      columns: 7,
      rows: 1
    })
    expect(arrangedSize({ columns: 5, rows: 1, order: 'rows', aisleEvery: 5 }).columns).toBe(5)
  })

  test('seats everybody for whom there is room, each on a seat of its own', () => {
    const side = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(
        fc.record({
          columns: side,
          rows: side,
          order: fc.constantFrom(...ARRANGE_ORDERS),
          aisleEvery: fc.nat(6)
        }),
        fc.nat(60),
        (arrangement, count) => {
          const computers = Array.from({ length: count }, (_, index) => index + 1)
          const result = arranged(computers, arrangement)
          expectSound(result)
          expect(result.size).toEqual(arrangedSize(arrangement))
          expect(ids(result.seating)).toEqual(computers.slice(0, arrangement.columns * arrangement.rows))
        }
      )
    )
  })
})

describe('rows of the inventory', () => {
  test('half a place is none, and of two on one seat the older computer has it', () => {
    const seating = seatingOf([
      { id: 3, planColumn: 0, planRow: 0 },
      { id: 2, planColumn: 0, planRow: 0 },
      { id: 4, planColumn: 1, planRow: null },
      { id: 5, planColumn: 5, planRow: 0 }
    ])
    expect(seating).toEqual(plan(9, 9, { 2: at(0, 0), 5: at(5, 0) }).seating)
    expect(ids(seatingOf([{ id: 5, planColumn: 5, planRow: 0 }], { columns: 5, rows: 1 }))).toEqual([])
  })

  test('what is written for a seating to become another makes it so, and can be taken back', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        const computers = Array.from({ length: 32 }, (_, index) => {
          const seat = one.seating.get(index + 1)
          return { id: index + 1, planColumn: seat?.column ?? null, planRow: seat?.row ?? null }
        })
        const changes = seatChanges(one.seating, other.seating)
        const result = withChanges(computers, changes, other.size)
        expect(result).toEqual({ seating: other.seating })
        expect(seatChanges(other.seating, other.seating)).toEqual([])
      })
    )
  })

  test('changes that cannot be made say why', () => {
    const { size, seating } = plan(2, 2, { 1: at(0, 0), 2: at(1, 0) })
    const problem = (clientId: number, seat: Seat) => withChanges(rowsOf(seating), [{ clientId, seat }], size)
    expect(problem(1, at(1, 0))).toEqual({ problem: { kind: 'taken', id: 1, seat: at(1, 0), by: 2 } })
    expect(problem(1, at(2, 0))).toEqual({ problem: { kind: 'outside', id: 1, seat: at(2, 0) } })
    expect(problem(9, at(1, 1))).toEqual({ problem: { kind: 'foreign', id: 9 } })
    expect(withChanges(rowsOf(seating), [], { columns: 1, rows: 1 })).toEqual({
      seating: plan(1, 1, { 1: at(0, 0) }).seating
    })
  })
})

test('a group of computers is on the plan of its classroom; what is above a classroom has none', () => {
  const units = new Map(
    (
      [
        { id: 1, parentId: null, type: 'centre' },
        { id: 2, parentId: 1, type: 'classroom' },
        { id: 3, parentId: 2, type: 'client-group' },
        { id: 4, parentId: 3, type: 'client-group' },
        { id: 5, parentId: 1, type: 'client-group' },
        { id: 6, parentId: null, type: 'client-group' }
      ] as const
    ).map((unit) => [unit.id as number, unit])
  )
  const planOf = (id: number) => planUnit(units.get(id), (above) => units.get(above))?.id
  expect([1, 2, 3, 4, 5, 6, 7].map(planOf)).toEqual([undefined, 2, 2, 2, undefined, undefined, undefined])
})
