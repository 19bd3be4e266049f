/** exports.*: the inventory, taken along. */
import * as z from 'zod'
import { EXPORT_FORMATS } from '../domain/imports.ts'
import { base, rowIds } from './base.ts'

export const exportSelection = z.union([
  z.object({ clientIds: rowIds }),
  /** Their computers, and those of all units below. */
  z.object({ unitIds: rowIds }),
  z.literal('all')
])
export type ExportSelection = z.infer<typeof exportSelection>

/** `;` is what a Spanish spreadsheet opens by itself. */
export const separator = z.enum([';', ',']).default(';')
export const exportedFile = z.object({
  fileName: z.string(),
  mimeType: z.string(),
  content: z.string(),
  /** How many computers are in it. */
  clients: z.int().nonnegative()
})

export type ExportedFile = z.infer<typeof exportedFile>

export const exportsContract = {
  /** The selected computers as a file; the `ogdesk` document is always of the whole inventory. */
  make: base
    .input(
      z.object({
        format: z.enum(EXPORT_FORMATS),
        selection: exportSelection,
        /** Of CSV. */
        separator
      })
    )
    .output(exportedFile)
}
