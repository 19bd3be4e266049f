/** exports.*: the inventory, taken along. */
import * as z from 'zod'
import { EXPORT_FORMATS } from '../domain/imports.ts'
import { base, rowIds } from './base.ts'

const exportSelection = z.union([
  z.object({ clientIds: rowIds }),
  /** Their computers, and those of all units below. */
  z.object({ unitIds: rowIds }),
  z.literal('all')
])
export type ExportSelection = z.infer<typeof exportSelection>

export const exportsContract = {
  /** The selected computers as a file; the `ogdesk` document is always of the whole inventory. */
  make: base
    .input(
      z.object({
        format: z.enum(EXPORT_FORMATS),
        selection: exportSelection,
        /** Of CSV: `;` is what a Spanish spreadsheet opens by itself. */
        separator: z.enum([';', ',']).default(';')
      })
    )
    .output(
      z.object({
        fileName: z.string(),
        mimeType: z.string(),
        content: z.string(),
        clients: z.int().nonnegative()
      })
    )
}
