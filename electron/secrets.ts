/** Secrets in the operating system's keyring, or with a key file where it has none. */
import { safeStorage } from 'electron'
import { createFileSecrets, isFileSecret } from '#main/hosting/file-secrets.ts'
import type { Logger, Secrets } from '#main/ports.ts'

/** On Linux without a keyring Chromium encrypts with a password that everybody knows, which is no encryption. */
function hasKeyring(): boolean {
  return (
    safeStorage.isEncryptionAvailable() &&
    !(process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
  )
}

/** What was encrypted either way can be decrypted either way, for a keyring may come and go. */
export function createSecrets(dataDirectory: string, log: Logger): Secrets {
  const file = createFileSecrets(dataDirectory)
  let keyring: boolean | undefined
  // Asked at the first use: on some desktops it waits for the keyring to be unlocked.
  const useKeyring = () => {
    if (keyring === undefined) {
      keyring = hasKeyring()
      if (!keyring)
        log.warn({ dataDirectory }, 'no keyring: secrets are encrypted with a key file in the data directory')
    }
    return keyring
  }
  return {
    encrypt: (text) => (useKeyring() ? safeStorage.encryptString(text) : file.encrypt(text)),
    decrypt: (bytes) => (isFileSecret(bytes) ? file.decrypt(bytes) : safeStorage.decryptString(bytes))
  }
}
