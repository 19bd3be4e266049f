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

async function selfSigned(
  name: string,
  notBeforeDate: Date,
  notAfterDate: Date,
  addresses: string[]
): Promise<ServerCertificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate,
    ...(addresses.length > 0 && {
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'subjectAltName', altNames: addresses.map((ip) => ({ type: 7 as const, ip })) }
      ]
    })
  })
  return { key: made.private, cert: made.cert, sha256: new X509Certificate(made.cert).fingerprint256 }
}
