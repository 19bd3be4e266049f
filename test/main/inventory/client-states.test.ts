import { expect, test } from 'vitest'
import type { AgentFault } from '../../../lab/lab.ts'
import { LAB_STATES } from '../../../lab/types.ts'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { follow } from '../../support/follow.ts'
import { makeCertificate, mutePeer, tlsPeer } from '../../support/peer.ts'
import { expectSentences } from '../../support/sentences.ts'
import { consoleFor, createImage, ended, networkMapOf, testLab, testSite } from '../../support/site.ts'

test('what each agent says of its computer', async () => {
  const site = await testSite()
  const modelo = site.lab.computer('modelo')
  for (const state of LAB_STATES) {
    if (state === 'off' || state === 'initializing') continue
    await modelo.setState(state)
    site.clock.advance(1_000)
    const client = await site.api.clients.refresh({ id: site.modelo.id })
    expect(client).toMatchObject({
      state,
      stateSince: site.clock.now(),
      stateCheckedAt: site.clock.now(),
      stateFailure: null
    })
    site.clock.advance(1_000)
    const again = await site.api.clients.refresh({ id: site.modelo.id })
    expect(again).toMatchObject({ stateSince: client.stateSince, stateCheckedAt: site.clock.now() })
  }
})

test.each([
  [{ kind: 'hang' }, 'off', 'agent-timeout'],
  [{ kind: 'hang', at: 'connection' }, 'off', 'agent-timeout'],
  [{ kind: 'refuse' }, 'unknown', 'agent-refused'],
  [{ kind: 'tls' }, 'unknown', 'agent-tls'],
  [{ kind: 'reset' }, 'unknown', 'agent-connection-lost'],
  [{ kind: 'garbage' }, 'unknown', 'agent-not-json'],
  [{ kind: 'garbage', body: '{"status":"XYZ"}' }, 'unknown', 'agent-unexpected-reply'],
  [{ kind: 'garbage', body: 'null' }, 'unknown', 'agent-unexpected-reply'],
  [{ kind: 'error-500', error: 'x' }, 'unknown', 'agent-error']
] as [AgentFault, string, string][])('%j: %s, %s', async (fault, state, code) => {
  const site = await testSite({ console: { timings: { status: fault.kind === 'hang' ? 300 : 10_000 } } })
  await site.api.clients.refresh({ id: site.modelo.id })
  await site.lab.computer('modelo').setFault(fault)
  const client = await site.api.clients.refresh({ id: site.modelo.id })
  expect(client).toMatchObject({ state, stateFailure: { code } })
  expectSentences(client.stateFailure)
})

test('while a job of ours runs, a computer in ogLive is busy; in another system it is what it says', async () => {
  const site = await testSite()
  const modelo = site.lab.computer('modelo')
  await modelo.setFault({ kind: 'late' })
  const { trace } = await createImage(site)
  expect((await site.api.clients.refresh({ id: site.modelo.id })).state).toBe('busy')
  await modelo.waitForJob()
  await modelo.setState('windows')
  expect((await site.api.clients.refresh({ id: site.modelo.id })).state).toBe('windows')
  await modelo.setState('og-live')
  await modelo.releaseWebhooks()
  await ended(site, trace.id)
  expect((await site.api.clients.refresh({ id: site.modelo.id })).state).toBe('og-live')
})

test('two questions at once are one', async () => {
  const site = await testSite()
  const { requests } = site.lab.computer('modelo')
  const answers = await Promise.all([1, 2, 3].map(() => site.api.clients.refresh({ id: site.modelo.id })))
  expect(answers.map(({ state }) => state)).toEqual(['og-live', 'og-live', 'og-live'])
  expect(requests).toHaveLength(1)
  expect((await failureOf(site.api.clients.refresh({ id: 99 }))).code).toBe('not-found')
})

