/** A computer as the form holds it, and what is wrong with it beside those that there are. */
import type { ClientInput } from '#shared/contract/inputs.ts'
import type { Client, Subnet } from '#shared/contract/rows.ts'
import { misplaced, normalizeMac, type Misplaced, type Network } from '#shared/domain/network.ts'
import { fieldOf, first, ip, numberOf, problemsOf, required, textOf, tooLong, whole } from './rules.ts'
import type { Problem, Problems } from './rules.ts'

export interface ClientFields {
  unitId: number | null
  name: string
  mac: string
  ip: string
  subnetId: number | null
  serialNumber: string
  networkInterface: string
  ogLive: string
  pxeTemplate: string
  repositoryId: number | null
  agentPort: string
}

/** Where the computer is to stand. */
export interface Surroundings {
  /** The computer that is edited, which does not clash with itself. */
  readonly self: number | null
  readonly clients: Iterable<Client>
  readonly subnets: readonly Subnet[]
  readonly unitPath: (unitId: number) => string
  /** The network of the unit's classroom. */
  readonly networkOf: (unitId: number) => Network | null
}

const AGENT_PORT = '8000'

export const emptyClient = (unitId: number | null): ClientFields => ({
  unitId,
  name: '',
  mac: '',
  ip: '',
  subnetId: null,
  serialNumber: '',
  networkInterface: '',
  ogLive: '',
  pxeTemplate: '',
  repositoryId: null,
  agentPort: AGENT_PORT
})

export const clientFields = (client: Client): ClientFields => ({
  unitId: client.unitId,
  name: client.name,
  mac: client.mac,
  ip: client.ip,
  subnetId: client.subnetId,
  serialNumber: fieldOf(client.serialNumber),
  networkInterface: fieldOf(client.networkInterface),
  ogLive: fieldOf(client.ogLive),
  pxeTemplate: fieldOf(client.pxeTemplate),
  repositoryId: client.repositoryId,
  agentPort: String(client.agentPort)
})

/** What every computer like this one shares with it: not its name, its addresses or its serial number. */
export const likeClient = (client: Client): ClientFields => ({
  ...clientFields(client),
  name: '',
  mac: '',
  ip: '',
  serialNumber: ''
})

/** The form's values as the console takes them; its place on the seat plan is none of this form's. */
export const clientValues = (
  fields: ClientFields
): Omit<ClientInput, 'unitId' | 'planColumn' | 'planRow'> => ({
  name: fields.name.trim(),
  mac: normalizeMac(fields.mac) ?? fields.mac,
  ip: fields.ip.trim(),
  subnetId: fields.subnetId,
  serialNumber: textOf(fields.serialNumber),
  networkInterface: textOf(fields.networkInterface),
  ogLive: textOf(fields.ogLive),
  pxeTemplate: textOf(fields.pxeTemplate),
  repositoryId: fields.repositoryId,
  agentPort: numberOf(fields.agentPort) ?? Number(AGENT_PORT)
})

/** A MAC address in any usual spelling. */
function mac(value: string): Problem | null {
  if (normalizeMac(value) !== null) return null
  const text = value.trim()
  const digits = text.replace(/[:.\-\s]/g, '')
  return { key: 'mac', unfinished: /^[0-9a-fA-F]*$/.test(digits) && digits.length < 12 }
}

const MISPLACED = { outside: 'outside', network: 'networkAddress', router: 'routerAddress' } as const

/** An address where a computer cannot be: in which network, and whether that is a subnet or its classroom's. */
function placeProblem(found: Misplaced | null, subnet: Subnet | null): Problem | null {
  if (!found) return null
  const { name, address: network, netmask } = found.network
  const key = MISPLACED[found.why]
  return { key: found.network === subnet ? key : `${key}OfUnit`, params: { name, network, netmask } }
}

/** What is wrong with the form; who already has a name or an address is named, with where it stands. */
export function clientProblems(fields: ClientFields, around: Surroundings): Problems<ClientFields> {
  const name = fields.name.trim()
  const address = fields.ip.trim()
  const normalized = normalizeMac(fields.mac)
  const clash = (key: string, value: string, other: Client | undefined): Problem | null =>
    other ? { key, params: { value, client: other.name, unit: around.unitPath(other.unitId) } } : null
  let sameName: Client | undefined
  let sameMac: Client | undefined
  let sameIp: Client | undefined
  let own: Client | undefined
  for (const other of around.clients) {
    if (other.id === around.self) {
      own = other
      continue
    }
    if (other.mac === normalized) sameMac = other
    if (other.ip === address) sameIp = other
    if (other.unitId === fields.unitId && other.name === name) sameName = other
  }
  const subnet = around.subnets.find(({ id }) => id === fields.subnetId) ?? null
  const classroom = fields.unitId === null ? null : around.networkOf(fields.unitId)
  // An address that an older inventory has wrong holds no other change up.
  const isOwn = own?.ip === address && own.subnetId === fields.subnetId
  const wrongPlace = () => placeProblem(misplaced(address, subnet, classroom), subnet)
  const ipWrong = first(required(fields.ip), ip(fields.ip))
  return problemsOf<ClientFields>({
    unitId: fields.unitId === null ? { key: 'unit', unfinished: true } : null,
    name: first(required(fields.name), tooLong(fields.name, 100), clash('nameTaken', name, sameName)),
    mac: first(required(fields.mac), mac(fields.mac), clash('macTaken', normalized ?? '', sameMac)),
    ip: ipWrong ?? first(clash('ipTaken', address, sameIp), isOwn ? null : wrongPlace()),
    serialNumber: tooLong(fields.serialNumber, 500),
    networkInterface: tooLong(fields.networkInterface, 500),
    ogLive: tooLong(fields.ogLive, 500),
    pxeTemplate: tooLong(fields.pxeTemplate, 500),
    agentPort: first(required(fields.agentPort), whole(fields.agentPort, 1, 65_535))
  })
}
