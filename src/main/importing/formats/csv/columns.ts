/** Which column of a table holds what: by its header in one of three languages, or by what stands in it. */
import { isIpv4 } from '#shared/domain/network.ts'
import { readMac } from '../addresses.ts'

/** Headers as `plainHeader` spells them. */
const HEADERS = {
  name: `nombre nombreequipo nombredelequipo nombredeequipo nombrecliente nombredelcliente nombreordenador
    nombredelordenador nombrehost nombredehost nombredelhost nombrepc nombredelpc nombremaquina nombredelamaquina
    nombredered equipo equipos ordenador cliente maquina host hostname name fullname clientname computer computername
    client machine machinename pc nom nomequip nomdelequip nomordinador nomdelordinador nomclient nomdelclient equip
    ordinador maquinari`,
  mac: `mac macs direccionmac direcciondemac dirmac macaddress ethernet direccionethernet direccionfisica
    direccionhardware direcciondehardware adrecamac adrecafisica adrecaethernet hwaddr hwaddress hardwareaddress
    hardwareethernet physicaladdress macequipo maclan`,
  ip: `ip ips direccionip direcciondeip dirip ipaddress ipaddr ipv4 ipv4address direccionipv4 adrecaip adrecaipv4
    ipfija ipestatica ipequipo fixedaddress staticip`,
  unit: `unidad unidadorganizativa ubicacionenelarbol ruta rutadelaunidad unit unitpath organizationalunit path unitat
    unitatorganitzativa`,
  centre: `centro nombrecentro nombredelcentro campus facultad escuela sede centre center school faculty facultat
    escola nomcentre nomdelcentre seu`,
  classroomGroup: `grupodeaulas grupoaulas gruposdeaulas classroomgroup classroomsgroup grupdaules grupdeaules
    grupaules`,
  classroom: `aula nombreaula nombredelaula sala laboratorio clase classroom classroomname room lab laboratory nomaula
    nomdelaula laboratori`,
  group: `grupo grupodeequipos grupoequipos grupodeordenadores grupoordenadores grupodeclientes clientgroup
    computergroup group grup grupdequips grupdordinadors grupdeclients`,
  serialNumber: `nserie ndeserie noserie nodeserie numserie numdeserie numeroserie numerodeserie serie sn serial
    serialno serialnumber numerodeseriedelequipo`,
  networkInterface: `interfaz interfazdered interfazred interface networkinterface netiface nic tarjetadered
    tarjetared interficie interficiedexarxa targetadexarxa`,
  ogLive: 'oglive oglivedir versionoglive versiondeoglive',
  pxeTemplate: `plantillapxe plantilladepxe pxe pxetemplate plantilladearranque plantillaarranque arranque
    boottemplate plantilladarrencada arrencada`,
  repository:
    'repositorio repositoriodeimagenes repo repository imagerepository repositori repositoridimatges',
  subnet: 'subred red subnet network cidr subxarxa xarxa',
  netmask: `mascara mascaradered mascaradesubred mascarared netmask subnetmask mask mascaradexarxa
    mascaradesubxarxa`,
  router: `router gateway defaultgateway puertadeenlace puertaenlace puertadeenlacepredeterminada pasarela
    encaminador portadenllac`
} as const

export type Field = keyof typeof HEADERS
/** Where each field stands; a field that no column holds is not there. */
export type Columns = ReadonlyMap<Field, number>

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  Object.entries(HEADERS).flatMap(([field, names]) =>
    names.split(/\s+/).map((name) => [name, field as Field] as const)
  )
)

/** A cell without what spreadsheets leave around it: spaces of all kinds, `="…"`, the apostrophe that means text. */
export function cleanCell(cell: string | undefined): string {
  const text = (cell ?? '').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim()
  const formula = /^="([^"]*)"$/.exec(text)
  return (formula ? formula[1]! : text.replace(/^'/, '')).trim()
}

/** `Nº de serie` → `ndeserie` */
function plainHeader(cell: string): string {
  return cell
    .replace(/[ºª°]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** Longer than any header. */
const HEADER_MAX = 100

function fieldOf(cell: string): Field | undefined {
  if (cell.length > HEADER_MAX) return undefined
  const text = cleanCell(cell)
  // Of headers such as `MAC (cable)`, what stands before the bracket.
  return FIELD_OF.get(plainHeader(text)) ?? FIELD_OF.get(plainHeader(text.replace(/\(.*\)|\[.*\]/, '')))
}

/** What a row says as a header: the first column of each field. */
export function headerOf(cells: readonly string[]): Columns {
  const columns = new Map<Field, number>()
  for (const [at, cell] of cells.entries()) {
    const field = fieldOf(cell)
    if (field && !columns.has(field)) columns.set(field, at)
  }
  return columns
}

/** Whether a row is the header of a table of computers, and none of them. */
export function isHeader(cells: readonly string[]): boolean {
  const columns = headerOf(cells)
  return columns.size > 1 && !cells.some((cell) => isMacCell(cell) || isIpv4(cleanCell(cell)))
}

export function isMacCell(cell: string): boolean {
  return readMac(cleanCell(cell)) !== null
}

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 200

/** Finds by their content the columns that no header names: addresses, and a name for each. */
export function completeColumns(
  known: Columns,
  headed: boolean,
  rows: readonly (readonly string[])[]
): Columns {
  const columns = new Map(known)
  const sample = rows.slice(0, SAMPLE)
  const width = Math.min(Math.max(0, ...sample.map((row) => row.length)), 1000)
  const taken = new Set(columns.values())
  const free = () => Array.from({ length: width }, (_, at) => at).filter((at) => !taken.has(at))
  const take = (field: Field, at: number | undefined) => {
    if (at === undefined) return
    columns.set(field, at)
    taken.add(at)
  }
  const mostly = (holds: (cell: string) => boolean) => (at: number) => {
    const filled = sample.map((row) => cleanCell(row[at])).filter((cell) => cell !== '')
    return filled.length > 0 && filled.filter(holds).length * 2 > filled.length
  }
  if (!columns.has('mac')) take('mac', free().find(mostly(isMacCell)))
  if (!columns.has('ip')) take('ip', free().find(mostly(isIpv4)))
  // Where a header names other columns, the one of the names is among them or is not there.
  if (!columns.has('name') && !headed) take('name', free().find(isNames(sample)))
  return columns
}

/** A column in which every row has something else, and a word with a letter in it. */
function isNames(sample: readonly (readonly string[])[]) {
  return (at: number) => {
    const cells = sample.map((row) => cleanCell(row[at]))
    return (
      new Set(cells).size === cells.length &&
      cells.every((cell) => /^(?=.*\p{L})[\p{L}\p{N}._-]+$/u.test(cell))
    )
  }
}

const DELIMITERS = [';', ',', '\t', '|']

/** The delimiter that makes the most sense of the first lines: more known headers and addresses, then more cells. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  let best = ','
  let bestScore = -1
  for (const delimiter of DELIMITERS) {
    let score = 0
    for (const line of lines) {
      const cells = line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))
      const known = cells.filter((cell) => isMacCell(cell) || isIpv4(cleanCell(cell))).length
      score += (known + headerOf(cells).size) * 100 + Math.min(cells.length - 1, 20)
    }
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}
