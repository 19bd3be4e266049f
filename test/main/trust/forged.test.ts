/** Forged and replayed webhooks, on every path: they change nothing, and are shown with their reason. */
import { expect, test } from 'vitest'
import { dump, execute } from '../../support/database.ts'
import { siteWithSilentAgent, siteWithSilentRepository } from '../../support/silent.ts'
import { auxiliaryEnded, createImage, ended, historyKinds, testSite } from '../../support/site.ts'
import { temporaryFolder } from '../../support/files.ts'
import { AGENT_REPORT, AGENT_WEBHOOK, REPOSITORY_WEBHOOK, agentResult, post } from '../../support/webhook.ts'

const STRANGER = '127.0.0.9'
const FULLSUM = 'a'.repeat(32)
const SECRET = 'dwpgAAAAdwpgAAAAdwpgAAAAdwpgAAAA'
const MODELO = { mac: '08:00:27:4f:be:38', ip: '192.168.2.2' }
const REPORTS: [event: string, body: Record<string, string>][] = [
  ['started', { ...MODELO, secret: SECRET, ostype: 'Linux', osversion: 'Debian' }],
  ['stopped', { ...MODELO, ostype: 'Linux', osversion: 'Debian' }],
  ['loggedin', { ip: MODELO.ip, user: 'nadie', ostype: 'Linux' }],
  ['loggedout', { ip: MODELO.ip, user: 'alumno' }]
]

test('reports of a computer from another address: it stays as it was, whatever they say, and they are shown', async () => {
  const directory = await temporaryFolder()
  const site = await testSite({ console: { dataDirectory: directory } })
  const say = (event: string, body: unknown, localAddress: string) =>
    post(`${site.url()}${AGENT_REPORT}/${event}`, body, { localAddress })
  await say('started', { ...MODELO, secret: 'true', ostype: 'Windows', osversion: '11' }, '127.0.0.1')
  await say('loggedin', { ip: MODELO.ip, user: 'alumno', ostype: 'Windows' }, '127.0.0.1')
  const before = dump(directory)
  for (const [event, body] of REPORTS) expect((await say(event, body, STRANGER)).json.known).toBe(false)
  // One that names nobody.
  expect((await say('stopped', {}, STRANGER)).json.known).toBe(false)
  const after = dump(directory)
  expect(after.clients).toEqual(before.clients)
  // As a computer that may have moved, in case that it has; with the address from which it spoke.
  expect(after.discovered_clients).toMatchObject([{ mac: '08:00:27:4F:BE:38', source_address: STRANGER }])

  const shown = await site.api.trust.unheeded()
  expect(shown.map(({ path, reason }) => [path.split('/').at(-1), reason]).sort()).toEqual([
    ['loggedin', 'wrong-computer'],
    ['loggedout', 'wrong-computer'],
    ['started', 'wrong-computer'],
    ['stopped', 'unknown-source'],
    ['stopped', 'wrong-computer']
  ])
  expect(shown.every(({ sourceAddress }) => sourceAddress === STRANGER)).toBe(true)
  expect(JSON.parse(shown.find(({ path }) => path.endsWith('started'))!.body!)).toMatchObject(MODELO)
  expect(JSON.stringify(shown)).not.toContain(SECRET)
})

test('with a wrong token, from the right address: refused on every path, and shown', async () => {
  const { site, directory, jobId, call } = await siteWithSilentAgent()
  await site.api.trust.changeToken()
  await site.api.trust.setTokenPolicy({ policy: 'seen' })
  const before = dump(directory)
  const webhooks: [path: string, body: unknown][] = [
    [AGENT_WEBHOOK, { job_id: jobId, progress: 0.5 }],
    [AGENT_WEBHOOK, agentResult(call, jobId)],
    [REPOSITORY_WEBHOOK, { job_id: jobId, success: true, image_id: FULLSUM }],
    ...REPORTS.map(([event, body]): [string, unknown] => [`${AGENT_REPORT}/${event}`, body])
  ]
  const headers = { authorization: `Bearer ${'x'.repeat(43)}` }
  for (const [path, body] of webhooks) {
    expect((await post(site.url() + path, body, { headers })).status).toBe(401)
  }
  expect(dump(directory)).toEqual(before)
  const shown = await site.api.trust.unheeded()
  expect(shown).toHaveLength(new Set(webhooks.map(([path]) => path)).size)
  expect(shown.every(({ reason, body }) => reason === 'wrong-token' && body === null)).toBe(true)
})

