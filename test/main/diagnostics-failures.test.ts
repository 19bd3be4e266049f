import { expect, test } from 'vitest'
import { createImage, ended, testSite } from '../support/site.ts'

test('of a reply that was wrong the report has the beginning, without its secrets, and no more', async () => {
  const site = await testSite()
  const body = JSON.stringify({ secret: 'planted-1', padding: 'x'.repeat(500), end: 'far behind' })
  await site.lab.computer('modelo').setFault({ kind: 'garbage', body, requests: 'jobs' })
  const { trace } = await createImage(site)
  expect((await ended(site, trace.id)).failure).toMatchObject({ detail: body })
  const { text } = await site.api.system.diagnostics()
  expect(text).toContain('"code": "agent-no-job-id"')
  expect(text).toContain('xxxx')
  expect(text).not.toMatch(/planted|far behind/)
})
