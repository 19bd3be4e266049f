/** Addresses as configuration files write them, which is looser than people do. */
import { ipNumber, isIpv4, isNetmask, networkAddress, normalizeMac } from '#shared/domain/network.ts'

/** Nobody's address, and everybody's: no computer has either. */
const NO_COMPUTER = new Set(['00:00:00:00:00:00', 'FF:FF:FF:FF:FF:FF'])

/** A MAC address in any spelling that DHCP servers accept, `8:0:27:a:b:c` too; null where it is none. */
export function readMac(text: string): string | null {
  const parts = text.trim().split(/[:.-]/)
  const padded =
    parts.length === 6 && parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))
      ? parts.map((part) => part.padStart(2, '0')).join('')
      : text
  const mac = normalizeMac(padded)
  return mac !== null && !NO_COMPUTER.has(mac) ? mac : null
}

/** Whether a text was meant as a host's name where an address belongs. */
export function looksLikeName(text: string): boolean {
  return /^(?=.*[a-z])[\w.-]+$/i.test(text) && !text.includes('..')
}

/** Whether a text is an IPv6 address, or begins as one; nothing of ogDesk speaks it. */
export function looksLikeIpv6(text: string): boolean {
  return /^\[?[0-9a-f]{0,4}:[0-9a-f:.]*(\/\d+)?\]?$/i.test(text) && readMac(text) === null
}

/** `255.255.255.0` → 24 */
export function prefixLength(netmask: string): number {
  return 32 - Math.log2(2 ** 32 - ipNumber(netmask))
}

/** What a subnet is called of which the file says no name: `192.168.2.0/24`. */
export function subnetName(address: string, netmask: string): string {
  return `${address}/${prefixLength(netmask)}`
}

/** 24 → `255.255.255.0`; null where no network is that long. */
export function netmaskOf(length: number): string | null {
  if (!Number.isInteger(length) || length < 0 || length > 32) return null
  const bits = 2 ** 32 - 2 ** (32 - length)
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.')
}

/** Whether the two make a subnet: an address of which the netmask leaves nothing out. */
export function isSubnet(address: string, netmask: string): boolean {
  return isIpv4(address) && isNetmask(netmask) && networkAddress(address, netmask) === address
}
