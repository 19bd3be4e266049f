import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { FailureError } from '#main/failure-error.ts'
import { readAuthorities, readKeyPair } from '#main/trust/pem.ts'
import { makeCertificate } from '../../support/peer.ts'
import { expectSentences } from '../../support/sentences.ts'

const DAY = 24 * 3_600_000
const [ca, old, future] = await Promise.all([
  makeCertificate('CA'),
  makeCertificate('CA', undefined, { from: -9 * DAY, to: -DAY }),
  makeCertificate('CA', undefined, { from: DAY, to: 9 * DAY })
])
const [leaf, ended] = await Promise.all([
  makeCertificate('leaf', ca),
  makeCertificate('leaf', ca, { from: -9 * DAY, to: -DAY })
])

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    expectSentences(error.failure)
    return error.failure.code
  }
  return 'none'
}

test.each([
  ['nothing', '', 'pem-no-certificate'],
  ['no PEM', '\u0000\u0082DER', 'pem-no-certificate'],
  ['half of one', ca.cert.slice(0, 200), 'pem-no-certificate'],
  ['a damaged one', ca.cert.replace(/\n[A-Za-z0-9+/]{20}/, '\nAAAAAAAAAAAAAAAAAAAA'), 'pem-unreadable'],
  ['with its key', ca.cert + ca.key, 'pem-has-key'],
  ['no authority', leaf.cert, 'certificate-no-authority'],
  ['one that has ended', old.cert, 'certificate-expired'],
  ['one that has not begun', future.cert, 'certificate-not-yet'],
  ['a good one and one that has ended', ca.cert + old.cert, 'certificate-expired'],
  ['a good one, with words around it', `La CA:\r\n${ca.cert}\r\nfin`, 'none']
])('authorities: %s', (_name, text, code) => {
  expect(codeOf(() => readAuthorities(text, Date.now()))).toBe(code)
})

const encrypted = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
}).privateKey
const weak = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({
  type: 'pkcs1',
  format: 'pem'
})

test.each([
  ['no certificate', '', leaf.key, 'pem-no-certificate'],
  ['no key', leaf.cert, leaf.cert, 'pem-no-key'],
  ['a damaged key', leaf.cert, leaf.key.replace(/\n[A-Za-z0-9+/]{10}/, '\nAAAAAAAAAA'), 'key-unreadable'],
  ['a key with a passphrase', leaf.cert, encrypted, 'key-encrypted'],
  ['the key of another', leaf.cert, ca.key, 'key-mismatch'],
  ['a weak key of another', leaf.cert, String(weak), 'key-mismatch'],
  ['one that has ended', ended.cert, ended.key, 'certificate-expired'],
  ['a good one', leaf.cert, leaf.key, 'none']
])('a certificate with its key: %s', (_name, cert, key, code) => {
  expect(codeOf(() => readKeyPair(cert, key, Date.now()))).toBe(code)
})

test('the chain may come in any order, and the key beside it', () => {
  const read = readKeyPair(ca.cert + leaf.cert, leaf.cert + leaf.key, Date.now())
  expect(read.cert.replaceAll(/\s/g, '')).toBe((leaf.cert + ca.cert).replaceAll(/\s/g, ''))
})
