/** The interfaces of this machine. */
import { networkInterfaces } from 'node:os'
import type { NetworkInterface } from '../ports.ts'

/** Those with an IPv4 address, without the loopback: packets can leave by them, and come. */
export function ipv4Interfaces(): NetworkInterface[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address, netmask }) => ({ name, address, netmask }))
  )
}
