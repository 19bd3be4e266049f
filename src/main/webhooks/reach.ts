/** Compares the addresses of this machine with the networks of the classrooms. */
import type { AddressKind, Reach } from '#shared/contract/reach.ts'
import { isInSubnet, isIpv4 } from '#shared/domain/network.ts'
import type { NetworkInterface } from '../ports.ts'

/** What tunnels are called, by the systems and by their makers. */
const VPN =
  /^(tun|tap|wg|ppp|utun|ipsec|zt|tailscale|nordlynx|ham)\d*|vpn|wireguard|tailscale|zerotier|hamachi|tap-/i
/** What is made for virtual machines and containers: no classroom is behind it. */
const VIRTUAL =
  /^(docker|br-|virbr|veth|vmnet|vboxnet|lxc|lxd|podman|cni|cali|flannel|vnet)|vethernet|virtualbox|vmware|hyper-v|wsl/i

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'

/** What an interface is for, as its name tells. */
export function kindOf({ name, address }: Pick<NetworkInterface, 'name' | 'address'>): AddressKind {
  if (isLoopback(address)) return 'loopback'
  return VIRTUAL.test(name) ? 'virtual' : VPN.test(name) ? 'vpn' : 'lan'
}

export interface ReachFacts {
  /** Where the server listens. */
  readonly host: string
  readonly port: number
  readonly interfaces: readonly NetworkInterface[]
  readonly classrooms: readonly { readonly name: string; readonly ips: readonly string[] }[]
  /** Computers have taken jobs on, and nothing has ever come from any. */
  readonly neverReported: boolean
}

type Address = Reach['addresses'][number]
const ORDER: readonly AddressKind[] = ['lan', 'vpn', 'virtual', 'loopback']
const computersOf = ({ classrooms }: Address): number =>
  classrooms.reduce((sum, { computers }) => sum + computers, 0)
const namesOf = (addresses: readonly Address[]): string =>
  [...new Set(addresses.flatMap(({ classrooms }) => classrooms.map(({ name }) => name)))].join(', ')

/** Which address serves which classrooms, the best first, and what stands in the way. */
export function reachOf({ host, port, interfaces, classrooms, neverReported }: ReachFacts): Reach {
  const everywhere = host === '0.0.0.0' || host === '::'
  const own: NetworkInterface[] = [...interfaces]
  if (!everywhere && isIpv4(host) && !own.some(({ address }) => address === host)) {
    own.push({ name: isLoopback(host) ? 'lo' : host, address: host, netmask: '255.255.255.255' })
  }
  const addresses = own
    .map((each): Address => {
      const near = (ip: string) => isIpv4(ip) && isInSubnet(ip, each.address, each.netmask)
      const listens = everywhere || host === each.address
      return {
        name: each.name,
        address: each.address,
        kind: kindOf(each),
        url: listens ? `https://${each.address}:${port}` : null,
        classrooms: classrooms
          .map(({ name, ips }) => ({ name, computers: ips.filter(near).length }))
          .filter(({ computers }) => computers > 0)
      }
    })
    .sort(
      (one, other) =>
        Number(other.url !== null) - Number(one.url !== null) ||
        computersOf(other) - computersOf(one) ||
        ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind)
    )

  const warnings: Reach['warnings'] = []
  const warn = (code: Reach['warnings'][number]['code'], params: Record<string, string | number> = {}) =>
    void warnings.push({ code, params })
  const listened = addresses.filter(({ url }) => url !== null)
  if (isLoopback(host)) warn('loopback-only', { host })
  else if (interfaces.length === 0) warn('no-network')
  else {
    const served = new Set(listened.flatMap((each) => each.classrooms.map(({ name }) => name)))
    const missed = addresses
      .filter(({ url }) => url === null)
      .map((each) => ({ ...each, classrooms: each.classrooms.filter(({ name }) => !served.has(name)) }))
    if (namesOf(missed)) warn('other-address', { host, classrooms: namesOf(missed) })
    const tunnels = listened.filter(({ kind }) => kind !== 'lan')
    if (namesOf(tunnels)) {
      const names = tunnels.filter((each) => each.classrooms.length > 0).map(({ name }) => name)
      warn('by-vpn', { interface: names.join(', '), classrooms: namesOf(tunnels) })
    }
    const known = new Set(addresses.flatMap((each) => each.classrooms.map(({ name }) => name)))
    const far = classrooms.filter(({ name, ips }) => ips.length > 0 && !known.has(name))
    if (far.length > 0) warn('by-router', { classrooms: far.map(({ name }) => name).join(', '), port })
  }
  if (neverReported) warn('never-reported', { port })
  return { addresses, warnings }
}
