/** The user interface and the contract on http://127.0.0.1: pages by HTTP, calls by a WebSocket at /rpc. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { OgConsole } from '#main/console.ts'
import { createRendererFiles, textFile, type RendererFile } from '#main/hosting/renderer-files.ts'
import { guardConnections } from '#main/http/connections.ts'
import { createMinuteCount } from '#main/http/minute-count.ts'
import { createRefusals, refuseClient } from '#main/http/refusals.ts'
import type { Logger } from '#main/ports.ts'
import type { HeadlessLimits } from '#shared/domain/limits.ts'
import { socketAddress } from '#shared/domain/network.ts'
import { createAccess, type Access } from './access.ts'
import { signInPage, tooManyPage } from './pages.ts'

const HOST = '127.0.0.1'
const RPC_PATH = '/rpc'
const MB = 1024 * 1024
/** Milliseconds between two looks at who takes too long. */
const LOOK_EVERY = 1_000

export interface HttpServer {
  /** With the token of the next sign-in: the way in. */
  readonly url: string
  stop(): Promise<void>
}

interface ServerOptions {
  readonly port: number
  readonly rendererFolder: string
  readonly router: OgConsole['router']
  /** Somebody has signed in, and with that has used up the URL; this is the next one. */
  readonly signedIn: (nextUrl: string) => void
  /** As the settings have them now. */
  readonly limits: () => HeadlessLimits
  readonly log: Logger
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** What is asked for; undefined where it is no URL, such as `//`. */
function parsedUrl({ url = '/', headers: { host } }: IncomingMessage): URL | undefined {
  try {
    return new URL(url, `http://${host}`)
  } catch {
    return undefined
  }
}

/** Nothing that is asked of us needs one. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0

function send(request: IncomingMessage, response: ServerResponse, file: RendererFile): void {
  response.writeHead(file.status, { ...file.headers, 'Content-Length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** The token leaves the address bar, and with it whatever is copied from there. */
function withoutToken(cookie: string | null): RendererFile {
  const file = textFile(303, '')
  return { ...file, headers: { ...file.headers, Location: '/', ...(cookie && { 'Set-Cookie': cookie }) } }
}

function tooManyFile(seconds: number): RendererFile {
  const file = textFile(429, tooManyPage(seconds), '.html')
  return { ...file, headers: { ...file.headers, 'Retry-After': String(seconds) } }
}

/** What is still to come of the request would be read to no end. */
function tooLongFile(): RendererFile {
  const file = textFile(413, 'Content too large')
  return { ...file, headers: { ...file.headers, Connection: 'close' } }
}

/** Answers an upgrade that is not wanted, as an HTTP server does. */
function refuse(socket: Duplex, status: string): void {
  // Its other end may never close its half of the connection.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

/**
 * Listens, on this computer only.
 * @throws the socket's own error, such as EADDRINUSE
 */
export async function startHttpServer(options: ServerOptions): Promise<HttpServer> {
  const { port, rendererFolder, router, signedIn, limits, log } = options
  const files = createRendererFiles(rendererFolder)
  const handler = new RPCHandler(router)
  const sockets = new WebSocketServer({ noServer: true })
  const refusals = createRefusals(log, 'request of a page refused')
  const asked = createMinuteCount()
  let access: Access
  let bound = 0
  const printedUrl = () => `http://${HOST}:${bound}/?token=${access.token()}`

  /** Counts the request. Pages that are signed in do not share with whatever else calls from their address. */
  function isTooMany(request: IncomingMessage): boolean {
    const address = socketAddress(request.socket.remoteAddress ?? '')
    const known = access.isForUs(request) && access.hasCookie(request)
    if (asked.add(known ? `${address} signed in` : address) <= limits().requestsPerMinute) return false
    refusals.note(address, 'rate')
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = parsedUrl(request)
    const token = url?.searchParams.get('token') ?? null
    // HEAD is what looks at links before somebody opens them, and must not use them up.
    const mayOpen = request.method === 'GET' && access.isForUs(request) && !hasBody(request)
    const cookie = token !== null && mayOpen ? access.signIn(token) : null
    if (cookie !== null) signedIn(printedUrl())
    // The way in stays open, whoever has used up what strangers may ask.
    else if (isTooMany(request)) return send(request, response, tooManyFile(asked.left()))
    if (!access.isForUs(request)) return send(request, response, textFile(421, 'Misdirected request'))
    if (hasBody(request)) return send(request, response, tooLongFile())
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(request, response, textFile(405, 'Method not allowed'))
    }
    if (!url) return send(request, response, textFile(400, 'Bad request'))
    const known = cookie !== null || access.hasCookie(request)
    if (!known) return send(request, response, textFile(401, signInPage(), '.html'))
    if (token !== null) return send(request, response, withoutToken(cookie))
    // Browsers differ in whether 'self' covers a WebSocket.
    send(request, response, await files(url.pathname, [`ws://${request.headers.host}`]))
  }

  const server = createServer({ connectionsCheckingInterval: LOOK_EVERY }, (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else send(request, response, textFile(500, 'Internal error'))
    })
  })
  const connectionLimits = () => {
    const { headerSeconds, ...others } = limits()
    // A connection without TLS costs no more than the answer that there were too many.
    return { ...others, headerSeconds, requestSeconds: headerSeconds, connectionsPerMinute: Infinity }
  }
  const closeConnections = guardConnections(server, connectionLimits, refusals)
  server.on('clientError', (error, socket) => refuseClient(error, socket as Socket, refusals))
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (isTooMany(request)) return refuse(socket, '429 Too Many Requests')
    if (request.url !== RPC_PATH) return refuse(socket, '404 Not Found')
    if (!access.isForUs(request) || !access.isFromOurPage(request)) return refuse(socket, '403 Forbidden')
    if (!access.hasCookie(request)) return refuse(socket, '401 Unauthorized')
    sockets.options.maxPayload = limits().messageMb * MB
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // A message too large, or none of the protocol: `close` follows.
      webSocket.on('error', () => undefined)
      void handler.upgrade(webSocket)
    })
  })

  bound = await listen(server, port)
  access = createAccess(bound)
  return {
    url: printedUrl(),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      closeConnections()
      await closed
    }
  }
}
