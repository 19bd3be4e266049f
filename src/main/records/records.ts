/** What was found in computers: read, compared, taken along. */
import type { ComparedSide, HardwareInventory, SoftwareInventory } from '#shared/contract/records.ts'
import {
  hardwareDifference,
  softwareDifference,
  type InventoryDifference,
  type InventoryKind
} from '#shared/domain/inventories.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'
import { createRecordsExport } from './export.ts'
import { createImageSoftware } from './image-software.ts'
import { createProgramSearch } from './program-search.ts'

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw fail('not-found')
  return row
}

/** Builds the service. Its methods throw FailureError where what is asked for is not there. */
export function createRecords(tables: Tables) {
  function hardware(id: number): HardwareInventory {
    const row = found(tables.hardware.get(id))
    return { ...row, count: row.items.length }
  }
  function software(id: number): SoftwareInventory {
    const row = found(tables.software.get(id))
    return { ...row, count: row.programs.length }
  }

  return {
    ofImage: createImageSoftware(tables),
    export: createRecordsExport(tables),
    programs: createProgramSearch(tables),
    hardware,
    software,

    list(clientId: number) {
      found(tables.clients.get(clientId))
      return { hardware: tables.hardware.ofClient(clientId), software: tables.software.ofClient(clientId) }
    },

    compare(
      kind: InventoryKind,
      beforeId: number,
      afterId: number
    ): { before: ComparedSide; after: ComparedSide; difference: InventoryDifference } {
      if (kind === 'hardware') {
        const { items: one, ...before } = hardware(beforeId)
        const { items: other, ...after } = hardware(afterId)
        return { before, after, difference: hardwareDifference(one, other) }
      }
      const { programs: one, ...before } = software(beforeId)
      const { programs: other, ...after } = software(afterId)
      return { before, after, difference: softwareDifference(one, other) }
    }
  }
}
export type Records = ReturnType<typeof createRecords>
