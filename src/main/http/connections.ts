/** Who may connect to a server of ours: so many at a time, so many of one address, and so many in a minute. */
import type { Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { socketAddress } from '#shared/domain/network.ts'
import { createMinuteCount } from './minute-count.ts'
import type { Refusals } from './refusals.ts'

export interface ConnectionLimits {
  /** For a request's header, for a whole request, and between two of them. */
  readonly headerSeconds: number
  readonly requestSeconds: number
  readonly idleSeconds: number
  readonly connections: number
  readonly connectionsPerAddress: number
  /** Of one address, however short they are. */
  readonly connectionsPerMinute: number
}

const SPARE_SECONDS = 5

/**
 * Watches over the connections of a server, below TLS where there is any. What the settings say holds from the next
 * connection on.
 * @returns what ends them all, also those that never came as far as a request, or that are no HTTP any more.
 */
export function guardConnections(
  server: Server | TlsServer,
  limits: () => ConnectionLimits,
  refusals: Refusals
): () => void {
  const sockets = new Set<Socket>()
  const open = new Map<string, number>()
  const recent = createMinuteCount()
  let closing = false

  // Before the server itself looks at them.
  server.prependListener('connection', () => {
    const { headerSeconds, requestSeconds, idleSeconds } = limits()
    server.headersTimeout = headerSeconds * 1000
    server.requestTimeout = requestSeconds * 1000
    server.keepAliveTimeout = idleSeconds * 1000
    // Without a byte in either direction: somebody sends requests and does not read the answers. Last of them all.
    server.timeout = (Math.max(headerSeconds, requestSeconds, idleSeconds) + SPARE_SECONDS) * 1000
  })
  server.on('connection', (socket: Socket) => {
    if (closing) return void socket.destroy()

    const { connections, connectionsPerAddress, connectionsPerMinute } = limits()
    const address = socketAddress(socket.remoteAddress ?? '')
    const own = open.get(address) ?? 0
    const tooFast = recent.add(address) > connectionsPerMinute
    if (tooFast || sockets.size >= connections || own >= connectionsPerAddress) {
      refusals.note(address, tooFast ? 'rate' : 'connections')
      socket.destroy()
      return
    }
    sockets.add(socket)
    open.set(address, own + 1)
    socket.once('close', () => {
      sockets.delete(socket)
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
  return () => {
    closing = true
    for (const socket of sockets) socket.destroy()
  }
}
