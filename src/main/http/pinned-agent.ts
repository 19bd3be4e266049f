/** HTTPS to a peer whose certificate is pinned, or signed by the site: nothing is sent before the certificate is known to be the right one. */
import { X509Certificate } from 'node:crypto'
import { Agent, type AgentOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect, type ConnectionOptions, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { Certificate } from '#shared/contract/rows.ts'
import { harmless } from '#shared/domain/harmless.ts'
import { checkPeerNames, type PeerNames } from '../trust/peer-names.ts'

/** A certificate as it is pinned. */
export interface PeerIdentity {
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint: string
  readonly pem: string
}

/** What a certificate says, for a person to judge it. Times in milliseconds since the epoch. */
export function describeCertificate({ fingerprint, pem }: PeerIdentity): Certificate {
  const { subject, issuer, validFrom, validTo } = new X509Certificate(pem)
  const inOneLine = (names: string) => harmless(names.split('\n').join(', '))
  return {
    fingerprint,
    subject: inOneLine(subject),
    issuer: inOneLine(issuer),
    validFrom: Date.parse(validFrom),
    validTo: Date.parse(validTo)
  }
}

/** Whether a certificate, as text, is the one with this fingerprint. */
export function isCertificateOf(pem: string, fingerprint: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 === fingerprint
  } catch {
    return false
  }
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

/** Why TLS itself would not have gone on, with OpenSSL's code of it. */
function unauthorized({ authorizationError }: TLSSocket): Error {
  const code = String(authorizationError)
  return Object.assign(new Error(`The certificate is not accepted: ${code}`), { code })
}

function identityOf(certificate: PeerCertificate): PeerIdentity {
  const lines = certificate.raw.toString('base64').match(/.{1,64}/g) ?? []
  return {
    fingerprint: certificate.fingerprint256,
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  }
}

/** The site's own authorities have the word where there are any; the client's certificate is sent in any case. */
export interface PinnedTrust {
  readonly ca: string | null
  readonly client: { readonly cert: string; readonly key: string } | null
  readonly peer: PeerNames
}

/**
 * An https.Agent that takes the one certificate with this fingerprint, whoever signed it and whatever its names and
 * dates; or any certificate where `pinned` is null, to pin it at first use. Where the site has authorities, instead one
 * that they have signed, which holds now and is the peer's. For one call: `destroy` it when that is over.
 */
export function createPinnedAgent(
  pinned: string | null,
  told: { accepted(identity: PeerIdentity): void; refused(identity: PeerIdentity): void },
  trust?: PinnedTrust
): Agent {
  const ca = trust?.ca ?? null
  // A connection is the request's once its certificate has been looked at. Before that a request that gives up neither
  // closes it nor hears of its end, which would then be nobody's error.
  const connecting = new Set<TLSSocket>()

  /** Why the request must not be sent to this peer, or null. */
  function objection(identity: PeerIdentity, socket: TLSSocket): Error | null {
    try {
      if (ca !== null) {
        if (socket.authorized) told.accepted(identity)
        else told.refused(identity)
        return socket.authorized ? null : unauthorized(socket)
      }
      if (pinned === null || identity.fingerprint === pinned) {
        told.accepted(identity)
        return null
      }
      told.refused(identity)
      return new CertificateChangedError()
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }

  class PinnedAgent extends Agent {
    // Node's declaration knows only the form that returns a socket at once; an agent may also call back later.
    override createConnection(
      options: AgentOptions,
      callback?: (error: Error | null, stream: Duplex) => void
    ): Duplex | null | undefined {
      const socket = connect({
        ...(options as ConnectionOptions),
        rejectUnauthorized: false,
        ...trust?.client,
        ...(ca !== null && { ca, checkServerIdentity: checkPeerNames(trust!.peer) }),
        minVersion: 'TLSv1.2'
      })
      connecting.add(socket)
      const settle = (error: Error | null) => {
        if (connecting.delete(socket)) callback?.(error, socket)
      }
      socket.on('error', settle)
      socket.once('secureConnect', () => {
        const error = objection(identityOf(socket.getPeerCertificate()), socket)
        if (error) socket.destroy()
        settle(error)
      })
      return undefined
    }

    override destroy(): void {
      for (const socket of connecting) {
        connecting.delete(socket)
        socket.destroy()
      }
      super.destroy()
    }
  }
  return new PinnedAgent({ keepAlive: false })
}
