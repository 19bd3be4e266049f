/** Certificates and keys as people bring them: text, read strictly, with a sentence for each thing that is wrong. */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import type { Certificate } from '#shared/contract/rows.ts'
import { fail } from '../failure-error.ts'
import { describeCertificate } from '../http/pinned-agent.ts'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g
const KEY = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----(?:[\s\S]*?-----END \1-----)?/
/** Certificates in one text: a chain has a few, a bundle of a site's authorities some more. */
const MOST = 20

/** A certificate chain, its own first, and the key that fits it. */
export interface KeyPair {
  readonly cert: string
  readonly key: string
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const dayOf = (date: string): string => new Date(date).toISOString().slice(0, 10)

/** A certificate for people. */
export const describe = (certificate: X509Certificate): Certificate =>
  describeCertificate({ fingerprint: certificate.fingerprint256, pem: certificate.toString() })

/** The certificates of a text. @throws FailureError where there is none, or one that cannot be read. */
export function readCertificates(text: string): X509Certificate[] {
  const blocks = text.match(CERTIFICATE) ?? []
  if (blocks.length === 0 || blocks.length > MOST) throw fail('pem-no-certificate')
  return blocks.map((block) => {
    try {
      return new X509Certificate(block)
    } catch (error) {
      throw fail('pem-unreadable', {}, messageOf(error))
    }
  })
}

/** Whether now is between a certificate's dates. @throws FailureError where it is not. */
function checkDates({ subject, validFrom, validTo }: X509Certificate, now: number): void {
  const name = subject.split('\n').join(', ')
  if (Date.parse(validTo) <= now) throw fail('certificate-expired', { name, date: dayOf(validTo) })
  if (Date.parse(validFrom) > now) throw fail('certificate-not-yet', { name, date: dayOf(validFrom) })
}

/** The site's authorities. @throws FailureError where one of them is none, or has ended. */
export function readAuthorities(text: string, now: number): X509Certificate[] {
  if (KEY.test(text)) throw fail('pem-has-key')
  const certificates = readCertificates(text)
  for (const certificate of certificates) {
    if (!certificate.ca) throw fail('certificate-no-authority', { name: describe(certificate).subject })
    checkDates(certificate, now)
  }
  return certificates
}

function readKey(text: string): KeyObject {
  const block = KEY.exec(text)?.[0]
  if (block === undefined) throw fail('pem-no-key')
  // Its passphrase would have to be kept beside it.
  if (/ENCRYPTED/.test(block)) throw fail('key-encrypted')
  try {
    return createPrivateKey(block)
  } catch (error) {
    throw fail('key-unreadable', {}, messageOf(error))
  }
}

/**
 * A certificate, what it was signed with, and its key, in whatever order they come.
 * @throws FailureError where they do not fit, have ended, or TLS would not take them.
 */
export function readKeyPair(certificates: string, keyText: string, now: number): KeyPair {
  const chain = readCertificates(certificates)
  const keyObject = readKey(keyText)
  const own = chain.find((certificate) => certificate.checkPrivateKey(keyObject))
  if (!own) throw fail('key-mismatch', { name: describe(chain[0]!).subject })
  checkDates(own, now)
  const others = chain.filter((certificate) => certificate !== own)
  const pair = {
    cert: [own, ...others].map(String).join(''),
    key: keyObject.export({ type: 'pkcs8', format: 'pem' }) as string
  }
  try {
    createSecureContext({ ...pair, minVersion: 'TLSv1.2' })
  } catch (error) {
    throw fail('certificate-unusable', { text: messageOf(error) }, messageOf(error))
  }
  return pair
}
