/** Inventories, taken along: one, or the latest ones of the computers of a selection. */
import { setImmediate } from 'node:timers/promises'
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { InventoryKind } from '#shared/domain/inventories.ts'
import type { Tables } from '../db/tables.ts'
import type { Separator } from '../exporting/csv-text.ts'
import { fileTitle, type ExportedFile } from '../exporting/exports.ts'
import { readSelection, type ExportedClient } from '../exporting/selection.ts'
import { fail } from '../failure-error.ts'

interface Request {
  readonly kind: InventoryKind
  readonly of: { id: number } | ExportSelection
  readonly separator: Separator
}

/** Where the inventories of one kind are read. */
interface Source<Row> {
  get(id: number): Row | undefined
  latest(clientId: number): readonly Row[]
}

/** Builds what writes the files. It throws FailureError where what was asked for is not there. */
export function createRecordsExport(tables: Tables) {
  const hardware = {
    get: tables.hardware.get,
    latest: (clientId: number) => [tables.hardware.latest(clientId)].filter((row) => row !== undefined)
  }
  const software = { get: tables.software.get, latest: tables.software.latestOfClient }

  async function write<Row extends { clientId: number }>(
    { kind, of, separator }: Request,
    { get, latest }: Source<Row>,
    table: { headers: readonly string[]; rows(client: ExportedClient, inventory: Row): string[][] }
  ): Promise<ExportedFile> {
    const { csvRows, csvText } = await import('../exporting/csv-text.ts')
    const single = of !== 'all' && 'id' in of ? get(of.id) : null
    if (single === undefined) throw fail('not-found')
    const selection = single ? { clientIds: [single.clientId] } : (of as ExportSelection)
    const { clients, title } = readSelection(tables, selection)
    const parts = [csvText(table.headers, [], separator)]
    let count = 0
    for (const client of clients) {
      const inventories = single ? [single] : latest(client.id)
      if (inventories.length > 0) count += 1
      for (const inventory of inventories) parts.push(csvRows(table.rows(client, inventory), separator))
      // A campus has millions of programs: the console goes on listening meanwhile.
      await setImmediate()
    }
    return {
      fileName: `${kind}-${fileTitle(single ? (clients[0]?.name ?? null) : title)}.csv`,
      mimeType: 'text/csv;charset=utf-8',
      content: parts.join(''),
      clients: count
    }
  }

  return async (request: Request): Promise<ExportedFile> => {
    const { hardwareTable, softwareTable } = await import('./csv.ts')
    return request.kind === 'hardware'
      ? write(request, hardware, hardwareTable)
      : write(request, software, softwareTable)
  }
}
