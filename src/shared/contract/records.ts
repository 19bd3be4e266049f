/** records.*: what was found in computers, hardware and software, and how it differs. */
import * as z from 'zod'
import { INVENTORY_KINDS } from '../domain/inventories.ts'
import { base, revision, rowId } from './base.ts'
import { exportSelection, exportedFile, separator } from './exports.ts'

const id = z.int().positive()
const time = z.int().nonnegative()
const kind = z.enum(INVENTORY_KINDS)

/** An inventory without what is in it. */
const entry = {
  id,
  clientId: id,
  at: time,
  /** When it was last found to be the same. */
  seenAt: time,
  /** How many lines it has. */
  count: z.int().nonnegative()
}
const place = { disk: z.int(), partition: z.int() }
const hardwareEntrySchema = z.object(entry)
export type HardwareEntry = z.infer<typeof hardwareEntrySchema>
const softwareEntrySchema = z.object({
  ...entry,
  ...place,
  /** The system's name, as the agent says it. */
  system: z.string()
})
export type SoftwareEntry = z.infer<typeof softwareEntrySchema>

const hardwareItemSchema = z.object({ type: z.string(), description: z.string() })
const hardwareInventorySchema = hardwareEntrySchema.extend({ items: z.array(hardwareItemSchema) })
export type HardwareInventory = z.infer<typeof hardwareInventorySchema>
/** By name, a program a line: its name, and its version behind it. */
const softwareInventorySchema = softwareEntrySchema.extend({ programs: z.array(z.string()) })
export type SoftwareInventory = z.infer<typeof softwareInventorySchema>

const differenceSchema = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  same: z.int().nonnegative()
})

/** One of two that are compared. */
const sideSchema = softwareEntrySchema.partial({ disk: true, partition: true, system: true })
export type ComparedSide = z.infer<typeof sideSchema>

/** What is asked of the programs of computers: words of a name or a version, all of which one program has. */
const programQuestion = { question: z.string().trim().min(1).max(200), of: exportSelection }
const programPlaceSchema = z.object({
  clientId: id,
  ...place,
  system: z.string(),
  seenAt: time,
  /** A program a line, as the inventory has it. */
  programs: z.array(z.string())
})
export type ProgramPlace = z.infer<typeof programPlaceSchema>

/** Where the programs of an image are known from. */
const SOFTWARE_BASES = ['source', 'carrier'] as const

export const recordsContract = {
  /** The inventories of a computer, the newest first. */
  list: base
    .input(z.object({ clientId: id }))
    .output(
      z.object({ revision, hardware: z.array(hardwareEntrySchema), software: z.array(softwareEntrySchema) })
    ),
  hardware: base.input(rowId).output(hardwareInventorySchema),
  software: base.input(rowId).output(softwareInventorySchema),
  /** What the second has that the first has not, and the other way round: of two computers, or of two dates. */
  compare: base.input(z.object({ kind, before: id, after: id })).output(
    z.object({
      before: sideSchema,
      after: sideSchema,
      difference: differenceSchema
    })
  ),
  /** One inventory as CSV, or the latest ones of the computers of a selection. */
  export: base
    .input(z.object({ kind, of: z.union([rowId, exportSelection]), separator }))
    .output(exportedFile),
  /** The partitions that have such a program, by the latest inventory of each; by classroom and address. */
  findProgram: base.input(z.object(programQuestion)).output(
    z.object({
      revision,
      found: z.array(programPlaceSchema),
      /** Computers that were looked through, and those of which no inventory says what is installed. */
      known: z.number(),
      unknown: z.number()
    })
  ),
  /** The same as CSV, a program a row. */
  exportPrograms: base.input(z.object({ ...programQuestion, separator })).output(exportedFile),
  /** The programs of an image, as far as an inventory says; null: none does. */
  ofImage: base.input(z.object({ imageId: z.uuid() })).output(
    z.object({
      revision,
      found: z
        .object({
          /** The partition that it was made from, or one that it was deployed to. */
          basis: z.enum(SOFTWARE_BASES),
          /** When it was made, or deployed. */
          since: time,
          inventory: softwareInventorySchema
        })
        .nullable()
    })
  )
}
