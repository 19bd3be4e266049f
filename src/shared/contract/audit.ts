/** audit.*: who did what. Nobody can change it. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { AUDIT_ACTIONS, AUDIT_HOSTS, AUDIT_OUTCOMES } from '../domain/audit.ts'
import { base } from './base.ts'
import { exportedFile, separator } from './exports.ts'
import { text } from './fields.ts'
import { failureSchema } from './rows.ts'

const time = z.int().nonnegative()

const auditFilter = z.object({
  /** Words of the subject, the user, the computers and the values. */
  text: text(200).default(''),
  user: z.string().max(200).nullable().default(null),
  action: z.enum(AUDIT_ACTIONS).nullable().default(null),
  from: time.nullable().default(null),
  /** Not that moment itself. */
  until: time.nullable().default(null),
  dangerousOnly: z.boolean().default(false)
})
export type AuditFilter = z.infer<typeof auditFilter>

const auditEntrySchema = z.object({
  id: z.int().positive(),
  at: time,
  user: z.string(),
  host: z.enum(AUDIT_HOSTS),
  /** Which run of the host without a window; null: it has one. */
  session: z.string().nullable(),
  action: z.enum(AUDIT_ACTIONS),
  subject: z.string(),
  /** In the list the first of them, in a file all. */
  clients: z.array(z.object({ id: z.int(), name: z.string() })),
  clientCount: z.int().nonnegative(),
  params: z.record(z.string(), z.string()),
  danger: z.boolean(),
  batchId: z.string().nullable(),
  traceId: z.int().nullable(),
  /** Null: it is being done, or the console ended meanwhile. */
  outcome: z.enum(AUDIT_OUTCOMES).nullable(),
  failure: failureSchema.nullable()
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

const auditFilePart = exportedFile.omit({ clients: true }).extend({
  /** How many are in this part and those before it. */
  entries: z.int().nonnegative(),
  /** How much of the audit has been gone through; 1 with the last part. */
  progress: z.number().min(0).max(1)
})
export type AuditFilePart = z.infer<typeof auditFilePart>

export const auditContract = {
  /** The newest first; at most 1000 of them, and how many there are. */
  list: base.input(auditFilter).output(
    z.object({
      entries: z.array(auditEntrySchema),
      total: z.int().nonnegative(),
      users: z.array(z.string())
    })
  ),
  /**
   * All that the filter lets through and is there at this moment, as a dated file in parts: a campus has more of it than
   * should be read, or sent, in one go. The table is in the language of the settings.
   */
  export: base
    .input(z.object({ filter: auditFilter, format: z.enum(['csv', 'json']), separator }))
    .output(eventIterator(auditFilePart))
}
