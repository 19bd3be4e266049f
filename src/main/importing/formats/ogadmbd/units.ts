/** Centres, groups of classrooms, classrooms, and groups of computers of ogAdmBD, as one tree. [L] */
import type { UnitInput } from '#shared/contract/inputs.ts'
import { MULTICAST_MODES, P2P_MODES } from '#shared/contract/rows.ts'
import { isIpv4, isMulticast, isNetmask } from '#shared/domain/network.ts'
import type { UnitType } from '#shared/domain/units.ts'
import type { UnitPath } from '../../source.ts'
import { defined, type Findings, placeOf, textOf } from '../findings.ts'
import type { Row, Table, Tables } from './tables.ts'

/** `grupos` holds groups of all sorts; these are of classrooms. [L] constantes.php: AMBITO_GRUPOSAULAS */
const CLASSROOM_GROUPS = 2
/** `modomul`: 0 is none. [L] propiedades_aulas.php */
const MULTICAST_MODE: Record<number, (typeof MULTICAST_MODES)[number]> = {
  1: 'half-duplex',
  2: 'full-duplex'
}
/** The link to the version that all computers start unless somebody says otherwise. [L] ogAdmBD.sql */
const DEFAULT_OG_LIVE = 'ogLive'

export interface Units {
  /** Where a computer is, and what it inherits there. */
  readonly of: (row: Row) => { path: UnitPath | undefined; ogLive: string | undefined }
  /** The version of ogLive that a row asks for itself. */
  readonly ogLiveOf: (row: Row) => string | undefined
}

/** Puts all units among the findings, parents first. */
export function readUnits(tables: Tables, findings: Findings): Units {
  return new UnitTree(tables, findings)
}

class UnitTree implements Units {
  private readonly findings: Findings
  private readonly rows: Record<'centros' | 'grupos' | 'aulas' | 'gruposordenadores', Map<number, Row>>
  private readonly paths = new Map<Row, UnitPath>()

  constructor(tables: Tables, findings: Findings) {
    this.findings = findings
    const byId = (table: Table, id: string, keep: (row: Row) => boolean = () => true) =>
      new Map(
        tables
          .rows(table)
          .filter(keep)
          .map((row) => [row.number(id) ?? 0, row])
      )
    this.rows = {
      centros: byId('centros', 'idcentro'),
      grupos: byId('grupos', 'idgrupo', (row) => row.number('tipo') === CLASSROOM_GROUPS),
      aulas: byId('aulas', 'idaula'),
      gruposordenadores: byId('gruposordenadores', 'idgrupo')
    }
    for (const row of this.rows.centros.values()) this.add(row, [], 'nombrecentro', 'centre', commentsOf(row))
    for (const row of this.rows.grupos.values()) this.classroomGroup(row)
    for (const row of this.rows.aulas.values()) {
      const group = this.find('grupos', row, 'grupoid', 'nombreaula')
      const parent = group ? this.classroomGroup(group) : this.centreOf(row, 'nombreaula')
      this.add(row, parent, 'nombreaula', 'classroom', this.classroomFields(row))
    }
    for (const row of this.rows.gruposordenadores.values()) this.clientGroup(row)
  }

  of(row: Row): { path: UnitPath | undefined; ogLive: string | undefined } {
    const group = this.find('gruposordenadores', row, 'grupoid', 'nombreordenador')
    const aula = this.find('aulas', row, 'idaula', 'nombreordenador')
    const path = (group && this.paths.get(group)) ?? (aula && this.paths.get(aula))
    return { path, ogLive: aula && this.ogLiveOf(aula) }
  }

  ogLiveOf(row: Row): string | undefined {
    const ogLive = textOf(row.text('oglivedir'))
    return ogLive === DEFAULT_OG_LIVE ? undefined : ogLive
  }

  /** @param above the groups on the way to this one; a group within itself is at the top of its centre. */
  private classroomGroup(row: Row, above: readonly Row[] = []): UnitPath {
    const known = this.paths.get(row)
    if (known) return known
    const parent = this.find('grupos', row, 'grupoid', 'nombregrupo')
    const path =
      parent && mayHold(parent, row, above)
        ? this.classroomGroup(parent, [...above, row])
        : this.centreOf(row, 'nombregrupo')
    return this.add(row, path, 'nombregrupo', 'classroom-group', commentsOf(row))
  }

