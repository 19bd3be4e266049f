/** Reads the hosts of ISC's dhcpd.conf, in every layout that dhcpd takes. [dhcpd.conf(5), dhcp-options(5)] */
import { isIpv4 } from '#shared/domain/network.ts'
import type { UnitPath } from '../../source.ts'
import { isSubnet, looksLikeIpv6, readMac, subnetName } from '../addresses.ts'
import { excerptOf, Findings, type SourceContent } from '../findings.ts'
import { parseDhcpd, type Statement, type Word } from './grammar.ts'

/** What begins a statement in a host's block: where one stands within a value, a `;` is missing before it. */
const HOST_KEYWORDS = new Set([
  'hardware',
  'fixed-address',
  'option',
  'filename',
  'next-server',
  'server-name',
  'host'
])

/** What cannot stand in a host's block. */
const FOREIGN = new Set(['host', 'subnet', 'group', 'shared-network', 'pool', 'include'])

/** Reads all hosts and subnets of a dhcpd.conf. */
export function readDhcpd(text: string): SourceContent {
  const findings = new Findings()
  const { statements, tooDeep } = parseDhcpd(text)
  if (tooDeep !== null) findings.problem(tooDeep, 'syntax', { expected: '}' }, '{')
  new DhcpdReader(text, findings).read(statements, [])
  findings.problems.sort((one, other) => one.line - other.line)
  return findings
}

const keywordOf = (statement: Statement) =>
  statement.words[0]?.quoted ? '' : (statement.words[0]?.text.toLowerCase() ?? '')

class DhcpdReader {
  private readonly text: string
  private readonly findings: Findings
  /** Whether it has been told that leases are not read: there are thousands in a file. */
  #leases = false

  constructor(text: string, findings: Findings) {
    this.text = text
    this.findings = findings
  }

  /** @param unit the named group around the statements, or the empty path. */
  read(statements: readonly Statement[], unit: UnitPath): void {
    for (const statement of statements) this.readOne(statement, unit)
  }

  private readOne(statement: Statement, unit: UnitPath): void {
    const { words, line, ending } = statement
    const keyword = keywordOf(statement)
    if (keyword === 'host') return this.host(statement, unit)
    if (ending === 'stray') return this.syntax(statement, { value: '}' })
    if (ending === 'quote') return this.syntax(statement, { expected: '"' })
    if (ending === 'nothing') return this.syntax(statement, { expected: ';' })
    if (ending === 'block' && !statement.closed) this.syntax(statement, { expected: '}' })
    if (keyword === 'include') {
      this.findings.problem(line, 'unsupported', { value: this.wordsOf(words) }, this.excerpt(statement))
    }
    if (keyword === 'subnet' && ending === 'block') this.subnet(statement)
    if (statement.block.some((inner) => keywordOf(inner) === 'hardware')) this.noHost(statement, keyword)
    this.read(statement.block, keyword === 'group' ? this.group(statement, unit) : unit)
  }

  private host(host: Statement, unit: UnitPath): void {
    const { line, block } = host
    const declared = host.words[1]?.text ?? ''
    const about = declared === '' ? {} : { name: declared }
    const broken = this.brokenBy(host)
    // What cannot stand in a host shows where its `}` is missing: it and all behind it are read.
    const foreign = block.findIndex((inner) => FOREIGN.has(keywordOf(inner)))
    if (foreign !== -1) this.read(block.slice(foreign), unit)
    if (broken) {
      return this.findings.problem(broken.line, 'syntax', { ...about, ...broken.params }, this.excerpt(host))
    }
    if (block.some((inner) => keywordOf(inner) === 'deleted')) return

    const macs: string[] = []
    const ips: string[] = []
    let hostName = ''
    for (const { words } of block) {
      const [first = '', second = ''] = words.map((word) => word.text.toLowerCase())
      if (first === 'hardware' && second === 'ethernet') macs.push(valueOf(words.slice(2)).join(''))
      else if (first === 'hardware') {
        return this.findings.problem(
          words[0]!.line,
          'unsupported',
          { ...about, value: this.wordsOf(words) },
          this.excerpt(host)
        )
      } else if (first === 'fixed-address') ips.push(...addressesOf(words.slice(1)))
      else if (first === 'option' && second === 'host-name') hostName = this.wordsOf(words.slice(2))
    }
    const anonymous = declared === '' || readMac(declared.replace(/[_]/g, ':')) !== null
    this.findings.host({
      line,
      at: host.start,
      excerpt: this.excerpt(host),
      name: anonymous && hostName !== '' ? hostName : declared,
      macs,
      ips: ips.filter((ip) => !looksLikeIpv6(ip)),
      ...(unit.length > 0 && { unit })
    })
  }

