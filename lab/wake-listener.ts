import { createSocket } from 'node:dgram'
import type { Socket } from 'node:dgram'

/** Six times FF, sixteen times the MAC address; a SecureOn password of four or six bytes may follow. */
const SYNC_BYTES = 6
const MAC_BYTES = 6
const REPETITIONS = 16
const PACKET_BYTES = SYNC_BYTES + MAC_BYTES * REPETITIONS
const LENGTHS = new Set([PACKET_BYTES, PACKET_BYTES + 4, PACKET_BYTES + 6])

/** The MAC address that a magic packet wakes, as twelve hex digits, or null when it is no magic packet. */
function wokenMac(packet: Buffer): string | null {
  if (!LENGTHS.has(packet.length)) return null
  if (!packet.subarray(0, SYNC_BYTES).every((byte) => byte === 0xff)) return null
  const mac = packet.subarray(SYNC_BYTES, SYNC_BYTES + MAC_BYTES)
  const repeated = Buffer.concat(Array.from({ length: REPETITIONS }, () => mac))
  return repeated.equals(packet.subarray(SYNC_BYTES, PACKET_BYTES)) ? macDigits(mac.toString('hex')) : null
}

/** A MAC address however it is written, as twelve hex digits in upper case. */
export const macDigits = (mac: string): string => mac.replaceAll(/[^0-9a-f]/gi, '').toUpperCase()

/** Where the magic packets of a lab arrive: one UDP port for the network cards of all computers. */
export class WakeListener {
  readonly host: string
  #port = 0
  readonly #onMac: (mac: string) => void
  readonly #log: (line: string) => void
  #socket: Socket | null = null

  constructor(host: string, onMac: (mac: string) => void, log: (line: string) => void) {
    this.host = host
    this.#onMac = onMac
    this.#log = log
  }

  /** Any that was free. */
  get port(): number {
    return this.#port
  }

  start(): Promise<void> {
    const socket = createSocket('udp4')
    this.#socket = socket
    socket.on('message', (packet, { address, port }) => {
      const mac = wokenMac(packet)
      if (mac === null) this.#log(`${packet.length} bytes from ${address}:${port} are no magic packet`)
      else this.#onMac(mac)
    })
    return new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.bind(0, this.host, () => {
        socket.off('error', reject)
        socket.on('error', (error) => this.#log(error.message))
        this.#port = socket.address().port
        resolve()
      })
    })
  }

  stop(): Promise<void> {
    const socket = this.#socket
    this.#socket = null
    return new Promise((resolve) => (socket ? socket.close(() => resolve()) : resolve()))
  }
}
