/** Inventories as tables: a row for each computer and each thing in it. */
import { isHardwareType, programOf } from '#shared/domain/inventories.ts'
import { es } from '#shared/messages/es.ts'
import type { HardwareRow, SoftwareRow } from '../db/tables/inventories.ts'
import { csvText } from '../exporting/csv-text.ts'
import type { ExportedClient } from '../exporting/selection.ts'

type Separator = ';' | ','
type Of<Row> = readonly { readonly client: ExportedClient; readonly inventory: Row }[]

const HEADERS = ['Equipo', 'IP', 'Unidad']
const clientCells = ({ name, ip, units }: ExportedClient): string[] => [
  name,
  ip,
  units.map((unit) => unit.name).join(' › ')
]
/** As spreadsheets of any language read it; UTC, as there is no telling where it is opened. */
const time = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** One row for each computer and part. */
export function hardwareCsv(rows: Of<HardwareRow>, separator: Separator): string {
  return csvText(
    [...HEADERS, 'Tipo', 'Componente', 'Descripción', 'Visto (UTC)'],
    rows.flatMap(({ client, inventory }) =>
      inventory.items.map(({ type, description }) => [
        ...clientCells(client),
        type,
        isHardwareType(type) ? es.hardwareTypes[type] : type,
        description,
        time(inventory.seenAt)
      ])
    ),
    separator
  )
}

/** One row for each computer and program. */
export function softwareCsv(rows: Of<SoftwareRow>, separator: Separator): string {
  return csvText(
    [...HEADERS, 'Disco', 'Partición', 'Sistema', 'Programa', 'Versión', 'Visto (UTC)'],
    rows.flatMap(({ client, inventory }) => {
      const { disk, partition, system, programs, seenAt } = inventory
      const cells = [...clientCells(client), String(disk), String(partition), system]
      return programs.map((line) => {
        const { name, version } = programOf(line)
        return [...cells, name, version, time(seenAt)]
      })
    }),
    separator
  )
}
