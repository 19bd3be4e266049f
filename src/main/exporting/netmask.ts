import { ipNumber } from '#shared/domain/network.ts'

/** `255.255.255.0` → 24 */
export function prefixLength(netmask: string): number {
  return 32 - Math.log2(2 ** 32 - ipNumber(netmask))
}
