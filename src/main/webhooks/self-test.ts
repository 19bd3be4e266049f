/** The console calls its own webhook server, as an agent would. */
import { connect } from 'node:tls'
import type { SelfTest } from '#shared/contract/reach.ts'

/** Milliseconds for a machine to answer itself. */
const PATIENCE = 3_000

/** Connects to one of the server's addresses over TLS and looks whether the certificate there is its own. */
export function testUrl(url: string, fingerprint: string | null): Promise<SelfTest> {
  const { hostname: host, port } = new URL(url)
  const before = performance.now()
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(port),
      rejectUnauthorized: false,
      timeout: PATIENCE,
      minVersion: 'TLSv1.2'
    })
    const end = (outcome: SelfTest['outcome'], text: string | null = null) => {
      socket.destroy()
      resolve({ url, outcome, milliseconds: Math.round(performance.now() - before), text })
    }
    // Of a connection that stands already only the first of these counts.
    socket.once('secureConnect', () =>
      end(socket.getPeerCertificate().fingerprint256 === fingerprint ? 'answers' : 'another')
    )
    socket.once('timeout', () => end('silent'))
    socket.on('error', (error) => end('failed', error.message))
  })
}
