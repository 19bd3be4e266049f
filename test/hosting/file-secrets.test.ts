import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileSecrets, isFileSecret } from '../../src/main/hosting/file-secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogdesk-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const SECRET = 'dwpgSecreto€32'

describe('secrets with a key file', () => {
  it('brings back what it encrypted, also after a restart', () => {
    const bytes = createFileSecrets(folder).encrypt(SECRET)
    expect(bytes.includes(Buffer.from('Secreto'))).toBe(false)
    expect(isFileSecret(bytes)).toBe(true)
    expect(createFileSecrets(folder).decrypt(bytes)).toBe(SECRET)
  })

  it('never encrypts the same text to the same bytes', () => {
    const secrets = createFileSecrets(folder)
    expect(secrets.encrypt(SECRET).equals(secrets.encrypt(SECRET))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('keeps its key for its owner only', () => {
    createFileSecrets(folder).encrypt(SECRET)
    expect(statSync(join(folder, 'secrets.key')).mode & 0o777).toBe(0o600)
  })

  it('makes its folder, and writes nothing before it is needed', () => {
    const nested = join(folder, 'a', 'b')
    const secrets = createFileSecrets(nested)
    expect(() => statSync(nested)).toThrow('ENOENT')
    expect(secrets.decrypt(secrets.encrypt(''))).toBe('')
  })

  it('fails on bytes of another key, changed bytes, and bytes of no key file', () => {
    const secrets = createFileSecrets(folder)
    const bytes = secrets.encrypt(SECRET)
    const changed = Buffer.from(bytes)
    changed[changed.length - 1]! ^= 1
    expect(() => secrets.decrypt(changed)).toThrow('unable to authenticate')
    expect(() => secrets.decrypt(Buffer.from('v10abc'))).toThrow('key file')
    expect(() => createFileSecrets(join(folder, 'other')).decrypt(bytes)).toThrow('unable to authenticate')
  })

  it('does not replace a key that is damaged', () => {
    const path = join(folder, 'secrets.key')
    writeFileSync(path, 'short')
    expect(() => createFileSecrets(folder).encrypt(SECRET)).toThrow('secrets.key')
    expect(readFileSync(path, 'utf8')).toBe('short')
  })
})
