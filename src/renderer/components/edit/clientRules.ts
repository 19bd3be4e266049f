/** A computer as the form holds it, and what is wrong with it beside those that there are. */
import type { ClientInput } from '#shared/contract/inputs.ts'
import type { Client, Subnet } from '#shared/contract/rows.ts'
import { isInSubnet, normalizeMac } from '#shared/domain/network.ts'
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

/** An address in a subnet that is not one of the subnet's own. */
function inSubnet(address: string, subnet: Subnet | undefined): Problem | null {
  if (!subnet) return null
  const { name, address: network, netmask, routerIp } = subnet
  if (!isInSubnet(address, network, netmask)) return { key: 'outside', params: { name, network, netmask } }
  if (address === network) return { key: 'networkAddress', params: { name } }
  return address === routerIp ? { key: 'routerAddress', params: { name } } : null
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
  for (const other of around.clients) {
    if (other.id === around.self) continue
    if (other.mac === normalized) sameMac = other
    if (other.ip === address) sameIp = other
    if (other.unitId === fields.unitId && other.name === name) sameName = other
  }
  const subnet = around.subnets.find(({ id }) => id === fields.subnetId)
  const ipWrong = first(required(fields.ip), ip(fields.ip))
  return problemsOf<ClientFields>({
    unitId: fields.unitId === null ? { key: 'unit', unfinished: true } : null,
    name: first(required(fields.name), tooLong(fields.name, 100), clash('nameTaken', name, sameName)),
    mac: first(required(fields.mac), mac(fields.mac), clash('macTaken', normalized ?? '', sameMac)),
    ip: ipWrong ?? first(clash('ipTaken', address, sameIp), inSubnet(address, subnet)),
    serialNumber: tooLong(fields.serialNumber, 500),
    networkInterface: tooLong(fields.networkInterface, 500),
    ogLive: tooLong(fields.ogLive, 500),
    pxeTemplate: tooLong(fields.pxeTemplate, 500),
    agentPort: first(required(fields.agentPort), whole(fields.agentPort, 1, 65_535))
  })
}
