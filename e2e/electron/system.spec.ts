/** What the operating system tells the window's program, and keeps for it. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Shell } from '../pages/shell.ts'
import type { Desk } from '../support/desk.ts'
import { expect, test } from '../support/test.ts'

test('that the system wakes is enough to look around at once', async ({ desk }) => {
  const listeners = () => desk.electron.evaluate(({ powerMonitor }) => powerMonitor.listenerCount('resume'))
  await expect.poll(listeners).toBe(1)
  await desk.electron.evaluate(({ powerMonitor }) => {
    const os = process.mainModule!.require('node:os') as { uptime: () => number }
    const { uptime } = os
    // For this one moment, so that nobody who looks now and then can see it.
    os.uptime = () => uptime() + 2 * 60 * 60
    powerMonitor.emit('resume')
    os.uptime = uptime
  })
  await expect.poll(() => desk.host.log.join('\n')).toContain('this machine has slept')
})

/** What the database keeps of a token that is made now, where the system has this to keep secrets with. */
async function keptToken(desk: Desk, backend: string): Promise<string> {
  // A machine that tests has no keyring, or one that waits for somebody to unlock it.
  await desk.electron.evaluate(({ safeStorage }, backend) => {
    safeStorage.isEncryptionAvailable = () => true
    safeStorage.getSelectedStorageBackend = () => backend as 'gnome_libsecret'
    safeStorage.encryptString = (text) => Buffer.from(`keyring:${Buffer.from(text).toString('hex')}`)
    safeStorage.decryptString = (bytes) => Buffer.from(bytes.toString().slice(8), 'hex').toString()
  }, backend)
  await new Shell(desk.page).goTo('Ajustes')
  await desk.page.getByRole('button', { name: 'Generar un token' }).click()
  await expect(desk.page.getByTestId('site-token')).toHaveText(/^[\w-]{43}$/)
  const sqlite = new BetterSqlite3(join(desk.dataDirectory, 'ogdesk.sqlite'), { readonly: true })
  const value = sqlite.prepare<[], string>("select value from settings where key = 'trust'").pluck().get()
  sqlite.close()
  const { token } = JSON.parse(value!) as { token: { secret: string } }
  return Buffer.from(token.secret, 'base64').toString('latin1')
}

test.describe('secrets', () => {
  test.skip(process.platform !== 'linux', 'other systems always have a keyring')

  test('are kept by the keyring of the system, where it has one', async ({ desk }) => {
    expect(await keptToken(desk, 'gnome_libsecret')).toMatch(/^keyring:/)
  })

  test('are kept by a key of their owner alone, where everybody would know the password', async ({
    desk
  }) => {
    expect(await keptToken(desk, 'basic_text')).toMatch(/^ogdesk1:/)
    const key = join(desk.dataDirectory, 'secrets.key')
    expect(readFileSync(key)).toHaveLength(32)
    expect(statSync(key).mode & 0o077).toBe(0)
    expect(desk.host.log.join('\n')).toContain('no keyring')
  })
})
