/** The console calls its own webhook server, as an agent would. */
import { connect } from 'node:tls'

/** Milliseconds for a machine to answer itself. */
const PATIENCE = 3_000

/** What came of it: our certificate, another one, or none. */
export interface SelfTest {
  readonly url: string
  readonly outcome: 'answers' | 'another' | 'silent' | 'failed'
  readonly milliseconds: number
  /** The system's words where it failed. */
  readonly text: string | null
}

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
