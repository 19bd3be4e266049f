/** plan.*: the seat plan of a classroom. */
import * as z from 'zod'
import { base } from './base.ts'
import { planSide, seatPlace } from './inputs.ts'

const id = z.int().positive()

/** Seats that change, and the grid where it does; null as its side: as large as its computers need. */
const planChange = z.object({
  unitId: id,
  seats: z
    .array(z.object({ clientId: id, seat: z.object({ column: seatPlace, row: seatPlace }).nullable() }))
    .max(10_000)
    .refine((seats) => new Set(seats.map(({ clientId }) => clientId)).size === seats.length, {
      error: 'seatedTwice'
    }),
  columns: planSide.nullable().optional(),
  rows: planSide.nullable().optional()
})
export type PlanChange = z.infer<typeof planChange>

export const planContract = {
  /**
   * Gives computers of a classroom, or of a group in it, other seats, or none; all of them, or nobody. Who is outside of
   * a grid that has become smaller goes off the plan. `inventory.undo` takes it back.
   */
  place: base.input(planChange).output(z.object({ undoId: z.string() }))
}
