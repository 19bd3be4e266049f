import { X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

export interface ServerCertificate {
  key: string
  cert: string
  /** SHA-256 of the certificate, upper-case hex with colons. */
  sha256: string
}

const DAY_MS = 24 * 60 * 60 * 1000

let agentCertificate: Promise<ServerCertificate> | undefined

/**
 * The certificate of every ogAgent: one for all, self-signed, named `UDS Actor`, expired on 2024-10-23 [A]. Made once a
 * process, since the public agent carries one built in.
 */
export function sharedAgentCertificate(): Promise<ServerCertificate> {
  agentCertificate ??= selfSigned(
    'UDS Actor',
    new Date('2014-10-26T00:00:00Z'),
    new Date('2024-10-23T00:00:00Z'),
    []
  )
  return agentCertificate
}

/** A repository's own certificate, self-signed and valid today, for its declared and its loopback address [D]. */
export function ownCertificate(name: string, addresses: string[]): Promise<ServerCertificate> {
  const now = Date.now()
  return selfSigned(name, new Date(now - DAY_MS), new Date(now + 3650 * DAY_MS), addresses)
}

/** A certificate authority of the site's own: its certificate, and what it signs. */
export interface Authority {
  readonly certificate: ServerCertificate
  /** A certificate that is valid today, for these addresses. */
  issue(name: string, addresses: string[]): Promise<ServerCertificate>
}

/** Makes an authority that is valid today. */
export async function makeAuthority(name: string): Promise<Authority> {
  const from = new Date(Date.now() - DAY_MS)
  const to = new Date(Date.now() + 365 * DAY_MS)
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: from,
    notAfterDate: to,
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }]
  })
  const ca = { key: made.private, cert: made.cert }
  const sha256 = new X509Certificate(made.cert).fingerprint256
  return {
    certificate: { ...ca, sha256 },
    issue: (subject, addresses) => selfSigned(subject, from, to, addresses, ca)
  }
}

async function selfSigned(
  name: string,
  notBeforeDate: Date,
  notAfterDate: Date,
  addresses: string[],
  ca?: { key: string; cert: string }
): Promise<ServerCertificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate,
    ...(ca && { ca }),
    ...(addresses.length > 0 && {
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'subjectAltName', altNames: addresses.map((ip) => ({ type: 7 as const, ip })) }
      ]
    })
  })
  return { key: made.private, cert: made.cert, sha256: new X509Certificate(made.cert).fingerprint256 }
}
