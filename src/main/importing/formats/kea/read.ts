/** Reads the reservations of a Kea DHCPv4 server: its configuration, a part of it, or an answer of its API. [Kea ARM] */
import type { Node } from 'jsonc-parser'
import { isIpv4 } from '#shared/domain/network.ts'
import { isSubnet, netmaskOf, subnetName } from '../addresses.ts'
import { Findings, type SourceContent } from '../findings.ts'
import { type KeaDocument, parseKea } from './json.ts'

/** By what else a server may know a computer. */
const OTHER_IDENTIFIERS = ['duid', 'client-id', 'circuit-id', 'flex-id'] as const
/** What lies in the way to reservations. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'Dhcp4',
  'arguments',
  'shared-networks',
  'subnet4',
  'subnets',
  'reservations',
  'reservation',
  'hosts'
])

/** Reads all reservations and subnets of a Kea file. */
export function readKea(text: string): SourceContent {
  const findings = new Findings()
  const document = parseKea(text)
  for (const { offset, params } of document.errors) {
    findings.problem(document.lineOf(offset), 'syntax', params, lineAt(text, offset))
  }
  for (const include of document.includes) {
    findings.problem(document.lineOf(include.offset), 'unsupported', { value: include.text }, include.text)
  }
  const reader = new KeaReader(text, document, findings)
  if (document.root) reader.read(document.root)
  reader.rescue()
  for (const rows of [findings.clients, findings.problems]) rows.sort((one, other) => one.line - other.line)
  return findings
}

function lineAt(text: string, offset: number): string {
  const from = Math.max(0, offset - 100)
  const around = text.slice(from, offset + 100)
  const start = around.slice(0, offset - from).lastIndexOf('\n') + 1
  return around.slice(start).split('\n')[0]!
}

class KeaReader {
  private readonly text: string
  private readonly document: KeaDocument
  private readonly findings: Findings
  readonly #read = new Set<number>()

  constructor(text: string, document: KeaDocument, findings: Findings) {
    this.text = text
    this.document = document
    this.findings = findings
  }

  read(node: Node): void {
    if (node.type === 'array') for (const item of node.children ?? []) this.read(item)
    if (node.type !== 'object') return
    const fields = fieldsOf(node)
    if (fields.has('Dhcp6')) {
      const place = fields.get('Dhcp6')!
      this.findings.problem(this.lineOf(place), 'unsupported', { value: 'Dhcp6' }, 'Dhcp6')
    }
    if (fields.has('subnet')) this.subnet(node, fields)
    else if (['hw-address', 'ip-address', ...OTHER_IDENTIFIERS].some((key) => fields.has(key))) {
      // What is wrong with one that is not whole has been told as a syntax error.
      if (this.document.isWhole(node)) this.reservation(node.offset, node.offset + node.length, fields)
      return
    }
    for (const [key, inner] of fields) if (CONTAINERS.has(key)) this.read(inner)
  }

  /** Behind a brace or a quote that is missing, reservations that are right are part of nothing. */
  rescue(): void {
    for (const { node, start, end } of this.document.rightObjects()) {
      const fields = fieldsOf(node)
      if (fields.has('hw-address')) this.reservation(start, end, fields)
    }
  }

  private reservation(start: number, end: number, fields: ReadonlyMap<string, Node>): void {
    if (this.#read.has(start)) return
    this.#read.add(start)
    const line = this.document.lineOf(start)
    const excerpt = this.text.slice(start, end)
    const name = textOf(fields.get('hostname')) || optionOf(fields, 'host-name', 12)
    const mac = textOf(fields.get('hw-address'))
    const ip = textOf(fields.get('ip-address'))
    const other = OTHER_IDENTIFIERS.find((key) => fields.has(key))
    if (mac === '' && other !== undefined) {
      return this.findings.problem(
        line,
        'unsupported',
        { ...(name !== '' && { name }), value: other },
        excerpt
      )
    }
    this.findings.host({
      line,
      at: start,
      excerpt,
      name,
      macs: mac === '' ? [] : [mac],
      ips: ip === '' ? [] : [ip]
    })
  }

  private subnet(node: Node, fields: ReadonlyMap<string, Node>): void {
    // Cut off within, `10.0.0.0/24` would be another network.
    const whole = [fields.get('subnet'), fields.get('option-data')].every(
      (part) => !part || this.document.isWhole(part)
    )
    if (!whole) return
    const value = textOf(fields.get('subnet'))
    const [address = '', length = ''] = value.split('/').map((part) => part.trim())
    const netmask = /^\d{1,2}$/.test(length) ? (netmaskOf(Number(length)) ?? '') : ''
    if (value.includes(':')) {
      return this.findings.problem(this.lineOf(node), 'unsupported', { value }, this.excerpt(node))
    }
    if (!isSubnet(address, netmask)) {
      const params = { column: 'subnet', value }
      return this.findings.problem(this.lineOf(node), 'bad-value', params, this.excerpt(node))
    }
    const router = optionOf(fields, 'routers', 3).split(',')[0]!.trim()
    this.findings.subnets.push({
      line: this.lineOf(node),
      name: subnetName(address, netmask),
      address,
      netmask,
      routerIp: isIpv4(router) ? router : null
    })
  }

  private lineOf(node: Node): number {
    return this.document.lineOf(node.offset)
  }

  private excerpt(node: Node): string {
    return this.text.slice(node.offset, node.length > 0 ? node.offset + node.length : node.offset + 200)
  }
}

function fieldsOf(node: Node): Map<string, Node> {
  const fields = new Map<string, Node>()
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value) fields.set(String(key.value), value)
  }
  return fields
}

/** A value as text; empty for what is none, such as an object. */
function textOf(node: Node | undefined): string {
  return node?.type === 'string' || node?.type === 'number' ? String(node.value).trim() : ''
}

/** The data of an option of a subnet or a reservation, by its name or its number. */
function optionOf(fields: ReadonlyMap<string, Node>, name: string, code: number): string {
  for (const option of fields.get('option-data')?.children ?? []) {
    const option4 = fieldsOf(option)
    if (textOf(option4.get('name')) === name || textOf(option4.get('code')) === String(code)) {
      return textOf(option4.get('data'))
    }
  }
  return ''
}