test('watched computers are asked at once, then now and then, until nobody watches', async () => {
  const site = await testSite({ lab: { computers: 2 } })
  const ids = (await site.api.inventory.snapshot()).clients.map(({ id }) => id)
  const abort = new AbortController()
  const watched = await follow(await site.api.clients.watch({ ids: [...ids, 99] }, { signal: abort.signal }))
  await watched.until(() => watched.all.length >= 6)
  expect(watched.all.slice(0, 4).map(({ checked }) => checked)).toEqual([...ids, ...ids])
  // Somebody switches one off: it is seen without being asked for.
  await site.lab.computer('pc1').setState('windows-session')
  await site.events.until(() =>
    site.events.all.some((event) => event.type === 'client' && event.client.state === 'windows-session')
  )
  abort.abort()
  await watched.until(() => false).catch(() => undefined)
  // While another computer is watched for three rounds more, this one is not asked again.
  await site.api.clients.refresh({ id: ids[0]! })
  const { length } = site.lab.computer('modelo').requests
  const other = new AbortController()
  const elsewhere = await follow(await site.api.clients.watch({ ids: [ids[1]!] }, { signal: other.signal }))
  await elsewhere.until(() => elsewhere.all.length >= 4)
  other.abort()
  expect(site.lab.computer('modelo').requests).toHaveLength(length)
})

test("with the site's CA, an agent that shows another certificate is not believed", async () => {
  const [ca, stranger] = await Promise.all([makeCertificate('CA'), makeCertificate('stranger')])
  const own = await makeCertificate('agent', ca, { ip: '192.168.2.2' })
  const agent = await tlsPeer(own, (socket) =>
    socket.end('HTTP/1.0 200 OK\r\n\r\n{"status":"OPG","loggedin":false}')
  )
  const lab = await testLab()
  const directory = await temporaryFolder()
  const networkMap = networkMapOf(lab).map((entry) =>
    entry.startsWith('192.168.2.2:') ? `192.168.2.2:8000=127.0.0.1:${agent.port}` : entry
  )
  const first = await consoleFor(lab, { dataDirectory: directory, networkMap })
  expect((await first.api.clients.refresh({ id: first.modelo.id })).state).toBe('og-live')
  await first.stop()

  execute(directory, `insert into settings (key, value) values ('siteCa', '${JSON.stringify(ca.cert)}')`)
  const second = await consoleFor(lab, { dataDirectory: directory, networkMap })
  expect(await second.api.clients.refresh({ id: second.modelo.id })).toMatchObject({
    state: 'og-live',
    stateFailure: null
  })
  agent.show(stranger)
  const heard = agent.heard.length
  const refused = await second.api.clients.refresh({ id: second.modelo.id })
  expect(refused).toMatchObject({ state: 'unknown', stateFailure: { code: 'agent-cert-untrusted' } })
  expectSentences(refused.stateFailure)
  expect(agent.heard.slice(heard).join('')).toBe('')
  await second.stop()

  // The lab's own agent, with the certificate that is built into every one, neither.
  const third = await consoleFor(lab, { dataDirectory: directory })
  expect((await createImage(third)).trace).toMatchObject({
    state: 'failed',
    failure: { code: 'agent-cert-dates' }
  })
  expect(lab.computer('modelo').requests).toEqual([])
})

test('the console stops while an agent is asked: nothing is left, nothing throws', async () => {
  const mute = await mutePeer()
  const { api, stop } = await startTestConsole({
    networkMap: [`192.168.2.2:8000=127.0.0.1:${mute.port}`],
    timings: { status: 300 }
  })
  const unit = await api.inventory.createUnit({ type: 'classroom', name: 'Aula' })
  const { id } = await api.inventory.createClient({
    unitId: unit.id,
    name: 'modelo',
    mac: '080027000001',
    ip: '192.168.2.2'
  })
  const asked = api.clients.refresh({ id }).then(
    () => 'answered',
    () => 'failed'
  )
  await stop()
  expect(await asked).toBe('failed')
})
