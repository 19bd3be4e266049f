/** commands.* and batches.*: one command for many computers, and what becomes of it. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { DOORS } from '../domain/commands.ts'
import { base, revision, rowIds } from './base.ts'
import { batchSchema } from './batch-rows.ts'
import { text } from './fields.ts'
import { momentInput, orderInput } from './orders.ts'
import { failureSchema, traceSchema } from './rows.ts'

const batchId = z.object({ id: z.uuid() })

/** One of the computers that a command is aimed at. */
const targetSchema = z.object({
  clientId: z.int(),
  /** The door by which it would be done; null: none is open. */
  door: z.enum(DOORS).nullable(),
  /** Why it cannot take part; null: it can. */
  obstacle: failureSchema.nullable(),
  /** What should be known before. */
  warnings: z.array(failureSchema)
})
export type Target = z.infer<typeof targetSchema>

export const commandsContract = {
  /**
   * Who could take part now, by what is known of each; nobody is asked. With a moment other than now, that a computer is
   * off, or in another system, is no obstacle.
   */
  targets: base
    .input(z.object({ order: orderInput, clientIds: rowIds, moment: momentInput }))
    .output(z.object({ revision, targets: z.array(targetSchema) })),
  /** Asks each computer's agent for its state first, and yields each as it comes. */
  check: base
    .input(z.object({ order: orderInput, clientIds: rowIds, moment: momentInput }))
    .output(eventIterator(targetSchema)),
  /**
   * Writes the batch and a trace for each computer that can take part. Those that cannot are left out.
   * Fails with no-targets where nobody can.
   */
  run: base
    .input(
      z.object({
        order: orderInput,
        clientIds: rowIds,
        moment: momentInput,
        /** What it is aimed at, in words. */
        target: text(200)
      })
    )
    .output(batchSchema)
}

export const batchesContract = {
  /** Those that are not done, and the latest that are; the newest first. */
  list: base.output(z.object({ revision, batches: z.array(batchSchema) })),
  get: base.input(batchId).output(z.object({ revision, batch: batchSchema, traces: z.array(traceSchema) })),
  /** Starts no more of its computers. */
  pause: base.input(batchId).output(batchSchema),
  /**
   * Goes on with one that is paused. A dangerous one that has been so for longer than the limit is `unconfirmed` then:
   * `reschedule` says that it may.
   */
  resume: base.input(batchId).output(batchSchema),
  /** Cancels what has not started: all of it, or these traces. */
  cancel: base.input(batchId.extend({ traceIds: rowIds.optional() })).output(batchSchema),
  /** A new batch of the same order for those that failed (or these traces), or were cancelled. */
  retry: base.input(batchId.extend({ traceIds: rowIds.optional() })).output(batchSchema),
  /** Runs one that waits at once, or at another time; says of one that is `unconfirmed` that it may. */
  reschedule: base.input(batchId.extend({ moment: momentInput })).output(batchSchema),
  /** Forgets one that is done; its traces stay. */
  remove: base.input(batchId).output(z.object({}))
}