  /** What has a MAC address and is no host: a word that is mistyped, or a lease, which nobody reserved. */
  private noHost(statement: Statement, keyword: string): void {
    if (keyword !== 'lease') return this.syntax(statement, { expected: 'host' })
    if (!this.#leases) {
      this.findings.problem(statement.line, 'unsupported', { value: keyword }, this.excerpt(statement))
    }
    this.#leases = true
  }

  /** Why a host cannot be trusted: something of it is missing. */
  private brokenBy(host: Statement): { line: number; params: Record<string, string> } | null {
    if (host.ending === 'quote') return { line: host.line, params: { expected: '"' } }
    const [, , extra] = host.words
    if (host.ending !== 'block' || extra) return { line: host.line, params: { expected: '{' } }
    for (const inner of host.block) {
      const keyword = keywordOf(inner)
      if (FOREIGN.has(keyword)) return { line: inner.line, params: { expected: '}' } }
      if (inner.ending === 'nothing') return { line: inner.words.at(-1)!.line, params: { expected: ';' } }
      if (inner.ending === 'quote') return { line: inner.line, params: { expected: '"' } }
      const plain =
        keyword === 'hardware' || keyword === 'fixed-address' || inner.words[1]?.text === 'host-name'
      const from = keyword === 'option' ? 2 : 1
      const swallowed = plain
        ? inner.words.findIndex((word, at) => at >= from && !word.quoted && HOST_KEYWORDS.has(word.text))
        : -1
      if (swallowed !== -1) return { line: inner.words[swallowed - 1]!.line, params: { expected: ';' } }
    }
    return host.closed ? null : { line: host.line, params: { expected: '}' } }
  }

  /** `subnet 192.168.2.0 netmask 255.255.255.0 { option routers 192.168.2.1; }` */
  private subnet(statement: Statement): void {
    const { words, line, block } = statement
    const [, address = '', , netmask = ''] = words.map((word) => word.text)
    if (!isSubnet(address, netmask)) {
      const value = this.wordsOf(words.slice(1))
      return this.findings.problem(line, 'bad-value', { column: 'subnet', value }, this.excerpt(statement))
    }
    const routers = block.find(
      ({ words, ending }) =>
        ending === 'semicolon' && words[0]?.text === 'option' && words[1]?.text.toLowerCase() === 'routers'
    )
    const router = routers ? addressesOf(routers.words.slice(2))[0] : undefined
    this.findings.subnets.push({
      line,
      name: subnetName(address, netmask),
      address,
      netmask,
      routerIp: router !== undefined && isIpv4(router) ? router : null
    })
  }

  /** The classroom that a group is: only one with a name is one. */
  private group(statement: Statement, unit: UnitPath): UnitPath {
    const name = this.wordsOf(statement.words.slice(1))
    if (name === '') return unit
    this.findings.unit({ line: statement.line, path: [name], type: 'classroom', fields: {} })
    return [name]
  }

  private syntax(statement: Statement, params: Record<string, string>): void {
    const line = statement.words.at(-1)?.line ?? statement.line
    this.findings.problem(
      statement.ending === 'block' ? statement.line : line,
      'syntax',
      params,
      this.excerpt(statement)
    )
  }

  private wordsOf(words: readonly Word[]): string {
    return excerptOf(words.map((word) => word.text).join(' '))
  }

  private excerpt(statement: Statement): string {
    return this.text.slice(statement.start, statement.end)
  }
}

const valueOf = (words: readonly Word[]) => words.map((word) => word.text)

/** `10.0.0.1, 10.0.0.2` → both; what stands between two commas is one value, right or wrong. */
function addressesOf(words: readonly Word[]): string[] {
  return valueOf(words)
    .join(' ')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
}
