/** Inventories as tables: a row for each computer and each thing in it. */
import { isHardwareType, programOf } from '#shared/domain/inventories.ts'
import { es } from '#shared/messages/es.ts'
import type { HardwareRow, SoftwareRow } from '../db/tables/inventories.ts'
import { utcTime } from '../exporting/csv-text.ts'
import type { ExportedClient } from '../exporting/selection.ts'

/** The columns of a table, and the rows of one inventory in it. */
interface InventoryTable<Row> {
  readonly headers: readonly string[]
  rows(client: ExportedClient, inventory: Row): string[][]
}

const HEADERS = ['Equipo', 'IP', 'Unidad']
const clientCells = ({ name, ip, units }: ExportedClient): string[] => [
  name,
  ip,
  units.map((unit) => unit.name).join(' › ')
]

/** One row for each computer and part. */
export const hardwareTable: InventoryTable<HardwareRow> = {
  headers: [...HEADERS, 'Tipo', 'Componente', 'Descripción', 'Visto (UTC)'],
  rows: (client, { items, seenAt }) =>
    items.map(({ type, description }) => [
      ...clientCells(client),
      type,
      isHardwareType(type) ? es.hardwareTypes[type] : type,
      description,
      utcTime(seenAt)
    ])
}

/** One row for each computer and program. */
export const softwareTable: InventoryTable<Omit<SoftwareRow, 'id' | 'at'>> = {
  headers: [...HEADERS, 'Disco', 'Partición', 'Sistema', 'Programa', 'Versión', 'Visto (UTC)'],
  rows(client, { disk, partition, system, programs, seenAt }) {
    const cells = [...clientCells(client), String(disk), String(partition), system]
    return programs.map((line) => {
      const { name, version } = programOf(line)
      return [...cells, name, version, utcTime(seenAt)]
    })
  }
}
