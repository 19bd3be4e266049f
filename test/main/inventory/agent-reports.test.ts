/** What agents say of themselves: protocol.md section 2. */
import { expect, test } from 'vitest'
import { testSecrets } from '../../support/console.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { consoleFor, createImage, testSite } from '../../support/site.ts'
import { AGENT_REPORT, post } from '../../support/webhook.ts'

const SECRET = 'dwpgAAAAdwpgAAAAdwpgAAAAdwpgAAAA'
const STARTED = {
  mac: '08:00:27:4f:be:38',
  ip: '192.168.2.2',
  secret: SECRET,
  ostype: 'Linux',
  osversion: 'Debian GNU/Linux 12 (bookworm)',
  agent_version: '1.2.0'
}

async function site(options: Parameters<typeof testSite>[0] = {}) {
  const directory = await temporaryFolder()
  const made = await testSite({ ...options, console: { dataDirectory: directory } })
  const report = (event: string, body: unknown, localAddress?: string) =>
    post(`${made.url()}${AGENT_REPORT}/${event}`, body, localAddress === undefined ? {} : { localAddress })
  const client = async () => (await made.api.inventory.client({ id: made.modelo.id })).client
  const row = () => (dump(directory).clients as { agent_secret: Buffer | null }[])[0]!
  return { ...made, directory, report, client, row }
}

test('started: its state and version are known, and its secret is kept encrypted', async () => {
  const { report, client, row, clock, events, directory } = await site()
  expect(await report('started', STARTED)).toEqual({ status: 200, json: { ok: true, known: true } })
  expect(await client()).toMatchObject({
    state: 'linux',
    stateSince: clock.now(),
    stateFailure: null,
    agentVersion: '1.2.0'
  })
  const secret = row().agent_secret!
  expect(testSecrets.decrypt(secret)).toBe(SECRET)
  expect(JSON.stringify(dump(directory, [])) + secret.toString('latin1')).not.toContain(SECRET)
  const told = events.all.find((event) => event.type === 'client' && event.client.agentVersion !== null)
  expect(told).toMatchObject({ client: { agentVersion: '1.2.0' } })
  expect(JSON.stringify(told)).not.toContain(SECRET)
  // An agent that starts again has another secret; one without it has none.
  await report('started', { ...STARTED, secret: 'another', agent_version: undefined })
  expect(testSecrets.decrypt(row().agent_secret!)).toBe('another')
  expect((await client()).agentVersion).toBe('1.2.0')
  await report('started', { ...STARTED, secret: undefined })
  expect(row().agent_secret).toBeNull()
})

test.each([
  ['Linux', 'linux', 'linux-session'],
  ['Windows', 'windows', 'windows-session'],
  ['win32', 'windows', 'windows-session'],
  ['macOS', 'macos', 'macos-session'],
  ['Darwin', 'macos', 'macos-session'],
  ['ogLive', 'og-live', 'og-live']
])('%s: started, logged in, logged out, stopped', async (ostype, free, inSession) => {
  const { report, client } = await site()
  const about = { mac: STARTED.mac, ip: STARTED.ip, ostype }
  await report('started', { ...STARTED, ostype })
  expect((await client()).state).toBe(free)
  await report('loggedin', { ip: STARTED.ip, user: 'alumno', language: 'es_ES', session: 'x11', ostype })
  expect((await client()).state).toBe(inSession)
  await report('loggedout', about)
  expect((await client()).state).toBe(free)
  await report('stopped', about)
  expect((await client()).state).toBe('off')
})

test('an agent of the lab announces itself, and says good-bye', async () => {
  const computers = [{ name: 'modelo', ip: '192.168.2.2', mac: '08:00:27:4F:BE:38', state: 'linux' as const }]
  const { lab, events, client } = await site({ lab: { computers } })
  expect(await lab.computer('modelo').announce()).toBe(true)
  expect(await client()).toMatchObject({ state: 'linux', agentVersion: '1.4.5~pre7-1' })
  await lab.stop()
  await events.until(async () => (await client()).state === 'off')
})

