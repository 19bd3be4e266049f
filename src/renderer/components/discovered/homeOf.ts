/** Where new computers most likely stand: with those that have the nearest addresses. */
import type { Client } from '#shared/contract/rows.ts'
import { compareIps, isIpv4 } from '#shared/domain/network.ts'

/** The network that a computer of one /24 shares with its neighbours: the usual size of a classroom's. */
const networkOf = (ip: string): string => ip.slice(0, ip.lastIndexOf('.'))

/** The unit of the computers with the addresses nearest to these, or null where none are near. */
export function homeOf(
  addresses: readonly string[],
  clients: readonly Pick<Client, 'ip' | 'unitId'>[]
): number | null {
  const counts = new Map<number, number>()
  for (const address of addresses.filter(isIpv4)) {
    const near = clients
      .filter(({ ip }) => isIpv4(ip) && networkOf(ip) === networkOf(address))
      .sort(
        (one, other) => Math.abs(compareIps(one.ip, address)) - Math.abs(compareIps(other.ip, address))
      )[0]
    if (near) counts.set(near.unitId, (counts.get(near.unitId) ?? 0) + 1)
  }
  let home: number | null = null
  for (const [unitId, count] of counts) {
    if (home === null || count > counts.get(home)!) home = unitId
  }
  return home
}
