/** Addresses as people write them, brought to one spelling. */
import type { UnitType } from './units.ts'

/** `08-00-27-4f-be-38`, `0800274FBE38`, `0800.274f.be38` → `08:00:27:4F:BE:38`; null where it is no MAC address. */
export function normalizeMac(text: string): string | null {
  const digits = text.trim().replace(/[:.\-\s]/g, '')
  if (!/^[0-9a-fA-F]{12}$/.test(digits)) return null
  return digits.toUpperCase().match(/../g)!.join(':')
}

/** Whether the text is an IPv4 address in dotted decimal, without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** An IPv4 address as its number. */
export function ipNumber(ip: string): number {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function fromNumber(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}

/** Whether the text is a netmask: ones, then zeros. */
export function isNetmask(text: string): boolean {
  if (!isIpv4(text)) return false
  const inverted = 2 ** 32 - 1 - ipNumber(text)
  return Number.isInteger(Math.log2(inverted + 1))
}

/** Whether an address lies in a subnet. All three are IPv4 in dotted decimal. */
export function isInSubnet(ip: string, address: string, netmask: string): boolean {
  const size = 2 ** 32 - ipNumber(netmask)
  return Math.floor(ipNumber(ip) / size) === Math.floor(ipNumber(address) / size)
}

/** The narrowest of the subnets that an address lies in. */
export function subnetOf<Subnet extends { readonly address: string; readonly netmask: string }>(
  ip: string,
  subnets: readonly Subnet[]
): Subnet | undefined {
  if (!isIpv4(ip)) return undefined
  return subnets
    .filter(({ address, netmask }) => isInSubnet(ip, address, netmask))
    .sort((one, other) => ipNumber(other.netmask) - ipNumber(one.netmask))[0]
}

/** The first address of the subnet that an address lies in: its own name. */
export function networkAddress(ip: string, netmask: string): string {
  const size = 2 ** 32 - ipNumber(netmask)
  return fromNumber(Math.floor(ipNumber(ip) / size) * size)
}

/** The last address of the subnet that an address lies in: all of its computers. */
export function broadcastAddress(ip: string, netmask: string): string {
  const size = 2 ** 32 - ipNumber(netmask)
  return fromNumber(Math.floor(ipNumber(ip) / size) * size + size - 1)
}

/** Whether an address is one of multicast groups: 224.0.0.0 to 239.255.255.255. */
export function isMulticast(ip: string): boolean {
  const first = Number(ip.split('.')[0])
  return first >= 224 && first <= 239
}

/** A network as it is told of: its name, its bounds, and who leads out of it. */
export interface Network {
  readonly name: string
  readonly address: string
  readonly netmask: string
  readonly routerIp: string | null
}

interface NetworkedUnit {
  readonly type: UnitType
  readonly name: string
  readonly parentId: number | null
  readonly routerIp: string | null
  readonly netmask: string | null
}

/** The network of the computers of a unit: its own, or that of what it stands in, up to the classroom; null: not known. */
export function networkOfUnit<Row extends NetworkedUnit>(
  unit: Row | undefined,
  unitById: (id: number) => Row | undefined
): Network | null {
  for (let above = unit; above; above = above.parentId === null ? undefined : unitById(above.parentId)) {
    const { name, routerIp, netmask, type } = above
    if (routerIp !== null && netmask !== null) {
      return { name, address: networkAddress(routerIp, netmask), netmask, routerIp }
    }
    // What is above classrooms has the network of its servers.
    if (type !== 'client-group') return null
  }
  return null
}

/** An address that a computer cannot have, and in which network. */
export interface Misplaced {
  readonly why: 'outside' | 'network' | 'router'
  readonly network: Network
}

/**
 * Why a computer cannot have this address; null: it can. It lies in its subnet, or where it has none in its classroom's
 * network, and is neither that network's own nor the router of either.
 */
export function misplaced(ip: string, subnet: Network | null, classroom: Network | null): Misplaced | null {
  const network = subnet ?? classroom
  if (!network) return null
  if (!isInSubnet(ip, network.address, network.netmask)) return { why: 'outside', network }
  if (ip === network.address) return { why: 'network', network }
  const led = [network, classroom].find((each) => each?.routerIp === ip)
  return led ? { why: 'router', network: led } : null
}

/** For sorting: addresses in the order of their numbers. */
export function compareIps(one: string, other: string): number {
  return ipNumber(one) - ipNumber(other)
}

/**
 * The first free address above another within its subnet, or null where there is none: never the subnet's own, its
 * broadcast address, or one that is taken.
 */
export function nextIp(
  after: string,
  subnet: { readonly address: string; readonly netmask: string },
  taken: ReadonlySet<string>
): string | null {
  const size = 2 ** 32 - ipNumber(subnet.netmask)
  const first = Math.floor(ipNumber(subnet.address) / size) * size
  for (let candidate = Math.max(ipNumber(after), first) + 1; candidate < first + size - 1; candidate++) {
    const ip = fromNumber(candidate)
    if (!taken.has(ip)) return ip
  }
  return null
}

/** An address as a socket gives it, in the spelling of the inventory: `::ffff:192.168.2.2` → `192.168.2.2`. */
export function socketAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
