/** The tables of ogAdmBD, the database of OpenGnsys 1.1, as far as an inventory needs them. [L] ogAdmBD.sql */
import type { Placed } from '../../source.ts'
import { excerptOf } from '../findings.ts'
import { type Cell, type Dump, HexLiteral } from './dump.ts'

export const TABLES = [
  'centros',
  'grupos',
  'aulas',
  'gruposordenadores',
  'ordenadores',
  'ordenadores_particiones',
  'repositorios',
  'imagenes',
  'nombresos',
  'sistemasficheros',
  'perfilessoft'
] as const
export type Table = (typeof TABLES)[number]

/** A row, asked by the names of its columns. */
export interface Row extends Placed {
  readonly excerpt: string
  /** Empty for NULL, and for a column that this version of OpenGnsys does not have. */
  readonly text: (column: string) => string
  /** Null where there is no number. */
  readonly number: (column: string) => number | null
  readonly has: (column: string) => boolean
}

export interface Tables {
  readonly rows: (table: Table) => readonly Row[]
  /** Lines whose INSERT names no columns, while nothing else tells them. */
  readonly nameless: readonly { readonly line: number; readonly table: Table; readonly excerpt: string }[]
  /** Lines with more or fewer values than columns. */
  readonly uneven: readonly {
    readonly line: number
    readonly count: number
    readonly expected: number
    readonly excerpt: string
  }[]
}

/** Gives the rows of a dump their columns. */
export function tablesOf(text: string, dump: Dump): Tables {
  const rows = new Map<Table, Row[]>()
  const nameless: Tables['nameless'][number][] = []
  const uneven: Tables['uneven'][number][] = []
  for (const table of TABLES) {
    const places = new Map<readonly string[], Map<string, number>>()
    const list: Row[] = []
    for (const { columns, row } of dump.tables.get(table)?.rows ?? []) {
      const { line, cells, start, end } = row
      const excerpt = () => excerptOf(text.slice(start, end))
      if (!columns) {
        if (nameless.at(-1)?.table !== table) nameless.push({ line, table, excerpt: excerpt() })
      } else if (columns.length !== cells.length) {
        uneven.push({ line, count: cells.length, expected: columns.length, excerpt: excerpt() })
      } else {
        let byName = places.get(columns)
        if (!byName) {
          byName = new Map(columns.map((column, at) => [column, at]))
          places.set(columns, byName)
        }
        list.push(rowOf({ line, at: start }, cells, byName, excerpt))
      }
    }
    rows.set(table, list)
  }
  return { rows: (table) => rows.get(table)!, nameless, uneven }
}

function rowOf(
  place: Placed,
  cells: readonly Cell[],
  places: ReadonlyMap<string, number>,
  excerpt: () => string
): Row {
  const cell = (column: string) => cells[places.get(column) ?? -1]
  return {
    ...place,
    get excerpt() {
      return excerpt()
    },
    has: (column) => places.has(column),
    text: (column) => {
      const value = cell(column)
      if (value instanceof HexLiteral) return Buffer.from(value.digits, 'hex').toString('utf8').trim()
      return value?.trim() ?? ''
    },
    number: (column) => {
      const value = cell(column)
      if (value instanceof HexLiteral) return value.digits === '' ? null : Number(`0x${value.digits}`)
      return value === null || value === undefined || !/^-?\d+(?:\.\d+)?$/.test(value.trim())
        ? null
        : Number(value)
    }
  }
}
