/** Reads tables of computers: any delimiter, any order of columns, a header in Spanish, Catalan or English or none. */
import { isIpv4, isNetmask, networkAddress } from '#shared/domain/network.ts'
import type { UnitType } from '#shared/domain/units.ts'
import type { UnitPath } from '../../source.ts'
import { isSubnet, netmaskOf, subnetName } from '../addresses.ts'
import { Findings, textOf, type SourceContent } from '../findings.ts'
import {
  cleanCell,
  type Columns,
  completeColumns,
  delimiterOf,
  type Field,
  headerOf,
  isHeader,
  isMacCell
} from './columns.ts'
import { type CsvRecord, readRecords } from './records.ts'

/** Without these a row is no computer. */
const NEEDED = ['mac', 'ip', 'name'] as const
/** Rows among which the header is looked for: people write titles above it. */
const TITLE_ROWS = 20
/** Excel's first line, which says what separates the cells. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=(.)"?[ \t]*(?:\r\n|\n|\r|$)/i

/** Reads all computers of a CSV file. */
export function readCsv(text: string): SourceContent {
  const findings = new Findings()
  const separator = SEPARATOR_LINE.exec(text)
  const { records: all, broken } = readRecords(text, separator?.[1] ?? delimiterOf(text))
  for (const { line, raw } of broken) findings.problem(line, 'syntax', { expected: '"' }, raw)

  const records = all.filter(
    (record, at) => record.cells.some((cell) => cleanCell(cell) !== '') && !(at === 0 && separator)
  )
  const [first] = records
  if (!first) return findings
  const headerAt = records.slice(0, TITLE_ROWS).findIndex((record) => isHeader(record.cells))
  const header = headerAt === -1 ? undefined : records[headerAt]!
  const firstRow = header ? headerAt + 1 : records.findIndex((record) => record.cells.some(isMacCell))
  const rows = records.slice(Math.max(firstRow, 0))
  const named: Columns = header ? headerOf(header.cells) : new Map()
  const columns = completeColumns(
    named,
    header !== undefined,
    rows.map((row) => row.cells)
  )

  const missing = NEEDED.filter((field) => !columns.has(field))
  for (const column of missing) {
    findings.problem((header ?? first).line, 'missing-column', { column }, (header ?? first).raw)
  }
  if (missing.length > 0) return findings
  for (const title of records.slice(0, Math.max(header ? headerAt : firstRow, 0))) {
    findings.note(
      { line: title.line },
      'unsupported',
      { value: title.cells.map(cleanCell).join(' ').trim() },
      title.raw
    )
  }
  const table = new Table(findings, columns)
  const again = header && JSON.stringify(header.cells.map(cleanCell))
  for (const row of rows) if (JSON.stringify(row.cells.map(cleanCell)) !== again) table.row(row)
  findings.problems.sort((one, other) => one.line - other.line)
  return findings
}

/** The columns that lead to a row's unit, from the top, with the kind of unit each holds. */
const UNIT_COLUMNS = [
  ['centre', 'centre'],
  ['classroomGroup', 'classroom-group'],
  ['classroom', 'classroom'],
  ['group', 'client-group']
] as const satisfies readonly (readonly [Field, UnitType])[]

class Table {
  private readonly findings: Findings
  private readonly columns: Columns
  readonly #subnets = new Set<string>()

  constructor(findings: Findings, columns: Columns) {
    this.findings = findings
    this.columns = columns
  }

  row(record: CsvRecord): void {
    const { line, cells, raw: excerpt } = record
    const expected = Math.max(...NEEDED.map((field) => this.columns.get(field)! + 1))
    if (cells.length < expected) {
      return this.findings.problem(line, 'too-few-columns', { count: cells.length, expected }, excerpt)
    }
    const value = (field: Field) => textOf(cleanCell(cells[this.columns.get(field) ?? -1]))
    const before = this.findings.clients.length
    const units = UNIT_COLUMNS.flatMap(([field, type]) => {
      const name = value(field)
      return name === undefined ? [] : [{ name, type }]
    })
    const unit = units.length > 0 ? units.map(({ name }) => name) : pathIn(value('unit'))
    this.findings.host({
      line,
      excerpt,
      name: value('name') ?? '',
      macs: macsIn(value('mac')),
      ips: listOf(value('ip')),
      ...(unit.length > 0 && { unit }),
      ...optional('serialNumber', value('serialNumber')),
      ...optional('networkInterface', value('networkInterface')),
      ...optional('ogLive', value('ogLive')),
      ...optional('pxeTemplate', value('pxeTemplate')),
      ...optional('repository', value('repository'))
    })
    if (this.findings.clients.length === before) return
    for (const [at, { type }] of units.entries()) {
      this.findings.unit({ line, path: unit.slice(0, at + 1), type, fields: {} })
    }
    this.subnet(record, value, this.findings.clients.at(-1)!.ip)
  }

  /** `192.168.2.0/24`, an address and a netmask, or the netmask alone, which says in which subnet the computer is. */
  private subnet(record: CsvRecord, value: (field: Field) => string | undefined, ip: string): void {
    const found = value('subnet')
    const router = value('router')
    const [start, length] = (found ?? '').split('/')
    const netmask = length === undefined ? value('netmask') : maskOf(length)
    if (netmask === undefined) return
    const address = found === undefined && isNetmask(netmask) ? networkAddress(ip, netmask) : start!.trim()
    const key = `${address}/${netmask}`
    if (this.#subnets.has(key)) return
    this.#subnets.add(key)
    if (!isSubnet(address, netmask)) {
      const column = found === undefined ? 'netmask' : 'subnet'
      return this.findings.note(
        { line: record.line },
        'bad-value',
        { column, value: found ?? netmask },
        record.raw
      )
    }
    this.findings.subnets.push({
      line: record.line,
      name: subnetName(address, netmask),
      address,
      netmask,
      routerIp: router !== undefined && isIpv4(router) ? router : null
    })
  }
}

/** `Campus › Planta 1 › Aula 1`: the kinds of its units are not told. */
function pathIn(text = ''): UnitPath {
  const separator = ['›', '»', '>', '\\', '/'].find((separator) => text.includes(separator))
  const names = separator === undefined ? [text] : text.split(separator)
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** `24` or `255.255.255.0` behind the `/` of a subnet. */
function maskOf(length: string): string {
  const text = length.trim()
  return /^\d{1,2}$/.test(text) ? (netmaskOf(Number(text)) ?? text) : text
}

/** The addresses of a cell; a cell that is not several is one, right or wrong. */
function macsIn(text = ''): string[] {
  const parts = text.split(/[,;/|]/).filter((part) => part.trim() !== '')
  return parts.length > 1 && parts.every(isMacCell) ? parts : [text].filter((mac) => mac !== '')
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(/[,;\s]+/).filter((part) => part !== '')
}

function optional<Key extends string>(key: Key, value: string | undefined) {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, string>>
}