test('who sits at it: since when, until somebody leaves, and nobody after a restart', async () => {
  const { report, client, clock } = await site()
  await report('started', STARTED)
  expect(await client()).toMatchObject({
    systemName: 'Debian GNU/Linux 12 (bookworm)',
    sessionUser: null,
    reportedAt: clock.now()
  })
  clock.advance(1000)
  const since = clock.now()
  const login = { ip: STARTED.ip, user: 'alumno', language: 'es_ES', session: 'x11', ostype: 'Linux' }
  await report('loggedin', login)
  clock.advance(1000)
  // The reply to the first was lost: the same session, told again.
  await report('loggedin', login)
  expect(await client()).toMatchObject({
    sessionUser: 'alumno',
    sessionSince: since,
    reportedAt: clock.now()
  })
  // Somebody else leaves: the agent of a system with several seats.
  await report('loggedout', { ip: STARTED.ip, user: 'profesora' })
  expect(await client()).toMatchObject({ sessionUser: 'alumno', state: 'linux-session' })
  // An agent that tells of a session's end says nothing of its system. [A]
  await report('loggedout', { ip: STARTED.ip, user: 'alumno' })
  expect(await client()).toMatchObject({ sessionUser: null, sessionSince: null, state: 'linux' })
  await report('loggedin', login)
  await report('stopped', { ...STARTED, osversion: undefined })
  expect(await client()).toMatchObject({
    sessionUser: null,
    state: 'off',
    systemName: 'Debian GNU/Linux 12 (bookworm)'
  })
})

test('what was reported is there after a restart of the console', async () => {
  const { report, client, lab, directory, stop, clock } = await site()
  await report('started', STARTED)
  await report('loggedin', { ip: STARTED.ip, user: 'alumno', ostype: 'Linux' })
  const before = await client()
  await stop()
  const again = await consoleFor(lab, { dataDirectory: directory, clock })
  expect(again.modelo).toEqual(before)
})

test('the computers of the lab tell what becomes of them', async () => {
  const { lab, client, events } = await site()
  const modelo = lab.computer('modelo')
  await modelo.announce()
  expect(await client()).toMatchObject({ state: 'og-live', systemName: 'ogLive noble 6.8.0-31-generic' })
  await modelo.setState('off')
  expect(await client()).toMatchObject({ state: 'off' })
  await modelo.setState('windows')
  await modelo.announce()
  await modelo.setState('windows-session', 'profesora')
  expect(await client()).toMatchObject({ state: 'windows-session', sessionUser: 'profesora' })
  await modelo.setState('windows')
  await events.until(async () => (await client()).sessionUser === null)
  expect(await client()).toMatchObject({ state: 'windows' })
})

test('a classroom that starts at once: every report is on disk when it is answered', async () => {
  const { report, directory } = await site()
  const macs = Array.from({ length: 40 }, (_, index) => `02:FC:00:00:01:${String(index + 10)}`)
  const replies = await Promise.all(
    macs.map((mac, index) => report('started', { ...STARTED, mac, ip: `192.168.3.${index + 1}` }))
  )
  expect(replies.map(({ status }) => status)).toEqual(macs.map(() => 200))
  const rows = dump(directory).discovered_clients as { mac: string }[]
  expect(rows.map(({ mac }) => mac).sort()).toEqual(macs)
})

test('a computer that calls from elsewhere: answered, and nothing of it is believed', async () => {
  const { report, directory, logs, api } = await site()
  const before = dump(directory)
  const stranger = { ...STARTED, mac: '02:fc:00:00:00:01', ip: '192.168.2.99' }
  const unknown = { status: 200, json: { ok: true, known: false } }
  expect(await report('started', { ...stranger, mac: 'none' })).toEqual(unknown)
  expect(await report('stopped', STARTED, '127.0.0.9')).toEqual(unknown)
  expect(await report('loggedin', {})).toEqual(unknown)
  // The one that may be modelo with another address is listed; its row is untouched.
  const after = dump(directory)
  expect(after.clients).toEqual(before.clients)
  expect(after.discovered_clients).toMatchObject([{ mac: '08:00:27:4F:BE:38', source_address: '127.0.0.9' }])
  expect(logs.filter(({ message }) => message === 'report of an unknown computer')).toHaveLength(3)
  expect(JSON.stringify(logs)).not.toContain(SECRET)
  await api.system.changeSettings({ checkSourceAddress: false })
  expect((await report('stopped', STARTED, '127.0.0.9')).json.known).toBe(true)
})

test('bad bodies are refused with a JSON body', async () => {
  const { report } = await site()
  for (const bad of ['', 'x', '[]', '{"mac":7}', '{"secret":""}', `{"mac":"${'x'.repeat(300_000)}"}`]) {
    const reply = await report('started', bad)
    expect([400, 413]).toContain(reply.status)
    expect(reply.json.error).toEqual(expect.any(String))
  }
  expect((await report('exploded', STARTED)).status).toBe(404)
})

test('the agent of a computer that works for us reports in: it is busy all the same', async () => {
  const { report, client, lab, ...rest } = await site()
  await lab.computer('modelo').setFault({ kind: 'late' })
  await createImage({ ...rest, lab })
  await report('started', { ...STARTED, ostype: 'ogLive' })
  expect((await client()).state).toBe('busy')
})