  private clientGroup(row: Row, above: readonly Row[] = []): UnitPath {
    const known = this.paths.get(row)
    if (known) return known
    const parent = this.find('gruposordenadores', row, 'grupoid', 'nombregrupoordenador')
    const aula = this.find('aulas', row, 'idaula', 'nombregrupoordenador')
    const path =
      parent && mayHold(parent, row, above)
        ? this.clientGroup(parent, [...above, row])
        : ((aula && this.paths.get(aula)) ?? [])
    return this.add(row, path, 'nombregrupoordenador', 'client-group', commentsOf(row))
  }

  private centreOf(row: Row, nameColumn: string): UnitPath {
    const centre = this.find('centros', row, 'idcentro', nameColumn)
    return (centre && this.paths.get(centre)) ?? []
  }

  /** The row that another one points at; 0 and NULL point at none. */
  private find(table: keyof UnitTree['rows'], row: Row, column: string, nameColumn: string): Row | undefined {
    const id = row.number(column) ?? 0
    if (id <= 0) return undefined
    const found = this.rows[table].get(id)
    if (!found) {
      const name = row.text(nameColumn)
      const params = { ...(name !== '' && { name }), column, value: id }
      this.findings.note(row, 'unknown-reference', params, row.excerpt)
    }
    return found
  }

  private add(row: Row, parent: UnitPath, nameColumn: string, type: UnitType, fields: Fields): UnitPath {
    const known = this.paths.get(row)
    if (known) return known
    const name = row.text(nameColumn)
    // What is in a unit without a name is in the one above.
    const path = name === '' ? parent : [...parent, name]
    this.paths.set(row, path)
    if (name === '') {
      this.findings.problem(row.line, 'bad-value', { column: nameColumn, value: name }, row.excerpt)
    } else this.findings.units.push({ ...placeOf(row), path, type, fields })
    return path
  }

  private classroomFields(row: Row): Fields {
    const name = row.text('nombreaula')
    const bad = (column: string, value: string | number) =>
      this.findings.note(row, 'bad-value', { name, column, value }, row.excerpt)
    const text = (column: string, fits: (value: string) => boolean = () => true) => {
      const value = textOf(row.text(column))
      if (value === undefined || fits(value)) return value
      bad(column, value)
      return undefined
    }
    const number = (column: string, from: number, to: number, none: number | null = null) => {
      const value = row.number(column)
      if (value === null || value === none) return undefined
      if (Number.isInteger(value) && value >= from && value <= to) return value
      bad(column, value)
      return undefined
    }
    const mode = number('modomul', 1, 2, 0)
    const p2pMode = text('modp2p', (value) => P2P_MODES.some((mode) => mode === value))
    return defined({
      ...commentsOf(row),
      routerIp: text('router', isIpv4),
      netmask: text('netmask', isNetmask),
      dns: text('dns'),
      ntp: text('ntp'),
      ogLive: this.ogLiveOf(row),
      multicastAddress: text('ipmul', (value) => isIpv4(value) && isMulticast(value)),
      multicastPort: number('pormul', 1, 65_535, 0),
      multicastMode: mode === undefined ? undefined : MULTICAST_MODE[mode],
      multicastSpeed: number('velmul', 1, 100_000, 0),
      p2pMode: P2P_MODES.find((known) => known === p2pMode),
      p2pTime: number('timep2p', 0, 604_800),
      capacity: number('puestos', 1, 10_000, 0),
      location: text('ubicacion')
    })
  }
}

/** Deeper than groups are nested, and shallow enough for the stack. */
const DEPTH_MAX = 50

function mayHold(parent: Row, row: Row, above: readonly Row[]): boolean {
  return parent !== row && !above.includes(parent) && above.length < DEPTH_MAX
}

type Fields = Partial<Omit<UnitInput, 'parentId' | 'type' | 'name' | 'repositoryId'>>

/** The longest comment of the inventory. */
const COMMENTS_MAX = 2000

function commentsOf(row: Row): Fields {
  return defined({ comments: textOf(row.text('comentarios').slice(0, COMMENTS_MAX)) })
}
