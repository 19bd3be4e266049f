import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLogger } from '#main/hosting/logger.ts'
import { logFileOf } from '#main/hosting/log-file.ts'
import { appendFileSync } from 'node:fs'
import { exportedAudit } from '../support/audit.ts'
import { startTestConsole } from '../support/console.ts'
import { temporaryFolder } from '../support/files.ts'
import { AGENT_WEBHOOK, post } from '../support/webhook.ts'

test('the report says how the console stands, and has no secret from wherever it could come', async () => {
  const directory = await temporaryFolder()
  const { api, url } = await startTestConsole({ dataDirectory: directory })
  const log = createLogger(directory)
  log.info({ agentSecret: 'planted-1', note: 'token=planted-2' }, 'password: planted-3')
  // Another program's line, which went past the logger.
  appendFileSync(
    logFileOf(directory),
    '{"url":"http://127.0.0.1:1/?token=planted-4","secret":"planted-5","key":"-----BEGIN EC PRIVATE KEY-----planted-6"}\n'
  )
  await api.inventory.createUnit({ type: 'classroom', name: 'Aula 1', comments: 'password planted-7' })
  await api.scripts.create({ name: 'unir', body: 'net join --password planted-8', parameters: [] })
  await post(url() + AGENT_WEBHOOK, { job_id: 'x', nfn: 'x', secret: 'planted-9' })
  const { token } = await api.trust.changeToken()
  const { fileName, text } = await api.system.diagnostics()
  expect(fileName).toMatch(/^ogdesk-diagnostics-\d{4}-\d\d-\d\d\.txt$/)
  expect(text).not.toContain('planted')
  expect(text).not.toContain(token)
  expect((await exportedAudit(api, { filter: {}, format: 'json' })).content).not.toContain(token)
  expect(text).toContain('## Database\nok')
  expect(text).toMatch(/"units": 1/)
  expect(text).toMatch(/"state": "listening"/)
  expect(text).toMatch(/"logLevel": "info"/)
  expect(text).toMatch(/"policy": "off"/)
  // What a script does may hold a password; that it was written is what matters.
  expect((await api.audit.list({ text: 'planted-8' })).total).toBe(0)
})

test('the report does not say whose home the data folder is in', async () => {
  const home = await temporaryFolder()
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('HOME', home)
  vi.stubEnv('USERPROFILE', home)
  const dataDirectory = join(home, 'datos')
  const { api } = await startTestConsole({ dataDirectory })
  createLogger(dataDirectory).info({ path: dataDirectory }, `opened ${dataDirectory}`)
  const { text } = await api.system.diagnostics()
  expect(text).not.toContain(home)
  expect(text.match(/~.datos/g)!.length).toBeGreaterThanOrEqual(3)
})
