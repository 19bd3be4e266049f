/** Computers as hosts of ISC's dhcpd.conf. [dhcpd.conf(5), dhcp-options(5)] */
import type { Subnet } from '#shared/contract/rows.ts'
import { compareIps } from '#shared/domain/network.ts'
import { groupBy, pathText } from '../importing/inventory-view.ts'
import type { Exported, ExportedClient } from './selection.ts'

/** What dhcpd takes for the name of a host: words of letters and digits, with dots between them. */
const HOST_NAME = /^[A-Za-z][\w-]*(\.[\w-]+)*$/
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu

const quoted = (text: string): string => `"${text.replace(CONTROL, ' ').replace(/["\\]/g, String.raw`\$&`)}"`
const commented = (text: string): string => `# ${text.replace(CONTROL, ' ')}`

/** The subnets of the computers, by address. */
export function subnetsOf(clients: readonly ExportedClient[]): Subnet[] {
  const subnets = new Map(clients.flatMap(({ subnet }) => (subnet ? [[subnet.id, subnet] as const] : [])))
  return [...subnets.values()].sort((one, other) => compareIps(one.address, other.address))
}

function subnetBlock({ name, address, netmask, routerIp }: Subnet): string {
  const router = routerIp === null ? [] : [`  option routers ${routerIp};`]
  return [commented(name), `subnet ${address} netmask ${netmask} {`, ...router, '}', ''].join('\n')
}

/** dhcpd wants each host's own name; where a computer's is none for it, its MAC address stands there instead. */
function hostBlock({ name, mac, ip }: ExportedClient, declarable: boolean): string {
  const label = declarable ? name : mac.toLowerCase().replaceAll(':', '_')
  const hostName = declarable ? '' : ` option host-name ${quoted(name)};`
  return `  host ${label} { hardware ethernet ${mac.toLowerCase()}; fixed-address ${ip};${hostName} }`
}

/** One group a classroom, with its name where that alone finds it again. */
export function toDhcpd({ clients, isUnique }: Exported): string {
  const sameName = groupBy(clients, ({ name }) => name.toLowerCase())
  const declarable = ({ name }: ExportedClient) =>
    HOST_NAME.test(name) && sameName.get(name.toLowerCase())!.length === 1
  const classrooms = groupBy(clients, ({ units }) => pathText(units.map(({ name }) => name)))
  const groups = [...classrooms].map(([path, own]) => {
    const name = own[0]!.units.at(-1)!.name
    // \p{Cc}: a string of dhcpd.conf stands on one line.
    const isNamed = isUnique([name]) && !/[\p{Cc}]/u.test(name)
    return [
      commented(path),
      `group ${isNamed ? `${quoted(name)} ` : ''}{`,
      ...own.map((client) => hostBlock(client, declarable(client))),
      '}',
      ''
    ].join('\n')
  })
  return ['use-host-decl-names on;', '', ...subnetsOf(clients).map(subnetBlock), ...groups].join('\n')
}
