/** The user interface and the contract on http://127.0.0.1: pages by HTTP, calls by a WebSocket at /rpc. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { OgConsole } from '#main/console.ts'
import { MAX_MESSAGE_BYTES } from '#main/hosting/page-messages.ts'
import { createRendererFiles, textFile, type RendererFile } from '#main/hosting/renderer-files.ts'
import { createAccess, type Access } from './access.ts'
import { signInPage } from './sign-in-page.ts'

const HOST = '127.0.0.1'
const RPC_PATH = '/rpc'
/** Connections of browsers on this computer; a page needs a handful. */
const MOST_CONNECTIONS = 256
/** Milliseconds: for a header, for a whole request (which has no body), between two requests, and without any byte. */
const TIMEOUTS = { headers: 10_000, request: 10_000, idle: 10_000, silence: 30_000, lookEvery: 1_000 }

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

function send(request: IncomingMessage, response: ServerResponse, file: RendererFile): void {
  response.writeHead(file.status, { ...file.headers, 'Content-Length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** The token leaves the address bar, and with it whatever is copied from there. */
function withoutToken(cookie: string | null): RendererFile {
  const file = textFile(303, '')
  return { ...file, headers: { ...file.headers, Location: '/', ...(cookie && { 'Set-Cookie': cookie }) } }
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
  const { port, rendererFolder, router, signedIn } = options
  const files = createRendererFiles(rendererFolder)
  const handler = new RPCHandler(router)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  let access: Access
  let bound = 0
  const printedUrl = () => `http://${HOST}:${bound}/?token=${access.token()}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!access.isForUs(request)) return send(request, response, textFile(421, 'Misdirected request'))
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(request, response, textFile(405, 'Method not allowed'))
    }
    const url = parsedUrl(request)
    if (!url) return send(request, response, textFile(400, 'Bad request'))
    const token = url.searchParams.get('token')
    // HEAD is what looks at links before somebody opens them, and must not use them up.
    const cookie = token !== null && request.method === 'GET' ? access.signIn(token) : null
    if (cookie !== null) signedIn(printedUrl())
    const known = cookie !== null || access.hasCookie(request)
    if (!known) return send(request, response, textFile(401, signInPage(), '.html'))
    if (token !== null) return send(request, response, withoutToken(cookie))
    // Browsers differ in whether 'self' covers a WebSocket.
    send(request, response, await files(url.pathname, [`ws://${request.headers.host}`]))
  }

  const server = createServer({ connectionsCheckingInterval: TIMEOUTS.lookEvery }, (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else send(request, response, textFile(500, 'Internal error'))
    })
  })
  server.headersTimeout = TIMEOUTS.headers
  server.requestTimeout = TIMEOUTS.request
  server.keepAliveTimeout = TIMEOUTS.idle
  server.timeout = TIMEOUTS.silence
  server.maxConnections = MOST_CONNECTIONS
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (request.url !== RPC_PATH) return refuse(socket, '404 Not Found')
    if (!access.isForUs(request) || !access.isFromOurPage(request)) return refuse(socket, '403 Forbidden')
    if (!access.hasCookie(request)) return refuse(socket, '401 Unauthorized')
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
      server.closeAllConnections()
      for (const socket of sockets.clients) socket.terminate()
      await closed
    }
  }
}
