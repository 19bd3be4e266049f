/** Computers as reservations of Kea's DHCPv4 server. [Kea Administrator Reference Manual, 8.3 and 8.2.10] */
import { groupBy } from '../importing/inventory-view.ts'
import { subnetsOf } from './dhcpd.ts'
import { prefixLength } from '../importing/formats/addresses.ts'
import type { Exported, ExportedClient } from './selection.ts'

const reservation = ({ name, mac, ip }: ExportedClient) => ({
  'hw-address': mac.toLowerCase(),
  'ip-address': ip,
  hostname: name
})

/** Each reservation in its subnet; those of no subnet are global. */
export function toKea({ clients }: Exported): string {
  const bySubnet = groupBy(clients, ({ subnet }) => subnet?.id ?? null)
  const subnet4 = subnetsOf(clients).map((subnet, index) => ({
    id: index + 1,
    subnet: `${subnet.address}/${prefixLength(subnet.netmask)}`,
    ...(subnet.routerIp !== null && { 'option-data': [{ name: 'routers', data: subnet.routerIp }] }),
    reservations: (bySubnet.get(subnet.id) ?? []).map(reservation)
  }))
  const global = (bySubnet.get(null) ?? []).map(reservation)
  const dhcp4 = {
    subnet4,
    ...(global.length > 0 && { 'reservations-global': true, reservations: global })
  }
  return `${JSON.stringify({ Dhcp4: dhcp4 }, null, 2)}\n`
}
