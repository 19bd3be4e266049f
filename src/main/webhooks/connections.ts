/** Who may connect: so many at a time, so many of one address, and so many in a minute. */
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import { socketAddress } from '#shared/domain/network.ts'
import type { WebhookLimits } from '#shared/domain/webhook-limits.ts'
import type { Refusals } from './refusals.ts'

const MINUTE = 60_000
/**
 * Who goes on after as many requests as are allowed is told so, which costs a handshake; at this many times as many
 * connections it is not worth one.
 */
const PATIENCE = 2
const SPARE_SECONDS = 5

/**
 * Watches over the connections of a server, below TLS. What the settings say holds from the next connection on.
 * @returns what ends them all, also those that never came as far as a request, which nobody else does.
 */
export function guardConnections(
  server: Server,
  limits: () => WebhookLimits,
  refusals: Refusals
): () => void {
  const sockets = new Set<Socket>()
  const open = new Map<string, number>()
  let closing = false
  /** Connections of each address in the minute that began then. */
  let recent = new Map<string, number>()
  let began = Date.now()

  function count(address: string): number {
    if (Math.abs(Date.now() - began) >= MINUTE) {
      recent = new Map()
      began = Date.now()
    }
    const made = (recent.get(address) ?? 0) + 1
    recent.set(address, made)
    return made
  }

  server.on('connection', (socket: Socket) => {
    const {
      connections,
      connectionsPerAddress,
      requestsPerMinute,
      bodyKb: _,
      pendingMb: __,
      ...times
    } = limits()
    server.headersTimeout = times.headerSeconds * 1000
    server.requestTimeout = times.requestSeconds * 1000
    server.keepAliveTimeout = times.idleSeconds * 1000
    // Without a byte in either direction: somebody sends requests and does not read the answers. Last of them all.
    server.timeout = (Math.max(...Object.values(times)) + SPARE_SECONDS) * 1000

    if (closing) return void socket.destroy()

    const address = socketAddress(socket.remoteAddress ?? '')
    const own = open.get(address) ?? 0
    const tooFast = count(address) > requestsPerMinute * PATIENCE
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
