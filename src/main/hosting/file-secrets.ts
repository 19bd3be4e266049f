/**
 * Keeps texts unreadable on disk where the operating system lends no keyring: AES-256-GCM, with a key in a file that
 * only its owner can read. It guards a copied database, not an account that somebody else is using.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Secrets } from '../ports.ts'

const KEY_FILE = 'secrets.key'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Begins every text encrypted here, and nothing that an operating system's keyring returns. */
const MAGIC = Buffer.from('ogdesk1:')

function createKey(path: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  // `wx`: if another process has just made one, its key is the key.
  writeFileSync(path, key, { mode: 0o600, flag: 'wx' })
  return key
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function readKey(directory: string): Buffer {
  const path = join(directory, KEY_FILE)
  mkdirSync(directory, { recursive: true })
  try {
    const key = readFileSync(path)
    if (key.length !== KEY_BYTES) throw new Error(`${path} is not a key of ${KEY_BYTES} bytes`)
    // A copied folder may have lost its modes.
    chmodSync(path, 0o600)
    return key
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  try {
    return createKey(path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    return readKey(directory)
  }
}

/** Whether these bytes were made by file secrets, of whatever key. */
export function isFileSecret(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC)
}

/** Secrets whose key lies in the data directory; it is read, or made, at the first use. */
export function createFileSecrets(directory: string): Secrets {
  let known: KeyObject | undefined
  const key = () => (known ??= createSecretKey(readKey(directory)))
  return {
    encrypt(text) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key(), iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([MAGIC, iv, cipher.getAuthTag(), body])
    },
    decrypt(bytes) {
      if (!isFileSecret(bytes)) throw new Error('not a text that was encrypted with a key file')
      const iv = bytes.subarray(MAGIC.length, MAGIC.length + IV_BYTES)
      const tag = bytes.subarray(MAGIC.length + IV_BYTES, MAGIC.length + IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key(), iv, { authTagLength: TAG_BYTES })
      decipher.setAuthTag(tag)
      const body = bytes.subarray(MAGIC.length + IV_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    }
  }
}
