import type { AddressInfo, Socket } from 'node:net'
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls'
import { createServer as createTcpServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { generate } from 'selfsigned'
import { X509Certificate } from 'node:crypto'
import { deferred } from './follow.ts'

const DAY = 24 * 3_600_000

export interface PeerCertificate {
  key: string
  cert: string
  fingerprint: string
}

/** A self-signed certificate for 127.0.0.1, or one that is signed by another, for other addresses or at other times. */
export async function makeCertificate(
  name: string,
  issuer?: PeerCertificate,
  {
    ip = '127.0.0.1',
    dns = [],
    from = -DAY,
    to = 365 * DAY
  }: { ip?: string; dns?: readonly string[]; from?: number; to?: number } = {}
): Promise<PeerCertificate> {
  const now = Date.now()
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now + from),
    notAfterDate: new Date(now + to),
    ...(issuer && { ca: { key: issuer.key, cert: issuer.cert } }),
    extensions: [
      { name: 'basicConstraints', cA: name === 'CA', critical: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 7 as const, ip }, ...dns.map((value) => ({ type: 2 as const, value }))]
      }
    ]
  })
  return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 }
}

/** A server on TLS that answers what a test wants, byte by byte. */
export interface Peer {
  host: string
  port: number
  url: string
  /** Everything that was read, a text a connection. */
  heard: string[]
  /** The connections that are open, below TLS. */
  open: Set<Socket>
  /** Shows another certificate from now on. */
  show(certificate: PeerCertificate): void
}

/** Calls `answer` with each connection's first bytes. */
export async function tlsPeer(
  certificate: PeerCertificate,
  answer: (socket: TLSSocket, request: string) => void = () => {},
  options: TlsOptions = {}
): Promise<Peer> {
  const heard: string[] = []
  const open = new Set<Socket>()
  const server = createServer({ ...options, key: certificate.key, cert: certificate.cert }, (socket) => {
    const index = heard.push('') - 1
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      const first = heard[index] === ''
      heard[index] += chunk.toString()
      if (first) answer(socket, heard[index]!)
    })
  })
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const show = ({ key, cert }: PeerCertificate) => server.setSecureContext({ key, cert })
  return { host: '127.0.0.1', port, url: `https://127.0.0.1:${port}`, heard, open, show }
}

/** A server that accepts connections and says nothing; and what has become of them. */
export async function mutePeer(): Promise<{ port: number; open: Set<Socket>; closed: Promise<void> }> {
  const open = new Set<Socket>()
  const { promise: closed, resolve } = deferred()
  const server = createTcpServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.resume()
    socket.once('close', () => {
      open.delete(socket)
      resolve()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, open, closed }
}
