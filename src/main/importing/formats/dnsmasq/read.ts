/**
 * Reads the computers of a dnsmasq.conf (`dhcp-host=`) or of a file of hosts alone (`dhcp-hostsfile`): what stands
 * between the commas tells by itself what it is. [dnsmasq(8)]
 */
import { isInSubnet, isIpv4, isNetmask, networkAddress } from '#shared/domain/network.ts'
import { subnetName } from '../addresses.ts'
import { Findings, type SourceContent } from '../findings.ts'

/** Options that lead to other files. */
const ELSEWHERE = new Set(['conf-file', 'conf-dir', 'dhcp-hostsfile', 'dhcp-hostsdir', 'servers-file'])
const OPTION = /^(?:--)?([a-z][a-z0-9-]*)(?:\s*=\s*(.*))?$/i

/** Reads all computers of a dnsmasq file. */
export function readDnsmasq(text: string): SourceContent {
  const lines = text.split(/\r\n|\n|\r/).map((raw, at) => ({ line: at + 1, raw, content: contentOf(raw) }))
  const reader = new DnsmasqReader()
  // A name alone on a line is a host of a hosts file, and an option without a value of a dnsmasq.conf.
  const bare = !lines.some(({ content }) => /^(?:--)?[a-z][a-z0-9-]*\s*=/i.test(content))
  for (const { line, raw, content } of lines) {
    if (content === '') continue
    if (bare) reader.host(content, line, raw)
    else {
      const [, name, value = ''] = OPTION.exec(content) ?? []
      reader.option(name?.toLowerCase() ?? '', value, line, raw)
    }
  }
  return reader.finish()
}

/** A line without its comment, quotes and outer spaces; a `#` within a word is none of a comment. */
function contentOf(raw: string): string {
  let content = ''
  for (const [part] of raw.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[^"\s]+|\s+/g)) {
    if (part.startsWith('#') && (content === '' || /\s$/.test(content))) break
    content += part.startsWith('"') ? part.replace(/^"|"$/g, '') : part
  }
  return content.trim()
}

const fieldsOf = (value: string) => value.split(',').map((field) => field.trim())

class DnsmasqReader {
  private readonly findings = new Findings()
  private readonly routers: string[] = []

  option(name: string, value: string, line: number, raw: string): void {
    if (name === 'dhcp-host') this.host(value, line, raw)
    else if (name === 'dhcp-range') this.range(fieldsOf(value), line)
    else if (name === 'dhcp-option') this.dhcpOption(fieldsOf(value))
    else if (ELSEWHERE.has(name)) {
      this.findings.problem(line, 'unsupported', { value: `${name}=${value}` }, raw)
    }
  }

  /** `08:00:27:4f:be:38,set:aula1,pc1,192.168.2.2,12h`, in any order. */
  host(value: string, line: number, raw: string): void {
    const macs: string[] = []
    const ips: string[] = []
    const ipv6: string[] = []
    const names: string[] = []
    let ignored = false
    for (const field of fieldsOf(value)) {
      const kind = kindOf(field)
      if (kind === 'mac') macs.push(field.replace(/^0?1-(?=[\da-f]{1,2}:)/i, ''))
      else if (kind === 'ip') ips.push(field)
      else if (kind === 'ipv6') ipv6.push(field)
      else if (kind === 'name') names.push(field)
      else if (kind === 'ignore') ignored = true
    }
    const [name = '', ...others] = names
    if (ignored) {
      return this.findings.problem(
        line,
        'unsupported',
        { ...(name !== '' && { name }), value: 'ignore' },
        raw
      )
    }
    const known = this.findings.clients.length
    this.findings.host({ line, excerpt: raw, name, macs, ips })
    const unused = [...others, ...ipv6]
    if (this.findings.clients.length > known && unused.length > 0) {
      this.findings.note({ line }, 'unsupported', { name, value: unused.join(', ') }, raw)
    }
  }

  /** `192.168.2.50,192.168.2.150,255.255.255.0,12h`: the network, where its netmask is given. */
  private range(fields: readonly string[], line: number): void {
    const ips = fields.filter(isIpv4)
    const [start] = ips
    const masks = ips.slice(1).filter((ip) => isNetmask(ip) && ip !== '0.0.0.0' && ip !== '255.255.255.255')
    const [netmask] = masks
    if (start === undefined || netmask === undefined || masks.length > 1) return
    const address = networkAddress(start, netmask)
    const known = this.findings.subnets.some(
      (subnet) => subnet.address === address && subnet.netmask === netmask
    )
    if (known) return
    const name = subnetName(address, netmask)
    this.findings.subnets.push({ line, name, address, netmask, routerIp: null })
  }

  /** `option:router,192.168.2.1`, or by its number. */
  private dhcpOption(fields: readonly string[]): void {
    const at = fields.findIndex((field) => field === '3' || field === 'option:router')
    const router = fields[at + 1]
    if (at !== -1 && router !== undefined && isIpv4(router)) this.routers.push(router)
  }

  finish(): SourceContent {
    for (const [at, subnet] of this.findings.subnets.entries()) {
      const routerIp = this.routers.find((router) => isInSubnet(router, subnet.address, subnet.netmask))
      if (routerIp !== undefined) this.findings.subnets[at] = { ...subnet, routerIp }
    }
    return this.findings
  }
}

/** What a field of a `dhcp-host` is, as dnsmasq tells them apart. */
function kindOf(field: string): 'mac' | 'ip' | 'ipv6' | 'name' | 'ignore' | 'other' {
  if (field === '' || /^(?:id|set|net|tag):/i.test(field)) return 'other'
  if (/^\[.*\]$/.test(field)) return 'ipv6'
  // dnsmasq takes colons alone; six pairs with hyphens are nobody's name.
  if (field.includes(':') || /^[\da-f]{2}(?:-[\da-f]{2}){5}$/i.test(field)) return 'mac'
  if (/^[\d.]+$/.test(field) && field.includes('.')) return 'ip'
  if (field.toLowerCase() === 'ignore') return 'ignore'
  // The lease's time: seconds, or with its unit.
  if (field.toLowerCase() === 'infinite' || /^\d[\d ]*[smhdw]?$/i.test(field)) return 'other'
  return 'name'
}
