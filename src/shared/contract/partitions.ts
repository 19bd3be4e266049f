/** partitions.*: partition tables, asked for and remembered. */
import * as z from 'zod'
import { base, revision, rowIds } from './base.ts'
import { diskLayoutInput } from './orders.ts'
import { partitionHistorySchema, partitionSchema, traceSchema } from './rows.ts'

const clientId = z.object({ clientId: z.int().positive() })

export const partitionsContract = {
  /**
   * Has the computer's agent read its disks again; the table comes with the result of the job. A call that went wrong is
   * not an error of this procedure: the trace comes back `failed`, with its failure.
   */
  refresh: base.input(clientId).output(traceSchema),
  /** The partitions of these computers; those that are not there any more are left out. */
  ofClients: base
    .input(z.object({ clientIds: rowIds }))
    .output(z.object({ revision, partitions: z.array(partitionSchema) })),
  /** The `cfg` that an order with this layout sends to each computer. [L] */
  cfg: base.input(diskLayoutInput).output(z.object({ cfg: z.string() })),
  /** Every table that the computer was seen with, the newest first. */
  history: base.input(clientId).output(z.object({ revision, entries: z.array(partitionHistorySchema) }))
}
