/** discovered.*: computers that reported in and are not in the inventory. */
import * as z from 'zod'
import { base, revision, rowId, rowIds } from './base.ts'
import { clientInput } from './inputs.ts'
import { clientSchema, discoveredSchema } from './rows.ts'

const ids = z.object({ ids: rowIds })
const unitId = z.int().positive()

export const discoveredContract = {
  /** All of them, ignored ones too; who was heard last comes first. */
  list: base.output(z.object({ revision, computers: z.array(discoveredSchema) })),
  /** Names by the unit's pattern, in the order of the addresses; and the subnet that each address is in. */
  suggest: base
    .input(z.object({ ids: rowIds, unitId }))
    .output(
      z.array(
        z.object({ id: z.int(), name: z.string(), ip: z.string(), subnetId: z.int().positive().nullable() })
      )
    ),
  /** Takes computers into a unit; all of them, or none. */
  adopt: base
    .input(
      z.object({
        unitId,
        clients: z
          .array(rowId.extend(clientInput.pick({ name: true, ip: true }).shape))
          .min(1)
          .max(1000)
      })
    )
    .output(z.object({ clients: z.array(clientSchema), undoId: z.string() })),
  /** Gives the computer of the inventory that has this one's MAC address the address from which it now reports. */
  updateAddress: base.input(rowId).output(clientSchema),
  ignore: base.input(ids).output(z.object({ changed: z.int() })),
  unignore: base.input(ids).output(z.object({ changed: z.int() })),
  /** Forgets them; one that reports in again comes back. */
  forget: base.input(ids).output(z.object({ changed: z.int() }))
}
