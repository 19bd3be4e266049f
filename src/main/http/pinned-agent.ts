/** HTTPS to a peer whose certificate is pinned: nothing is sent before the certificate is known to be the right one. */
import { Agent, type AgentOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect, type ConnectionOptions, type PeerCertificate } from 'node:tls'

/** A certificate as it is pinned. */
export interface PeerIdentity {
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint: string
  readonly pem: string
}

/** The `code` of CertificateChangedError. */
export const CERTIFICATE_CHANGED = 'OGDESK_CERTIFICATE_CHANGED'

/** The peer shows another certificate than the pinned one; no request was sent. */
class CertificateChangedError extends Error {
  readonly code = CERTIFICATE_CHANGED

  constructor() {
    super(CERTIFICATE_CHANGED)
  }
}

function identityOf(certificate: PeerCertificate): PeerIdentity {
  const lines = certificate.raw.toString('base64').match(/.{1,64}/g) ?? []
  return {
    fingerprint: certificate.fingerprint256,
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  }
}

/**
 * An https.Agent that takes the one certificate with this fingerprint, whoever signed it and whatever its names and
 * dates; or any certificate where `pinned` is null, to pin it at first use.
 */
export function createPinnedAgent(
  pinned: string | null,
  told: { accepted(identity: PeerIdentity): void; refused(identity: PeerIdentity): void }
): Agent {
  class PinnedAgent extends Agent {
    // Node's declaration knows only the form that returns a socket at once; an agent may also call back later.
    override createConnection(
      options: AgentOptions,
      callback?: (error: Error | null, stream: Duplex) => void
    ): Duplex | null | undefined {
      const socket = connect({
        ...(options as ConnectionOptions),
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2'
      })
      const failed = (error: Error) => callback?.(error, socket)
      socket.once('error', failed)
      socket.once('secureConnect', () => {
        socket.removeListener('error', failed)
        const identity = identityOf(socket.getPeerCertificate())
        if (pinned !== null && identity.fingerprint !== pinned) {
          socket.destroy()
          told.refused(identity)
          callback?.(new CertificateChangedError(), socket)
          return
        }
        told.accepted(identity)
        callback?.(null, socket)
      })
      return undefined
    }
  }
  return new PinnedAgent({ keepAlive: false })
}
