/** backups.*: copies of the database, kept and restored. */
import * as z from 'zod'
import {
  BACKUP_REASONS,
  BACKUP_STATES,
  DIFFERENCE_COUNTS,
  DIFFERENCE_KINDS,
  RECOVERY_KINDS
} from '../domain/backups.ts'
import { BATCH_COMMANDS } from '../domain/commands.ts'
import { base } from './base.ts'
import { failureSchema } from './rows.ts'

const count = z.int().nonnegative()

const backupSchema = z.object({
  /** The file's name in the folder of backups. */
  name: z.string(),
  reason: z.enum(BACKUP_REASONS),
  at: z.int().nonnegative(),
  /** Bytes. */
  size: count,
  state: z.enum(BACKUP_STATES),
  /** Null where the file cannot be read. */
  schemaVersion: count.nullable(),
  counts: z.object({ units: count, clients: count, images: count, traces: count }).nullable()
})
export type Backup = z.infer<typeof backupSchema>

/** What was found wrong at a start, until somebody has decided what to do. */
export const recoverySchema = z.object({
  kind: z.enum(RECOVERY_KINDS),
  at: z.int().nonnegative(),
  /** In SQLite's words. */
  reason: z.string(),
  /** Where the damaged file is now. */
  setAside: z.string().nullable(),
  /** The latest good backup. */
  latestBackup: backupSchema.nullable()
})
export type RecoveryInfo = z.infer<typeof recoverySchema>

const changedRow = z.object({
  name: z.string(),
  /** Its name in the backup, where it is another one. */
  formerName: z.string().nullable(),
  /** Where it is: a computer's unit, a unit's parent, an image's repository. */
  place: z.string().nullable(),
  /** The columns that differ. */
  fields: z.array(z.string())
})
export type ChangedRow = z.infer<typeof changedRow>
/** The first of them, and how many there are. */
const changedRows = z.object({ total: count, rows: z.array(changedRow) })
const kindDifference = z.object({ added: changedRows, removed: changedRows, changed: changedRows })
export type KindDifference = z.infer<typeof kindDifference>

/** Orders that have not been carried out; the first of them, and how many there are. */
const openOrders = z.object({
  total: count,
  rows: z.array(z.object({ number: count, command: z.enum(BATCH_COMMANDS), target: z.string() }))
})
export type OpenOrders = z.infer<typeof openOrders>

/** What a restore would do to what is there now. */
const differenceSchema = z.object({
  rows: z.object(
    Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, kindDifference])) as Record<
      (typeof DIFFERENCE_KINDS)[number],
      typeof kindDifference
    >
  ),
  /** How many there are now, and how many there would be. */
  counts: z.object(
    Object.fromEntries(
      DIFFERENCE_COUNTS.map((name) => [name, z.object({ now: count, restored: count })])
    ) as Record<
      (typeof DIFFERENCE_COUNTS)[number],
      z.ZodObject<{ now: typeof count; restored: typeof count }>
    >
  ),
  orders: z.object({
    /** Those of now that the backup does not have: they are not carried out any more. */
    lost: openOrders,
    /** Those of the backup: each waits for somebody to say that it may run. */
    asked: openOrders
  })
})
export type Difference = z.infer<typeof differenceSchema>

const backupOf = z.object({ name: z.string().min(1).max(200) })

export const backupsContract = {
  /** The newest first. */
  list: base.output(
    z.object({
      /** Null where the console keeps all in memory. */
      folder: z.string().nullable(),
      backups: z.array(backupSchema),
      /** Why the latest scheduled one could not be made. */
      problem: failureSchema.nullable()
    })
  ),
  create: base.output(backupSchema),
  difference: base.input(backupOf).output(differenceSchema),
  /** Keeps what is there as a backup, then puts the other one in its place; refused while jobs run. What was to be done waits to be confirmed. */
  restore: base
    .input(backupOf)
    .output(z.object({ kept: backupSchema.nullable(), interrupted: count, asked: count })),
  remove: base.input(backupOf).output(z.object({})),
  /** Goes on with the database as it is: the answer to what was found at the start. */
  dismissRecovery: base.output(z.object({}))
}
