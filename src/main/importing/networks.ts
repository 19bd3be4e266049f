/** Which of many networks holds an address: the narrowest one, found without looking at all of them. */
import { ipNumber } from '#shared/domain/network.ts'

interface Network {
  readonly address: string
  readonly netmask: string
}

/** Builds the index; several values may be of one network. */
export function indexNetworks<T>(entries: Iterable<readonly [Network, T]>): (ip: string) => readonly T[] {
  const bySize = new Map<number, Map<number, T[]>>()
  for (const [{ address, netmask }, value] of entries) {
    const size = 2 ** 32 - ipNumber(netmask)
    const networks = bySize.get(size) ?? new Map<number, T[]>()
    bySize.set(size, networks)
    const number = Math.floor(ipNumber(address) / size)
    const values = networks.get(number)
    if (values) values.push(value)
    else networks.set(number, [value])
  }
  const sizes = [...bySize].sort(([one], [other]) => one - other)
  return (ip) => {
    const number = ipNumber(ip)
    for (const [size, networks] of sizes) {
      const found = networks.get(Math.floor(number / size))
      if (found) return found
    }
    return []
  }
}
