/** What was found in computers: read, compared, taken along. */
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { ComparedSide, HardwareInventory, SoftwareInventory } from '#shared/contract/records.ts'
import {
  hardwareDifference,
  softwareDifference,
  type InventoryDifference,
  type InventoryKind
} from '#shared/domain/inventories.ts'
import type { HardwareRow, SoftwareRow } from '../db/tables/inventories.ts'
import type { Tables } from '../db/tables.ts'
import { fileTitle, type ExportedFile } from '../exporting/exports.ts'
import { readSelection } from '../exporting/selection.ts'
import { fail } from '../failure-error.ts'
import { createImageSoftware } from './image-software.ts'

const hardwareOf = (row: HardwareRow): HardwareInventory => ({ ...row, count: row.items.length })
const softwareOf = (row: SoftwareRow): SoftwareInventory => ({ ...row, count: row.programs.length })

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw fail('not-found')
  return row
}

/** What an inventory is named by, without what is in it. */
function sideOf({ id, clientId, at, seenAt, count, ...rest }: HardwareInventory | SoftwareInventory) {
  const { disk, partition, system } = rest as Partial<SoftwareInventory>
  return { id, clientId, at, seenAt, count, disk, partition, system } as ComparedSide
}

/** Builds the service. Its methods throw FailureError where what is asked for is not there. */
export function createRecords(tables: Tables) {
  const hardware = (id: number) => hardwareOf(found(tables.hardware.get(id)))
  const software = (id: number) => softwareOf(found(tables.software.get(id)))

  /** The inventories that an export is of: one, or the latest of each computer. */
  function rowsFor<Row extends { clientId: number }>(
    of: { id: number } | ExportSelection,
    one: (id: number) => Row,
    latest: (clientId: number) => readonly Row[]
  ) {
    const single = of !== 'all' && 'id' in of ? one(of.id) : null
    const exported = readSelection(
      tables,
      single ? { clientIds: [single.clientId] } : (of as ExportSelection)
    )
    const rows = exported.clients.flatMap((client) =>
      (single ? [single] : latest(client.id)).map((inventory) => ({ client, inventory }))
    )
    return { rows, title: single ? (exported.clients[0]?.name ?? null) : exported.title }
  }

  return {
    ofImage: createImageSoftware(tables),
    hardware,
    software,

    list(clientId: number) {
      found(tables.clients.get(clientId))
      return { hardware: tables.hardware.ofClient(clientId), software: tables.software.ofClient(clientId) }
    },

    compare(
      kind: InventoryKind,
      before: number,
      after: number
    ): { before: ComparedSide; after: ComparedSide; difference: InventoryDifference } {
      if (kind === 'hardware') {
        const [one, other] = [hardware(before), hardware(after)]
        const difference = hardwareDifference(one.items, other.items)
        return { before: sideOf(one), after: sideOf(other), difference }
      }
      const [one, other] = [software(before), software(after)]
      const difference = softwareDifference(one.programs, other.programs)
      return { before: sideOf(one), after: sideOf(other), difference }
    },

    async export({
      kind,
      of,
      separator
    }: {
      kind: InventoryKind
      of: { id: number } | ExportSelection
      separator: ';' | ','
    }): Promise<ExportedFile> {
      const { hardwareCsv, softwareCsv } = await import('./csv.ts')
      const file = (title: string | null, content: string, rows: readonly { client: { id: number } }[]) => ({
        fileName: `${kind}-${fileTitle(title)}.csv`,
        mimeType: 'text/csv;charset=utf-8',
        content,
        clients: new Set(rows.map(({ client }) => client.id)).size
      })
      if (kind === 'hardware') {
        const { rows, title } = rowsFor(
          of,
          (id) => found(tables.hardware.get(id)),
          (clientId) => [tables.hardware.latest(clientId)].filter((row) => row !== undefined)
        )
        return file(title, hardwareCsv(rows, separator), rows)
      }
      const { rows, title } = rowsFor(
        of,
        (id) => found(tables.software.get(id)),
        (clientId) => tables.software.latestOfClient(clientId)
      )
      return file(title, softwareCsv(rows, separator), rows)
    }
  }
}
export type Records = ReturnType<typeof createRecords>
