import { isIPv4 } from 'node:net'
import { JobFailure } from '../jobs/desk.ts'

/** How an image travels, as `ptc` says it [L] (protocol.md, section 1). */
export type TransferProtocol =
  | { kind: 'unicast' }
  | { kind: 'multicast'; port: number; address: string; clients: number; waitSeconds: number }
  | { kind: 'torrent' }

const MULTICAST =
  /^MULTICAST (?<port>\d{1,5}):(?:full-duplex|half-duplex|broadcast):(?<address>[\d.]+):[1-9]\d{0,5}M:(?<clients>[1-9]\d{0,4}):(?<wait>\d{1,5})$/
const TORRENT = /^TORRENT (?:peer|leecher|seeder):\d{1,6}$/

/** Reads `ptc`, to the letter. Throws JobFailure 001 for anything else. */
export function transferProtocol(text: string): TransferProtocol {
  if (text === 'UNICAST') return { kind: 'unicast' }
  if (TORRENT.test(text)) return { kind: 'torrent' }
  const { port, address, clients, wait } = MULTICAST.exec(text)?.groups ?? {}
  const valid = Number(port) > 0 && Number(port) < 65536 && address !== undefined && isGroup(address)
  if (!valid) throw new JobFailure(`001-Formato de ejecución incorrecto: protocolo "${text}"`)
  const session = { port: Number(port), address, clients: Number(clients), waitSeconds: Number(wait) }
  return { kind: 'multicast', ...session }
}

/** Addresses from 224.0.0.0 to 239.255.255.255 are groups. */
function isGroup(address: string): boolean {
  const first = Number(address.split('.')[0])
  return isIPv4(address) && first >= 224 && first <= 239
}