test('a repository’s job: the result of another address, by the agents’ path, again, and to the contrary', async () => {
  const { site, directory, image, auxiliary, jobId, send } = await siteWithSilentRepository()
  const success = { job_id: jobId, success: true, image_id: FULLSUM }
  const before = dump(directory)
  const url = site.url()
  const forged = { localAddress: STRANGER }
  expect((await post(url + REPOSITORY_WEBHOOK, success, forged)).status).toBe(403)
  expect((await post(url + REPOSITORY_WEBHOOK, { job_id: jobId, progress: 0.5 }, forged)).status).toBe(403)
  const byAgent = { job_id: jobId, nfn: 'RESPUESTA_CrearImagen', res: '1' }
  expect((await post(url + AGENT_WEBHOOK, byAgent)).status).toBe(403)
  expect(dump(directory)).toEqual(before)
  expect((await send(success)).json.outcome).toBe('applied')
  await auxiliaryEnded(site, image.id)
  expect((await send(success)).json.outcome).toBe('duplicate')
  expect((await send({ ...success, image_id: 'b'.repeat(32) })).json.outcome).toBe('ignored')
  expect((await site.api.images.get({ id: image.id })).image.fullsum).toBe(FULLSUM)
  const shown = await site.api.trust.unheeded()
  expect(shown.map(({ reason, count }) => [reason, count]).sort()).toEqual([
    ['after-end', 1],
    ['repeated', 1],
    ['wrong-source', 1],
    ['wrong-source', 2]
  ])
  expect(shown.every(({ traceId }) => traceId === auxiliary.id)).toBe(true)
})

test('before the reply says the job: what another computer sent under its id is shown once it is known', async () => {
  const site = await siteWithPc2()
  const jobId = 'CrearImagen-12345678'
  const modelo = site.lab.computer('modelo')
  await modelo.setFault({ kind: 'garbage', body: JSON.stringify({ job_id: jobId }), requests: 'jobs' })
  const send = (body: unknown, localAddress: string, path = AGENT_WEBHOOK) =>
    post(site.url() + path, body, { localAddress })
  const failed = { job_id: jobId, nfn: 'RESPUESTA_CrearImagen', res: '2', der: '005-x' }
  expect((await send(failed, '127.0.0.3')).json.outcome).toBe('waiting')
  // By the path of repositories, which its computer has nothing to say on.
  const byRepository = { job_id: jobId, progress: 0.9 }
  expect((await send(byRepository, '127.0.0.2', REPOSITORY_WEBHOOK)).json.outcome).toBe('waiting')
  expect((await send({ job_id: jobId, progress: 0.2 }, '127.0.0.2')).json.outcome).toBe('waiting')
  const { trace } = await createImage(site)
  expect(trace).toMatchObject({ state: 'in-progress', progress: 0.2 })
  expect(await site.api.trust.unheeded()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ reason: 'wrong-source', sourceAddress: '127.0.0.3', traceId: trace.id }),
      expect.objectContaining({ reason: 'wrong-source', path: REPOSITORY_WEBHOOK, traceId: trace.id })
    ])
  )
})

test('the reply was lost: only its own computer’s result tells which job it was', async () => {
  const site = await siteWithPc2()
  await site.lab.computer('modelo').setFault({ kind: 'drop-webhook', webhooks: 'all' })
  const { image, trace } = await createImage(site)
  // As a crash between the call and its reply leaves it.
  execute(site.directory, `update traces set job_id = null where id = ${trace.id}`)
  const result = agentResult({ idi: image.id }, 'CrearImagen-87654321')
  const send = (localAddress: string, body: unknown = result) =>
    post(site.url() + AGENT_WEBHOOK, body, { localAddress })
  expect((await send(STRANGER)).status).toBe(403)
  expect((await send('127.0.0.3')).json.outcome).toBe('waiting')
  expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject({ jobId: null, progress: null })
  expect((await send('127.0.0.2')).json.outcome).toBe('applied')
  expect((await ended(site, trace.id)).state).toBe('success')
  expect(await historyKinds(site, trace.id)).not.toContain('ignored')
  const shown = await site.api.trust.unheeded()
  expect(shown.map(({ reason, sourceAddress }) => [reason, sourceAddress]).sort()).toEqual([
    ['unknown-source', STRANGER],
    ['wrong-source', '127.0.0.3']
  ])
})

/** Two computers and a repository, each at an address of its own. */
async function siteWithPc2() {
  const directory = await temporaryFolder()
  const computer = (name: string, number: number) => ({
    name,
    ip: `192.168.2.${number}`,
    mac: `08:00:27:00:00:0${number}`,
    layout: 0,
    host: `127.0.0.${number}`
  })
  const lab = {
    computers: [computer('modelo', 2), computer('pc2', 3)],
    repository: { host: '127.0.0.4' }
  }
  return { ...(await testSite({ lab, console: { dataDirectory: directory } })), directory }
}
