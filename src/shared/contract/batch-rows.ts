/** Batches, as the renderer sees them. Times are milliseconds since the epoch. */
import * as z from 'zod'
import { BATCH_COMMANDS, BATCH_MOMENTS, BATCH_STATES } from '../domain/commands.ts'
import { orderInput } from './orders.ts'
import { failureSchema } from './rows.ts'

const id = z.int().positive()
const time = z.int().nonnegative()

/** One command for many computers, and how it stands. */
export const batchSchema = z.object({
  id: z.uuid(),
  /** The number that people see. */
  number: id,
  command: z.enum(BATCH_COMMANDS),
  order: orderInput,
  /** What it was aimed at, in words: `Aula 1`. */
  target: z.string(),
  state: z.enum(BATCH_STATES),
  moment: z.enum(BATCH_MOMENTS),
  /** The time of moment `at`. */
  at: time.nullable(),
  imageName: z.string().nullable(),
  counts: z.object({
    pending: z.int().nonnegative(),
    'in-progress': z.int().nonnegative(),
    success: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    cancelled: z.int().nonnegative()
  }),
  /** From 0 to 1, over all of its computers. */
  progress: z.number().min(0).max(1),
  /** Computers that failed: name, and why. The first hundred. */
  failures: z.array(z.object({ traceId: id, clientName: z.string().nullable(), failure: failureSchema })),
  /** The batch whose failed computers this one tries again. */
  retryOf: z.uuid().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable()
})
export type Batch = z.infer<typeof batchSchema>
