/** What the agent of an installed system tells of it, for its secret. */
import { expect, test } from 'vitest'
import { clientIds } from '../../support/batches.ts'
import { failureOf } from '../../support/console.ts'
import { expectSentences } from '../../support/sentences.ts'
import { testSite } from '../../support/site.ts'

test('an agent that has handed over its secret tells of its system; without it, or with another, it is said why', async () => {
  const site = await testSite({
    lab: { computers: 2, announce: true },
    console: { timings: { status: 1_500 } }
  })
  const { api, lab } = site
  const pc1 = lab.computer('pc1')
  const [clientId] = await clientIds(site, 'pc1')
  const ask = () => api.clients.detail({ clientId: clientId! })
  const secretless = await failureOf(ask())
  expectSentences(secretless)

  await pc1.announce()
  const detail = await ask()
  expect(detail).toMatchObject({ agentVersion: expect.any(String), osVersion: expect.any(String) })
  const call = pc1.requests.at(-1)!
  expect([call.path, call.query, call.headers.authorization]).toEqual([
    '/opengnsys/status',
    { detail: 'true' },
    pc1.secret
  ])

  const secret = pc1.secret
  pc1.secret = 'another'
  expect(await failureOf(ask())).toMatchObject({ code: 'agent-unauthorized' })
  pc1.secret = secret
  for (const [fault, code] of [
    [{ kind: 'garbage' }, 'agent-not-json'],
    [{ kind: 'hang' }, 'agent-timeout'],
    [{ kind: 'refuse' }, 'agent-refused']
  ] as const) {
    await pc1.setFault(fault)
    const failure = await failureOf(ask())
    expect(failure).toMatchObject({ code, params: { client: 'pc1' } })
    expectSentences(failure)
  }
  expect(await failureOf(api.clients.detail({ clientId: 9_999 }))).toMatchObject({ code: 'not-found' })
})
