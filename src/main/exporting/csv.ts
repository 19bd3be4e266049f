/** Computers as a table that a spreadsheet opens, and that an import reads back to the letter. */
import { UNIT_TYPES, type UnitType } from '#shared/domain/units.ts'
import { prefixLength } from '../importing/formats/addresses.ts'
import { csvText } from './csv-text.ts'
import type { Exported, ExportedClient, UnitStep } from './selection.ts'

const UNIT_HEADERS: Readonly<Record<UnitType, string>> = {
  centre: 'Centro',
  'classroom-group': 'Grupo de aulas',
  classroom: 'Aula',
  'client-group': 'Grupo de equipos'
}

interface Row extends ExportedClient {
  /** The units that have a column each; null where the way needs one cell for all of it. */
  readonly inColumns: readonly UnitStep[] | null
}
type Column = readonly [header: string, cell: (row: Row) => string | null]

/**
 * Each kind of unit has one column, and groups may stand in groups: of a way with two of a kind, the end is enough where
 * only one unit has it.
 */
function inColumns({ units }: ExportedClient, isUnique: Exported['isUnique']): readonly UnitStep[] | null {
  const place = (index: number) => UNIT_TYPES.indexOf(units[index]!.type)
  let start = units.length - 1
  while (start > 0 && place(start - 1) < place(start)) start--
  const tail = units.slice(start)
  return start === 0 || isUnique(tail.map(({ name }) => name)) ? tail : null
}

const COLUMNS: readonly Column[] = [
  ['Nombre', ({ name }) => name],
  ['MAC', ({ mac }) => mac],
  ['IP', ({ ip }) => ip],
  ...UNIT_TYPES.map((type): Column => [
    UNIT_HEADERS[type],
    (row) => row.inColumns?.find((unit) => unit.type === type)?.name ?? null
  ]),
  ['Unidad', (row) => (row.inColumns ? null : row.units.map(({ name }) => name).join(' › '))],
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

/** @param separator `;` is what a Spanish Excel opens by itself */
export function toCsv({ clients: exported, isUnique }: Exported, separator: ';' | ','): string {
  const clients = exported.map((client): Row => ({ ...client, inColumns: inColumns(client, isUnique) }))
  const columns = COLUMNS.filter(
    ([header, cell]) => ALWAYS.has(header) || clients.some((client) => cell(client) !== null)
  )
  const rows = clients.map((client) => columns.map(([, cell]) => cell(client) ?? ''))
  return csvText(
    columns.map(([header]) => header),
    rows,
    separator
  )
}
