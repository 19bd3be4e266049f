/** How an image travels, as the agent is told: `ptc`. [L] protocol.md section 1 */
import { protocolInput, type ProtocolInput } from '#shared/contract/orders.ts'

/** The text that is sent, such as `MULTICAST 9000:full-duplex:239.194.17.36:70M:50:60`. */
export function formatPtc(protocol: ProtocolInput): string {
  if (protocol.kind === 'unicast') return 'UNICAST'
  if (protocol.kind === 'torrent') return `TORRENT ${protocol.mode}:${protocol.seed}`
  const { port, mode, address, speed, clients, wait } = protocol
  return `MULTICAST ${port}:${mode}:${address}:${speed}M:${clients}:${wait}`
}

const number = (digits: string | undefined): number =>
  /^\d+$/.test(digits ?? '') ? Number(digits) : Number.NaN

/** Reads such a text; null where it is none. */
export function parsePtc(text: string): ProtocolInput | null {
  const [kind, rest = '', ...more] = text.split(' ')
  const parts = rest.split(':')
  let read: unknown
  if (kind === 'UNICAST' && rest === '') read = { kind: 'unicast' }
  else if (kind === 'TORRENT' && parts.length === 2) {
    read = { kind: 'torrent', mode: parts[0], seed: number(parts[1]) }
  } else if (kind === 'MULTICAST' && parts.length === 6) {
    const [port, mode, address, speed = '', clients, wait] = parts
    read = {
      kind: 'multicast',
      port: number(port),
      mode,
      address,
      speed: speed.endsWith('M') ? number(speed.slice(0, -1)) : Number.NaN,
      clients: number(clients),
      wait: number(wait)
    }
  }
  return more.length > 0 ? null : (protocolInput.safeParse(read).data ?? null)
}
