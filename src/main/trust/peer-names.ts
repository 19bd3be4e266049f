/**
 * Whose certificate it is, where a site's authority has signed it: its alternative names (SAN) have the address of the
 * inventory, or its name there as a DNS name, alone or as the first part of a longer one. Common names and wildcards say
 * nothing, and neither does the address that the network map leads to.
 */
import type { PeerCertificate } from 'node:tls'

export interface PeerNames {
  readonly ip: string
  readonly name: string
}

/** The `code` of the error; Node's own for this. */
export const WRONG_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID'

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whether one of the alternative names, such as `DNS:pc1.example, IP Address:192.168.2.2`, is the peer's. */
export function namesPeer(alternativeNames: string, { ip, name }: PeerNames): boolean {
  // Node puts in quotes what holds a comma, which could pass for the beginning of another name.
  if (alternativeNames.includes('"')) return false
  return alternativeNames.split(/,\s*/).some((entry) => {
    const at = entry.indexOf(':')
    const [kind, value] = [entry.slice(0, at), entry.slice(at + 1).trim()]
    if (kind === 'IP Address') return value === ip
    return kind === 'DNS' && (same(value, name) || same(value.split('.')[0]!, name))
  })
}

/** What tls.connect asks of a certificate whose chain is good. */
export const checkPeerNames =
  (peer: PeerNames) =>
  (_host: string, certificate: PeerCertificate): Error | undefined => {
    const names = certificate.subjectaltname ?? ''
    if (namesPeer(names, peer)) return undefined
    return Object.assign(new Error(`The certificate is of ${names || 'nobody'}.`), { code: WRONG_NAME })
  }
