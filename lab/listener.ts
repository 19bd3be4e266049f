import { createServer as createHttpsServer } from 'node:https'
import type { Server as HttpsServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerCertificate } from './certificates.ts'
import { isKind } from './faults.ts'
import type { Fault } from './faults.ts'

export interface ListenerOptions {
  host: string
  /** 0: any free port, kept for the listener's whole life. */
  port: number
  certificate: ServerCertificate
  fault: () => Fault | null
  onRequest: (request: IncomingMessage, response: ServerResponse) => void
  /** A request that the HTTP parser cannot make sense of. */
  onUnreadable?: (socket: Socket) => void
  log: (line: string) => void
}

/** While a port was closed (fault `refuse`) another process may have borrowed it; how long to insist on it. */
const REOPEN_ATTEMPTS = 100
const REOPEN_PAUSE_MS = 50

/**
 * An HTTPS server whose port can be closed and opened again, with the faults that live below HTTP. Raw connections are
 * accepted here and handed to the HTTPS server only when the current fault lets them through.
 */
export class Listener {
  readonly #options: ListenerOptions
  readonly #https: HttpsServer
  /** Open connections by the client's port, so that a request can reset the TCP socket below its TLS. */
  readonly #sockets = new Map<number, Socket>()
  #server: Server | null = null
  #port: number
  /** Whether the port has been ours once. */
  #opened = false
  #turn: Promise<void> = Promise.resolve()

  constructor(options: ListenerOptions) {
    this.#options = options
    this.#port = options.port
    const { key, cert } = options.certificate
    this.#https = createHttpsServer({ key, cert })
    // Sockets that a request has come on: whatever follows it on an HTTP/1.0 connection, such as a body that nothing
    // announced, is read and ignored.
    const asked = new WeakSet<object>()
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      asked.add(request.socket)
      options.onRequest(request, response)
    }
    this.#https.on('request', onRequest)
    // An HTTP/1.0 server knows no 100-continue: such a request is handled as any other.
    this.#https.on('checkContinue', onRequest)
    this.#https.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (asked.has(socket) && options.onUnreadable) return
      if (error.code !== 'ECONNRESET' && socket.writable && options.onUnreadable) {
        options.onUnreadable(socket as Socket)
      } else {
        socket.destroy()
      }
    })
    this.#https.on('tlsClientError', () => {}) // a client that does not trust us is not our error
  }

  get port(): number {
    return this.#port
  }

  /** Shows another certificate from the next connection on. */
  show({ key, cert }: ServerCertificate): void {
    this.#https.setSecureContext({ key, cert })
  }

  get listening(): boolean {
    return this.#server !== null
  }

  /** Opens or closes the port, in the order asked. */
  setOpen(open: boolean): Promise<void> {
    const next = this.#turn.then(() => (open ? this.#open() : this.#close()))
    this.#turn = next.catch(() => {})
    return next
  }

  /** Answers a request by a TCP reset: the client sees ECONNRESET. */
  reset(request: IncomingMessage): void {
    const { remotePort } = request.socket
    const raw = remotePort === undefined ? undefined : this.#sockets.get(remotePort)
    if (raw) raw.resetAndDestroy()
    else request.socket.destroy()
  }

  async #open(): Promise<void> {
    if (this.#server !== null) return
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#server = await this.#listen()
        this.#port = (this.#server.address() as AddressInfo).port
        this.#opened = true
        return
      } catch (error) {
        const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
        if (!taken || !this.#opened || attempt === REOPEN_ATTEMPTS) throw error
        this.#options.log(`port ${this.#port} is in use for the moment, trying again`)
        await wait(REOPEN_PAUSE_MS)
      }
    }
  }

  #listen(): Promise<Server> {
    return new Promise((resolve, reject) => {
      const server = createServer({ noDelay: true }, (socket) => this.#accept(socket))
      server.once('error', reject)
      server.listen(this.#port, this.#options.host, () => {
        server.off('error', reject)
        resolve(server)
      })
    })
  }

  #accept(socket: Socket): void {
    const client = socket.remotePort ?? 0
    this.#sockets.set(client, socket)
    socket.once('close', () => this.#sockets.delete(client))
    socket.on('error', () => {}) // a client that goes away is not our error
    const fault = this.#options.fault()
    if (isKind(fault, 'tls')) {
      // As a plain HTTP server does, which takes the client's hello for a bad request.
      socket.once('data', () =>
        socket.end('HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain\r\n\r\nNo TLS here\n')
      )
    } else if (isKind(fault, 'hang') && fault.at === 'connection') {
      socket.resume()
    } else {
      this.#https.emit('connection', socket)
    }
  }

  #close(): Promise<void> {
    const server = this.#server
    if (server === null) return Promise.resolve()
    this.#server = null
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of this.#sockets.values()) socket.destroy()
    return closed
  }
}
