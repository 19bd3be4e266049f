/** The site's token: how it comes, when it is asked for, and that nothing of it is told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenOf } from '#main/trust/token.ts'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'
import { AGENT_REPORT, AGENT_WEBHOOK, post } from '../../support/webhook.ts'

const basic = (user: string, token: string) => `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`

async function console(directory?: string) {
  const started = await startTestConsole(directory === undefined ? {} : { dataDirectory: directory })
  const say = async (authorization?: string, localAddress = '127.0.0.1') => {
    const headers = authorization === undefined ? {} : { authorization }
    return post(`${started.url()}${AGENT_REPORT}/stopped`, {}, { headers, localAddress })
  }
  return { ...started, say }
}

test('a token is read out of Bearer, and out of Basic as its password; nothing else is one', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/),
      fc.stringMatching(/^[^:]{0,20}$/),
      (token, user) => {
        expect(tokenOf(`Bearer ${token}`)).toBe(token)
        expect(tokenOf(`bearer  ${token} `)).toBe(token)
        expect(tokenOf(basic(user, token))).toBe(token)
      }
    )
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = tokenOf(text)
      expect(found === null || /^(bearer|basic) /i.test(text)).toBe(true)
    })
  )
  expect(tokenOf(undefined)).toBeNull()
  expect(tokenOf(`Bearer ${'x'.repeat(2_000)}`)).toBeNull()
})

test('off: nothing is asked for, as the protocol has it; a right token is remembered of its address', async () => {
  const { api, say } = await console()
  expectSentences(await failureOf(api.trust.setTokenPolicy({ policy: 'always' })))
  expect((await say()).status).toBe(200)
  const { token, trust } = await api.trust.changeToken()
  expect(trust.token).toMatchObject({ policy: 'off', senders: [], refused: 0 })
  expect((await say()).status).toBe(200)
  expect((await say('Bearer wrong')).status).toBe(200)
  expect((await say(`Bearer ${token}`)).status).toBe(200)
  expect((await api.trust.get()).token.senders).toEqual(['127.0.0.1'])
})

test('seen: who has once sent it must go on doing so; others need none, and a wrong one is never taken', async () => {
  const directory = await temporaryFolder()
  const first = await console(directory)
  const { token } = await first.api.trust.changeToken()
  await first.api.trust.setTokenPolicy({ policy: 'seen' })
  expect((await first.say()).status).toBe(200)
  expect((await first.say(basic('ogdesk', token))).status).toBe(200)
  const refused = await first.say()
  expect(refused).toEqual({ status: 401, json: { error: expect.any(String) as string } })
  expect((await first.say(undefined, '127.0.0.9')).status).toBe(200)
  expect((await first.say('Bearer wrong', '127.0.0.9')).status).toBe(401)
  expect((await first.say(basic('ogdesk', `${token}x`), '127.0.0.9')).status).toBe(401)
  expect(await first.api.trust.unheeded()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ reason: 'no-token', sourceAddress: '127.0.0.1', count: 1, body: null }),
      expect.objectContaining({ reason: 'wrong-token', sourceAddress: '127.0.0.9', count: 2 })
    ])
  )
  expect((await first.api.trust.get()).token.refused).toBe(3)
  await first.stop()

  // Neither the token nor who has sent it is lost with the program, and the database holds it only encrypted.
  expect(JSON.stringify(dump(directory))).not.toContain(token)
  const second = await console(directory)
  expect((await second.say()).status).toBe(401)
  expect((await second.say(`Bearer ${token}`)).status).toBe(200)
  await second.api.trust.forgetSenders()
  expect((await second.say()).status).toBe(200)
  expect(JSON.stringify(second.logs)).not.toContain(token)
})

test('always: nobody without it, on any of the paths; a new token ends the old one', async () => {
  const { api, say, url } = await console()
  const { token } = await api.trust.changeToken()
  await api.trust.setTokenPolicy({ policy: 'always' })
  for (const path of [AGENT_WEBHOOK, '/og-repository/webhook', `${AGENT_REPORT}/started`]) {
    // Refused before it is read: what is no JSON is not looked at.
    expect((await post(url() + path, 'no JSON')).status).toBe(401)
    const headers = { authorization: `Bearer ${token}` }
    expect((await post(url() + path, 'no JSON', { headers })).status).toBe(400)
  }
  const { token: next } = await api.trust.changeToken()
  expect(next).not.toBe(token)
  expect((await say(`Bearer ${token}`)).status).toBe(401)
  expect((await say(`Bearer ${next}`)).status).toBe(200)
  expect((await api.trust.removeToken()).token).toMatchObject({ since: null, policy: 'off', senders: [] })
  expect((await say()).status).toBe(200)
})
