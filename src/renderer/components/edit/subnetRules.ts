/** A subnet as the form holds it, and what is wrong with it. */
import type { SubnetInput } from '#shared/contract/inputs.ts'
import type { Client, Subnet } from '#shared/contract/rows.ts'
import { isInSubnet, isIpv4, isNetmask, networkAddress } from '#shared/domain/network.ts'
import { fieldOf, first, ip, netmask, problemsOf, required, textOf, tooLong } from './rules.ts'
import type { Problem, Problems } from './rules.ts'

export type SubnetFields = Record<'name' | 'address' | 'netmask' | 'routerIp', string>

export const subnetFields = (subnet: Subnet | undefined): SubnetFields => ({
  name: subnet?.name ?? '',
  address: subnet?.address ?? '',
  netmask: subnet?.netmask ?? '255.255.255.0',
  routerIp: fieldOf(subnet?.routerIp ?? null)
})

export const subnetValues = (fields: SubnetFields): SubnetInput => ({
  name: fields.name.trim(),
  address: fields.address.trim(),
  netmask: fields.netmask.trim(),
  routerIp: textOf(fields.routerIp)
})

/** As many computers as a sentence can name. */
const NAMED = 3

/** The computers of a subnet that its new bounds would leave outside. */
function leftOutside(address: string, mask: string, clients: readonly Client[]): Problem | null {
  const outside = clients.filter((client) => !isInSubnet(client.ip, address, mask))
  if (outside.length === 0) return null
  const names = outside.slice(0, NAMED).map(({ name, ip: own }) => `${name} (${own})`)
  const more = outside.length > NAMED ? ', …' : ''
  return { key: 'leftOutside', params: { n: outside.length, names: names.join(', ') + more } }
}

/**
 * What is wrong with the form, beside the other subnets.
 * @param self the subnet that is edited, or null
 * @param clients the computers that belong to it
 */
export function subnetProblems(
  fields: SubnetFields,
  self: number | null,
  subnets: readonly Subnet[],
  clients: readonly Client[]
): Problems<SubnetFields> {
  const { name, address, netmask: mask, routerIp } = subnetValues(fields)
  const others = subnets.filter(({ id }) => id !== self)
  const complete = isIpv4(address) && isNetmask(mask)
  function bounds(): Problem | null {
    if (!complete) return null
    const network = networkAddress(address, mask)
    if (network !== address) return { key: 'notNetwork', params: { address, network } }
    const twin = others.find((other) => other.address === address)
    if (twin) return { key: 'subnetTaken', params: { address, name: twin.name } }
    return leftOutside(address, mask, clients)
  }
  return problemsOf<SubnetFields>({
    name: first(required(name), tooLong(name, 100)),
    address: first(required(address), ip(address)) ?? bounds(),
    netmask: first(required(mask), netmask(mask)),
    routerIp:
      ip(fields.routerIp) ??
      (routerIp !== null && complete && !isInSubnet(routerIp, address, mask)
        ? { key: 'routerOutside', params: { address, netmask: mask } }
        : null)
  })
}
