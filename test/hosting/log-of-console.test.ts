/** The log of a real console: how much is written is its settings' affair, and who may read it is nobody's but its owner's. */
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { createConsole } from '#main/console.ts'
import { logFileOf } from '#main/hosting/log-file.ts'
import { createLogger } from '#main/hosting/logger.ts'
import { testSecrets } from '../support/console.ts'
import { temporaryFolder } from '../support/files.ts'
import { post } from '../support/webhook.ts'

async function consoleWithLog() {
  const dataDirectory = `${await temporaryFolder()}/data`
  const console = createConsole(
    { host: 'headless', version: '0', dataDirectory, webhookHost: '127.0.0.1', webhookPort: 0 },
    { notify() {}, secrets: testSecrets, now: Date.now, log: createLogger(dataDirectory) }
  )
  onTestFinished(() => console.stop())
  await console.start()
  const refuse = (path: string) => post(`https://127.0.0.1:${console.webhookStatus().port}${path}`, '{}')
  return { api: createRouterClient(console.router), refuse, file: logFileOf(dataDirectory) }
}

test('what is less than the level of the settings is left out from then on, also after a restart', async () => {
  const { api, refuse, file } = await consoleWithLog()
  await refuse('/first')
  await api.system.changeSettings({ logLevel: 'error' })
  await refuse('/second')
  await api.system.changeSettings({ logLevel: 'warn' })
  await refuse('/third')
  const paths = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { path?: string }).path)
  expect(paths.filter((path) => path !== undefined)).toEqual(['/first', '/third'])
})

test.skipIf(process.platform === 'win32')('nobody but its owner may read it', async () => {
  const { refuse, file } = await consoleWithLog()
  await refuse('/first')
  for (const path of [file, dirname(file), dirname(dirname(file))])
    expect(statSync(path).mode & 0o077).toBe(0)
})
