/**
 * Reads a dump of ogAdmBD, the database of OpenGnsys 1.1: centres, classrooms and their groups, computers with their
 * partitions, repositories and images. What the codes mean is from its web console. [L]
 */
import { isIpv4 } from '#shared/domain/network.ts'
import { systemFacts } from '#shared/domain/systems.ts'
import { readMac } from '../addresses.ts'
import { defined, Findings, placeOf, textOf, type SourceContent } from '../findings.ts'
import { readDump } from './dump.ts'
import { partitionsOf } from './partitions.ts'
import { type Row, type Table, TABLES, tablesOf, type Tables } from './tables.ts'
import { readUnits, type Units } from './units.ts'

/** Kinds of images: 1 monolithic, 2 basic and 3 incremental, which are made of synchronised files. [L] constantes.php */
const MONOLITHIC = 1
/** The template of a computer of which nobody has said how it starts. [L] ogAdmBD.sql */
const NO_TEMPLATE = '00unknown'

/** Reads all that a dump of ogAdmBD says of the inventory. */
export function readOgAdmBd(text: string): SourceContent {
  const findings = new Findings()
  const dump = readDump(text, new Set(TABLES))
  for (const { line, start, expected } of dump.problems) {
    findings.problem(line, 'syntax', { expected }, text.slice(start, start + 200))
  }
  const tables = tablesOf(text, dump)
  for (const { line, table, excerpt } of tables.nameless) {
    findings.problem(line, 'syntax', { expected: `CREATE TABLE ${table}` }, excerpt)
  }
  for (const { line, count, expected, excerpt } of tables.uneven) {
    if (count < expected) findings.problem(line, 'too-few-columns', { count, expected }, excerpt)
    else findings.problem(line, 'syntax', { expected: ')' }, excerpt)
  }
  if (!TABLES.some((table) => dump.tables.has(table))) {
    findings.problem(1, 'syntax', { expected: 'INSERT INTO ordenadores' }, text.slice(0, 200))
  }

  const repositories = readRepositories(tables, findings)
  readClients(tables, readUnits(tables, findings), repositories, findings)
  readImages(tables, repositories, findings)
  findings.problems.sort((one, other) => one.line - other.line)
  return findings
}

/** The names of repositories, by their ids. */
function readRepositories(tables: Tables, findings: Findings): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  for (const row of tables.rows('repositorios')) {
    const { line, excerpt } = row
    const [name, ip] = [row.text('nombrerepositorio'), row.text('ip')]
    if (name === '') {
      findings.problem(line, 'bad-value', { column: 'nombrerepositorio', value: name }, excerpt)
      continue
    }
    names.set(row.number('idrepositorio') ?? 0, name)
    if (isIpv4(ip)) findings.repositories.push({ ...placeOf(row), name, ip })
    else
      findings.problem(
        line,
        ip === '' ? 'no-ip' : 'bad-ip',
        { name, ...(ip !== '' && { value: ip }) },
        excerpt
      )
  }
  return names
}

/** The name of the repository that a row points at; 0 and NULL are none. */
function repositoryOf(
  row: Row,
  name: string,
  repositories: ReadonlyMap<number, string>,
  findings: Findings
): string | undefined {
  const id = row.number('idrepositorio') ?? 0
  if (id <= 0) return undefined
  const repository = repositories.get(id)
  if (repository === undefined) {
    const params = { ...(name !== '' && { name }), column: 'idrepositorio', value: id }
    findings.note(row, 'unknown-reference', params, row.excerpt)
  }
  return repository
}

function readClients(
  tables: Tables,
  units: Units,
  repositories: ReadonlyMap<number, string>,
  findings: Findings
): void {
  const partitions = partitionsOf(tables, findings)
  for (const row of tables.rows('ordenadores')) {
    const { excerpt } = row
    const [mac, ip] = [row.text('mac'), row.text('ip')]
    const name = row.text('nombreordenador')
    const { path, ogLive: inherited } = units.of(row)
    const ogLive = units.ogLiveOf(row)
    const pxeTemplate = textOf(row.text('arranque'))
    findings.host({
      ...placeOf(row),
      excerpt,
      name,
      macs: mac === '' ? [] : [mac],
      ips: ip === '' ? [] : [ip],
      ...defined({
        unit: path,
        serialNumber: textOf(row.text('numserie')),
        networkInterface: textOf(row.text('netiface')),
        ogLive: ogLive === inherited ? undefined : ogLive,
        pxeTemplate: pxeTemplate === NO_TEMPLATE ? undefined : pxeTemplate,
        repository: repositoryOf(row, name, repositories, findings),
        partitions: partitions.get(row.number('idordenador') ?? 0)
      })
    })
  }
}

function readImages(tables: Tables, repositories: ReadonlyMap<number, string>, findings: Findings): void {
  const systems = byId(tables, 'nombresos', 'idnombreso')
  const profiles = byId(tables, 'perfilessoft', 'idperfilsoft')
  const clients = byId(tables, 'ordenadores', 'idordenador')
  /** The system of an image is the one of its software profile. */
  const systemOf = (row: Row) =>
    systems.get(profiles.get(row.number('idperfilsoft'))?.number('idnombreso') ?? null)?.text('nombreso') ??
    ''
  const macOf = (row: Row) => readMac(clients.get(row.number('idordenador'))?.text('mac') ?? '')
  for (const row of tables.rows('imagenes')) {
    const { line, excerpt } = row
    const name = row.text('nombreca')
    const repository = repositories.get(row.number('idrepositorio') ?? 0)
    const kind = row.number('tipo') ?? MONOLITHIC
    const value = row.number('idrepositorio') ?? 0
    if (name === '') findings.problem(line, 'bad-value', { column: 'nombreca', value: name }, excerpt)
    else if (kind !== MONOLITHIC)
      findings.problem(line, 'unsupported', { name, value: `tipo ${kind}` }, excerpt)
    else if (repository === undefined) {
      findings.problem(line, 'unknown-reference', { name, column: 'idrepositorio', value }, excerpt)
    } else {
      findings.images.push({ ...placeOf(row), name, repository, ...imageFields(row, systemOf, macOf) })
    }
  }
}

function imageFields(row: Row, systemOf: (row: Row) => string, macOf: (row: Row) => string | null) {
  const { type, version, architecture } = systemFacts(systemOf(row))
  const code = row.number('codpar')
  return defined({
    description: textOf(row.text('descripcion')),
    type: textOf(type),
    version: textOf(version),
    architecture: textOf(architecture),
    sourceClient: macOf(row) ?? undefined,
    sourceDisk: partOf(row.number('numdisk')),
    sourcePartition: partOf(row.number('numpar')),
    // An image of no known partition has 0 in all three.
    partitionCode: code !== null && partOf(code) !== undefined ? code.toString(16) : undefined,
    createdAt: timeOf(row.text('fechacreacion'))
  })
}

const partOf = (number: number | null) =>
  number !== null && Number.isSafeInteger(number) && number > 0 ? number : undefined

/** `2021-03-01 09:00:00` by the clock of where it is read: the dump does not say of where it was made. */
function timeOf(text: string): number | undefined {
  const time = Date.parse(text.replace(' ', 'T'))
  return time >= 0 ? time : undefined
}

function byId(tables: Tables, table: Table, id: string): ReadonlyMap<number | null, Row> {
  return new Map(tables.rows(table).map((row) => [row.number(id), row]))
}
