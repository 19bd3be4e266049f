/** partitions.*: partition tables, asked for and remembered. */
import * as z from 'zod'
import { base, revision } from './base.ts'
import { partitionHistorySchema, traceSchema } from './rows.ts'

const clientId = z.object({ clientId: z.int().positive() })

export const partitionsContract = {
  /**
   * Has the computer's agent read its disks again; the table comes with the result of the job. A call that went wrong is
   * not an error of this procedure: the trace comes back `failed`, with its failure.
   */
  refresh: base.input(clientId).output(traceSchema),
  /** Every table that the computer was seen with, the newest first. */
  history: base.input(clientId).output(z.object({ revision, entries: z.array(partitionHistorySchema) }))
}
