/** Which format a text has. What stands in it counts; the file's name decides only where that could be two. */
import { INVENTORY_FORMAT } from '#shared/contract/inputs.ts'
import type { ImportFormat } from './source.ts'

const DUMP =
  /^[ \t]*(?:INSERT\s+(?:IGNORE\s+)?INTO|REPLACE\s+INTO|CREATE\s+TABLE(?:\s+IF\s+NOT\s+EXISTS)?)\s+[`"]?\w/im
const DHCPD =
  /(?:^|[\s;{}])(?:host|subnet|group|shared-network|pool|class)(?:[ \t]+[^\s{};#]+){0,6}\s*\{|hardware\s+ethernet\s|^[ \t]*(?:option|include)[ \t][^\n]*;[ \t]*\r?$/im
/** Options that a dnsmasq.conf with computers in it has. */
const DNSMASQ = /^[ \t]*(?:--)?dhcp-(?:host|range|option|boot|match|authoritative|leasefile)\b/m
/** What only a line of dnsmasq's dhcp-hostsfile has. */
const HOSTS_FILE_WORD = /^(?:set:\S*|net:\S*|tag:\S*|id:\S*|ignore|infinite|\d+[smhdw]?|\[.*\])$/i
const MAC = /^(?:[\da-f]{1,2}-)?[\da-f*]{1,2}(?:[:-][\da-f*]{1,2}){5}$/i

/** Longer than what people write above the first brace. */
const HEAD = 100_000

/** Names the format of a text. */
export function recognise(text: string, fileName = ''): ImportFormat {
  const start = text.slice(0, HEAD).replace(/^(?:\s+|\/\/[^\n]*\n|#[^\n]*\n|\/\*.*?\*\/)+/s, '')
  if (/^[{[]/.test(start) || /\.json$/i.test(fileName)) {
    return text.includes(`"${INVENTORY_FORMAT}"`) ? 'ogdesk' : 'kea'
  }
  if (DUMP.test(text)) return 'ogadmbd'
  if (DNSMASQ.test(text)) return 'dnsmasq'
  const tabular = /\.(?:csv|tsv|tab)$/i.test(fileName)
  if (!tabular && DHCPD.test(text)) return 'dhcpd'
  if (!tabular && isHostsFile(text, fileName)) return 'dnsmasq'
  return 'csv'
}

/** Lines of `mac,ip,name`: those of a dhcp-hostsfile, or of a CSV file without a header. */
function isHostsFile(text: string, fileName: string): boolean {
  const lines = text
    .slice(0, 50_000)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, 50)
  const fields = lines.map((line) => line.split(',').map((field) => field.trim()))
  const plain = fields.every((row) => row.length > 1 && !/["; \t]/.test(row.join('')))
  if (
    lines.length === 0 ||
    !plain ||
    !fields[0]!.some((field) => MAC.test(field) || field.startsWith('id:'))
  ) {
    return false
  }
  return (
    /\.(?:conf|hosts?)$|ethers|dnsmasq/i.test(fileName) ||
    text.includes('#') ||
    fields.some((row) => row.some((field) => HOSTS_FILE_WORD.test(field) || field.includes('*')))
  )
}
