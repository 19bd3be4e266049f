/**
 * The webhook server's certificate: one of its own, made on first start, kept in the data directory, and made again before
 * it ends; or the site's, where somebody has given it one.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ipv4Interfaces } from '../http/interfaces.ts'
import type { KeyPair } from './pem.ts'

export interface ServerCertificate extends KeyPair {
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint: string
}

const FILE = 'webhook-certificate.pem'
const YEARS = 5
const DAY = 24 * 3_600_000
/** A certificate this close to its end is replaced. Agents do not check it [A], so nothing breaks. */
const RENEW_BEFORE = 30 * DAY

async function make(now: number): Promise<KeyPair> {
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: `ogDesk ${hostname()}`.slice(0, 64) }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + YEARS * 365 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: hostname() },
          ...['127.0.0.1', ...ipv4Interfaces().map(({ address }) => address)].map((ip) => ({
            type: 7 as const,
            ip
          }))
        ]
      }
    ]
  })
  return { key: made.private, cert: made.cert }
}

function split(pem: string): KeyPair {
  const start = pem.indexOf('-----BEGIN CERTIFICATE-----')
  return { key: pem.slice(0, start), cert: pem.slice(start) }
}

/** Whether the file's content is a key and its certificate, with time left. A damaged one is replaced as an old one is. */
function isUsable({ key, cert }: KeyPair, now: number): boolean {
  try {
    const certificate = new X509Certificate(cert)
    const left = new Date(certificate.validTo).getTime() - now
    return left > RENEW_BEFORE && certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

/** Reads the console's own from the data directory, or makes it; `:memory:` keeps none. */
async function loadOwn(
  directory: string,
  known: ServerCertificate | undefined,
  now: number
): Promise<ServerCertificate> {
  if (known && isUsable(known, now)) return known
  const file = join(directory, FILE)
  const kept = directory !== ':memory:' && existsSync(file) ? split(readFileSync(file, 'utf8')) : undefined
  const usable = kept !== undefined && isUsable(kept, now)
  const { key, cert } = usable ? kept : await make(now)
  if (!usable && directory !== ':memory:') {
    // The key is for this user's eyes; half a file must never be read as a whole one.
    writeFileSync(`${file}.new`, key + cert, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return withFingerprint(key, cert)
}

const withFingerprint = (key: string, cert: string): ServerCertificate => ({
  key,
  cert,
  fingerprint: new X509Certificate(cert).fingerprint256
})

/** Builds the access to it. `site()` is the site's, where there is one that can be used. */
export function createServerCertificates(directory: string, site: () => KeyPair | null, now: () => number) {
  let own: ServerCertificate | undefined
  let current: ServerCertificate | undefined
  return {
    /** The one to show now; its own is renewed where it is about to end. */
    async load(): Promise<ServerCertificate> {
      const given = site()
      if (given) current = withFingerprint(given.key, given.cert)
      else current = own = await loadOwn(directory, own, now())
      return current
    },
    /** The one that was loaded last. */
    current: (): ServerCertificate | undefined => current,
    isOwn: (): boolean => site() === null
  }
}
export type ServerCertificates = ReturnType<typeof createServerCertificates>
