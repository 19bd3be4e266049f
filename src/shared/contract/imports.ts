/** imports.*: other sources of computers, read, previewed, and taken over. */
import * as z from 'zod'
import {
  CLIENT_MATCHES,
  IMPORT_FORMATS,
  IMPORT_MAX_BYTES,
  PLAN_PROBLEMS,
  PLAN_WARNINGS,
  ROW_EFFECTS,
  ROW_KINDS,
  SOURCE_PROBLEMS
} from '../domain/imports.ts'
import { base, revision } from './base.ts'

/** Where computers go of which the file names no classroom. */
const importTarget = z.discriminatedUnion('kind', [
  /** Each one into the classroom whose network holds its address. */
  z.object({ kind: z.literal('network') }),
  z.object({ kind: z.literal('unit'), unitId: z.int().positive() }),
  z.object({
    kind: z.literal('new'),
    parentId: z.int().positive().nullable(),
    name: z.string().trim().min(1).max(100)
  })
])
export type ImportTarget = z.infer<typeof importTarget>

const value = z.union([z.string(), z.number()]).nullable()
const said = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ code: z.enum(codes), params: z.record(z.string(), z.union([z.string(), z.number()])) })

const importRowSchema = z.object({
  /** The same for as long as the import is open. */
  key: z.string(),
  /** Null: implied by another row, such as a classroom that only its computers name. */
  line: z.int().nonnegative().nullable(),
  kind: z.enum(ROW_KINDS),
  name: z.string(),
  /** Of a computer: the way to its classroom. */
  place: z.string().nullable(),
  effect: z.enum(ROW_EFFECTS),
  changes: z.array(z.object({ field: z.string(), from: value, to: value })),
  problem: said([...SOURCE_PROBLEMS, ...PLAN_PROBLEMS]).nullable(),
  warning: said([...PLAN_WARNINGS, ...SOURCE_PROBLEMS]).nullable(),
  matchedBy: z.enum(CLIENT_MATCHES).nullable(),
  /** Rows without which this one cannot be. */
  dependsOn: z.array(z.string())
})
export type ImportRow = z.infer<typeof importRowSchema>

const preview = z.object({
  importId: z.string(),
  revision,
  format: z.enum(IMPORT_FORMATS),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16']),
  target: importTarget,
  /** Whether the file names no classroom of some of its computers. */
  wantsTarget: z.boolean(),
  rowCount: z.int().nonnegative(),
  /** The first of them; the others are asked for, so that no message is so long that the window stands still. */
  rows: z.array(importRowSchema)
})
export type ImportPreview = z.infer<typeof preview>

const importId = z.object({ importId: z.string().max(100) })

export const importsContract = {
  /** Reads a file or a pasted text, and tells what taking it over would do. */
  open: base
    .input(
      z.object({
        fileName: z.string().max(500).nullable().default(null),
        content: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('text'), text: z.string().max(IMPORT_MAX_BYTES) }),
          z.object({ kind: z.literal('base64'), data: z.string().max(Math.ceil(IMPORT_MAX_BYTES / 3) * 4) })
        ]),
        /** Null: recognised by its content. */
        format: z.enum(IMPORT_FORMATS).nullable().default(null),
        target: importTarget.default({ kind: 'network' })
      })
    )
    .output(preview),
  /** The next rows from this one on. */
  rows: base.input(importId.extend({ from: z.int().nonnegative() })).output(z.array(importRowSchema)),
  /** The same once more, against the inventory as it now is, and with another target. */
  retarget: base.input(importId.extend({ target: importTarget })).output(preview),
  /** Takes the picked rows over, with those that they need, in one transaction or not at all. */
  apply: base.input(importId.extend({ keys: z.array(z.string().max(2000)).min(1).max(200_000) })).output(
    z.object({
      created: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      clients: z.int().nonnegative(),
      /** Where most of the computers went. */
      unitId: z.int().positive().nullable()
    })
  ),
  /** Forgets a file that was read. */
  close: base.input(importId).output(z.object({ closed: z.boolean() }))
}
