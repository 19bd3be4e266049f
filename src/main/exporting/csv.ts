/** Computers as a table that a spreadsheet opens, and that an import reads back to the letter. */
import { stringify } from 'csv-stringify/sync'
import { UNIT_TYPES, type UnitType } from '#shared/domain/units.ts'
import { prefixLength } from './netmask.ts'
import type { Exported, ExportedClient } from './selection.ts'

const UNIT_HEADERS: Readonly<Record<UnitType, string>> = {
  centre: 'Centro',
  'classroom-group': 'Grupo de aulas',
  classroom: 'Aula',
  'client-group': 'Grupo de equipos'
}

type Column = readonly [header: string, cell: (client: ExportedClient) => string | null]

/** Whether each kind of unit is on the way once, and so has a column to itself. */
function hasColumns({ units }: ExportedClient): boolean {
  const places = units.map(({ type }) => UNIT_TYPES.indexOf(type))
  return places.every((place, index) => index === 0 || place > places[index - 1]!)
}

const COLUMNS: readonly Column[] = [
  ['Nombre', ({ name }) => name],
  ['MAC', ({ mac }) => mac],
  ['IP', ({ ip }) => ip],
  ...UNIT_TYPES.map(
    (type): Column => [
      UNIT_HEADERS[type],
      (client) =>
        hasColumns(client) ? (client.units.find((unit) => unit.type === type)?.name ?? null) : null
    ]
  ),
  [
    'Unidad',
    (client) => (hasColumns(client) ? null : client.units.map(({ name }) => name).join(' › '))
  ],
  ['Nº de serie', ({ serialNumber }) => serialNumber],
  ['Interfaz', ({ networkInterface }) => networkInterface],
  ['ogLive', ({ ogLive }) => ogLive],
  ['Plantilla PXE', ({ pxeTemplate }) => pxeTemplate],
  ['Repositorio', ({ repository }) => repository],
  ['Subred', ({ subnet }) => subnet && `${subnet.address}/${prefixLength(subnet.netmask)}`],
  ['Router', ({ subnet }) => subnet?.routerIp ?? null]
]
/** These are there even where all of their cells are empty. */
const ALWAYS = new Set(['Nombre', 'MAC', 'IP', 'Aula'])

/** A spreadsheet runs what looks like a formula; an apostrophe makes it text, and an import takes it away again. */
const guarded = (cell: string): string => (/^['=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** @param separator `;` is what a Spanish Excel opens by itself */
export function toCsv({ clients }: Exported, separator: ';' | ','): string {
  const columns = COLUMNS.filter(
    ([header, cell]) => ALWAYS.has(header) || clients.some((client) => cell(client) !== null)
  )
  const rows = clients.map((client) => columns.map(([, cell]) => guarded(cell(client) ?? '')))
  // The mark tells Excel that this is UTF-8.
  return stringify([columns.map(([header]) => header), ...rows], {
    bom: true,
    delimiter: separator,
    record_delimiter: 'windows'
  })
}
