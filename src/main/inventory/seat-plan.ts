/** The seat plans of classrooms: who sits where. */
import type { PlanChange } from '#shared/contract/plan.ts'
import type { Client, Unit } from '#shared/contract/rows.ts'
import {
  gridSizeOf,
  planUnit,
  seatChanges,
  seatingOf,
  withChanges,
  type GridSize,
  type Seating,
  type SeatProblem
} from '#shared/domain/seat-plan.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes, Write } from '../events.ts'
import { fail, type FailureError } from '../failure-error.ts'
import { tellClients } from './edit.ts'
import type { Undo } from './undo.ts'

/** Builds the seat plans' service. Its methods throw FailureError with the clash named. */
export function createSeatPlans(tables: Tables, write: Write, undo: Undo) {
  /** The computers on a classroom's plan: its own, and those of the groups in it. */
  function clientsOf(classroom: Unit): Client[] {
    const ofPlan = tables.units
      .all()
      .filter((unit) => planUnit(unit, tables.units.get)?.id === classroom.id)
      .map(({ id }) => id)
    return tables.clients.ofUnits(ofPlan)
  }

  function explain(problem: SeatProblem, { columns, rows }: GridSize, classroom: Unit): FailureError {
    const client = tables.clients.get(problem.id)
    if (!client) return fail('not-found')
    if (problem.kind === 'foreign')
      return fail('seat-foreign', { client: client.name, classroom: classroom.name })
    const place = { client: client.name, column: problem.seat.column + 1, row: problem.seat.row + 1 }
    if (problem.kind === 'outside') return fail('seat-outside', { ...place, columns, rows })
    return fail('seat-taken', { ...place, other: tables.clients.get(problem.by)?.name ?? '' })
  }

  /** Writes each seat that differs, also of who was beside the plan without anybody's doing. */
  function writeSeats(clients: readonly Client[], after: Seating): number[] {
    return clients.flatMap(({ id, planColumn, planRow }) => {
      const { column, row } = after.get(id) ?? { column: null, row: null }
      if (column === planColumn && row === planRow) return []
      tables.clients.update(id, { planColumn: column, planRow: row })
      return [id]
    })
  }

  /** Gives computers other seats, and the grid another size. @returns what takes it back. */
  function place(changes: Changes, { unitId, seats, columns, rows }: PlanChange): PlanChange {
    const classroom = tables.units.get(unitId)
    if (!classroom) throw fail('not-found')
    if (classroom.type !== 'classroom') throw fail('plan-of-classroom', { name: classroom.name })
    const grid = {
      planColumns: columns === undefined ? classroom.planColumns : columns,
      planRows: rows === undefined ? classroom.planRows : rows
    }
    const clients = clientsOf(classroom)
    // Where nobody has set a size, the grid grows with what is asked for.
    const asked = seats.map(({ clientId, seat }) => ({
      id: clientId,
      planColumn: seat?.column ?? null,
      planRow: seat?.row ?? null
    }))
    const size = gridSizeOf(grid, [...clients, ...asked])
    const result = withChanges(clients, seats, size)
    if ('problem' in result) throw explain(result.problem, size, classroom)

    const gridChanged = grid.planColumns !== classroom.planColumns || grid.planRows !== classroom.planRows
    if (gridChanged) tables.units.update(unitId, grid)
    const written = writeSeats(clients, result.seating)
    if (gridChanged) changes.inventory()
    else tellClients(changes, written)
    return {
      unitId,
      seats: seatChanges(result.seating, seatingOf(clients, gridSizeOf(classroom, clients))),
      columns: classroom.planColumns,
      rows: classroom.planRows
    }
  }

  return {
    place: (change: PlanChange): { undoId: string } =>
      write((changes) => {
        const before = place(changes, change)
        const undoId = undo.remember((reverting) => {
          place(reverting, before)
          return { units: 0, clients: before.seats.length }
        })
        return { undoId }
      })
  }
}
export type SeatPlans = ReturnType<typeof createSeatPlans>
