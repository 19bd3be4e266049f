/** What is trusted, as time goes by: with another key of the system, after a restore, and near the end of a certificate. */
import { expect, test } from 'vitest'
import type { Secrets } from '#main/ports.ts'
import { createClock, startTestConsole, type TestConsole } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'
import { makeCertificate } from '../../support/peer.ts'
import { expectSentences } from '../../support/sentences.ts'
import { AGENT_REPORT, post } from '../../support/webhook.ts'

const DAY = 24 * 3_600_000
const ca = await makeCertificate('CA')

/** Of another computer, or another user: what was encrypted here says nothing to it. */
const otherKey: Secrets = {
  encrypt: (text) => Buffer.from(`other:${text}`),
  decrypt(bytes) {
    const [mark, text] = bytes.toString().split(':')
    if (mark !== 'other' || text === undefined) throw new Error('made by another key')
    return text
  }
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const say = async ({ url }: TestConsole, headers: Record<string, string> = {}) =>
  (await post(`${url()}${AGENT_REPORT}/stopped`, {}, { headers })).status

test('what another key has encrypted is worth nothing, is said, and lets nobody in', async () => {
  const dataDirectory = await temporaryFolder()
  const first = await startTestConsole({ dataDirectory })
  const pair = await makeCertificate('ogdesk.example', ca)
  const { token } = await first.api.trust.changeToken()
  await first.api.trust.setTokenPolicy({ policy: 'always' })
  await first.api.trust.setClient({ pair })
  await first.api.trust.setServer({ pair })
  expect(await say(first, bearer(token))).toBe(200)
  await first.stop()

  const second = await startTestConsole({ dataDirectory, secrets: otherKey })
  const empty = { authorization: `Basic ${Buffer.from('ogdesk:').toString('base64')}` }
  expect([await say(second), await say(second, bearer(token)), await say(second, empty)]).toEqual([
    401, 401, 401
  ])
  const trust = await second.api.trust.get()
  expect(trust).toMatchObject({
    token: { policy: 'always', warnings: [{ code: 'token-not-decrypted' }] },
    client: { warnings: [{ code: 'key-not-decrypted' }] },
    // Its own stands in.
    server: { own: true, warnings: [{ code: 'key-not-decrypted' }] }
  })
  for (const { warnings } of [trust.token, trust.client!, trust.server]) expectSentences(warnings[0]!)
  const { token: next } = await second.api.trust.changeToken()
  expect(await say(second, bearer(next))).toBe(200)
})

test('a restore brings the token of its time back, who has sent it, and the certificate that was shown', async () => {
  const site = await startTestConsole({ dataDirectory: await temporaryFolder() })
  const { api, console, events } = site
  const { token: old } = await api.trust.changeToken()
  await api.trust.setTokenPolicy({ policy: 'seen' })
  expect(await say(site, bearer(old))).toBe(200)
  const own = console.webhookStatus().certificateFingerprint
  const backup = await api.backups.create()

  const { token: next } = await api.trust.changeToken()
  await api.trust.forgetSenders()
  const pair = await makeCertificate('ogdesk.example', ca)
  await api.trust.setServer({ pair })
  expect(console.webhookStatus().certificateFingerprint).toBe(pair.fingerprint)
  await api.backups.restore({ name: backup.name })
  expect([await say(site, bearer(next)), await say(site), await say(site, bearer(old))]).toEqual([
    401, 401, 200
  ])
  await events.until(() => console.webhookStatus().certificateFingerprint === own)
})

test("a certificate of the site's that is about to end, or has ended, is told of in time", async () => {
  const clock = createClock()
  const { api } = await startTestConsole({ clock })
  const pair = await makeCertificate('ogdesk.example', ca, { to: 100 * DAY })
  const authority = await makeCertificate('CA', undefined, { to: 100 * DAY })
  await api.trust.setAuthorities({ pem: authority.cert })
  await api.trust.setClient({ pair })
  await api.trust.setServer({ pair })
  const told = async () => {
    const { authorities, client, server } = await api.trust.get()
    const warnings = [...authorities, client!, server].map(({ warnings }) => warnings)
    for (const [warning] of warnings) if (warning) expectSentences(warning)
    return warnings.map((list) => list.map(({ code }) => code))
  }
  clock.advance(69 * DAY)
  expect(await told()).toEqual([[], [], []])
  clock.advance(2 * DAY)
  expect(await told()).toEqual([
    ['certificate-ends-soon'],
    ['certificate-ends-soon'],
    ['certificate-ends-soon']
  ])
  clock.advance(30 * DAY)
  expect(await told()).toEqual([['certificate-expired'], ['certificate-expired'], ['certificate-expired']])
})
