/** Rules 4, 6 and 7 of protocol.md section 7: what is not taken, or of nobody. */
import { describe, expect, test } from 'vitest'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { siteWithSilentAgent } from '../../support/silent.ts'
import { createImage, ended, imageForm, imageIn, testSite } from '../../support/site.ts'
import { AGENT_WEBHOOK, REPOSITORY_WEBHOOK, agentResult, post } from '../../support/webhook.ts'

describe('rule 4: a job that nobody knows', () => {
  test('is kept for a while, then shown as an orphan, and never makes an image', async () => {
    const { site, directory, send } = await siteWithSilentAgent()
    const stranger = {
      job_id: 'CrearImagen-00000000',
      nfn: 'RESPUESTA_CrearImagen',
      idi: 'x',
      nci: 'stranger',
      res: '1'
    }
    expect(await send(stranger)).toMatchObject({ status: 200, json: { ok: true, outcome: 'waiting' } })
    expect(await site.api.traces.orphans()).toEqual([])
    const received = site.clock.now()
    site.clock.advance(60_001)
    await site.events.until(() => site.events.all.some(({ type }) => type === 'orphan'))
    expect(await site.api.traces.orphans()).toMatchObject([
      {
        jobId: 'CrearImagen-00000000',
        path: AGENT_WEBHOOK,
        sourceAddress: '127.0.0.1',
        receivedAt: received,
        body: JSON.stringify(stranger)
      }
    ])
    expect((await site.api.images.list()).images).toHaveLength(1)
    expect(dump(directory).traces).toHaveLength(1)
  })

  test('the id of an image that is being made does not make it of that job, while its call is not lost', async () => {
    const { site, trace, call, send } = await siteWithSilentAgent()
    expect((await send(agentResult(call, 'CrearImagen-ffffffff'))).json.outcome).toBe('waiting')
    expect((await site.api.traces.get({ id: trace.id })).trace.state).toBe('in-progress')
  })
})

const BAD_BODIES: [string, string, unknown, number][] = [
  ['nothing', AGENT_WEBHOOK, '', 400],
  ['no JSON', AGENT_WEBHOOK, '{"job_id":', 400],
  ['a web page', AGENT_WEBHOOK, '<html>', 400],
  ['no UTF-8', AGENT_WEBHOOK, Buffer.from('{"job_id":"x","progress":0.5,"der":"\xff"}', 'latin1'), 400],
  [
    'too deep',
    AGENT_WEBHOOK,
    `{"job_id":"JOB","progress":0.5,"cfg":${'['.repeat(40)}${']'.repeat(40)}}`,
    400
  ],
  ['of another prototype', AGENT_WEBHOOK, '{"job_id":"JOB","progress":0.5,"__proto__":{"res":"1"}}', 400],
  ['null', AGENT_WEBHOOK, 'null', 400],
  ['a list', AGENT_WEBHOOK, [], 400],
  ['a text', AGENT_WEBHOOK, '"job"', 400],
  ['no job_id', AGENT_WEBHOOK, { progress: 0.5 }, 400],
  ['an empty job_id', AGENT_WEBHOOK, { job_id: '', progress: 0.5 }, 400],
  ['a number as job_id', AGENT_WEBHOOK, { job_id: 7, progress: 0.5 }, 400],
  ['a job_id without end', AGENT_WEBHOOK, { job_id: 'x'.repeat(201), progress: 0.5 }, 400],
  ['nothing said', AGENT_WEBHOOK, { job_id: 'JOB' }, 400],
  ['a text as progress', AGENT_WEBHOOK, { job_id: 'JOB', progress: '0.5' }, 400],
  ['too much progress', AGENT_WEBHOOK, { job_id: 'JOB', progress: 1.01 }, 400],
  ['negative progress', AGENT_WEBHOOK, { job_id: 'JOB', progress: -0.1 }, 400],
  ['another res', AGENT_WEBHOOK, { job_id: 'JOB', nfn: 'RESPUESTA_CrearImagen', res: '3' }, 400],
  ['a list as der', AGENT_WEBHOOK, { job_id: 'JOB', nfn: 'RESPUESTA_CrearImagen', res: '2', der: [] }, 400],
  ['a res without nfn', AGENT_WEBHOOK, { job_id: 'JOB', res: '1' }, 400],
  ['too large', AGENT_WEBHOOK, { job_id: 'JOB', progress: 0.5, more: 'x'.repeat(3_000_000) }, 413],
  ['no job_id', REPOSITORY_WEBHOOK, { success: true, image_id: 'a'.repeat(32) }, 400],
  ['success without its image', REPOSITORY_WEBHOOK, { job_id: 'JOB', success: true }, 400],
  ['a fullsum that is none', REPOSITORY_WEBHOOK, { job_id: 'JOB', success: true, image_id: 'zz' }, 400],
  [
    'a text as success',
    REPOSITORY_WEBHOOK,
    { job_id: 'JOB', success: 'true', image_id: 'a'.repeat(32) },
    400
  ],
  ['nothing said', REPOSITORY_WEBHOOK, { job_id: 'JOB' }, 400],
  ['no JSON', REPOSITORY_WEBHOOK, 'success', 400],
  ['an agent path that is none', '/opengnsys/rest/clients/status', { job_id: 'JOB', progress: 0.5 }, 404],
  ['no path', '/', {}, 404]
]

test('rule 6: a bad body is answered 4xx with {"error"} and one log line, and changes nothing', async () => {
  const { site, directory, jobId } = await siteWithSilentAgent()
  const before = dump(directory)
  for (const [name, path, bad, status] of BAD_BODIES) {
    const body = JSON.parse(JSON.stringify({ bad }).replace('"JOB"', JSON.stringify(jobId))) as {
      bad: unknown
    }
    const lines = site.logs.length
    const reply = await post(site.url() + path, Buffer.isBuffer(bad) ? bad : body.bad)
    expect({ name, path, ...reply, logged: site.logs.length - lines }).toEqual({
      name,
      path,
      status,
      json: { error: expect.stringMatching(/./) as string },
      logged: 1
    })
  }
  expect(dump(directory)).toEqual(before)
  expect(site.logs.filter(({ level }) => level === 'error')).toEqual([])
})

test('a body is JSON whatever its content type says; other methods are refused with JSON', async () => {
  const { site, jobId, send } = await siteWithSilentAgent()
  const url = site.url() + AGENT_WEBHOOK
  for (const [index, contentType] of ['text/plain', 'application/x-www-form-urlencoded', null].entries()) {
    const reply = await post(url, { job_id: jobId, progress: 0.1 * (index + 1) }, { contentType })
    expect(reply).toMatchObject({ status: 200, json: { outcome: 'applied' } })
  }
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const reply = await post(url, '', { method })
    expect([400, 404]).toContain(reply.status)
    expect(reply.json.error).toEqual(expect.any(String))
  }
  expect((await send({ job_id: jobId, progress: 1 })).status).toBe(200)
})

test('a result of this job is not taken for the repetition of another that came before the reply', async () => {
  const site = await testSite()
  await site.lab.computer('modelo').setFault({ kind: 'hang', requests: 'jobs' })
  const form = await imageForm(site)
  const creating = site.api.imaging.createImage(form)
  await site.lab.computer('modelo').until(({ requests }) => requests.some(({ method }) => method === 'POST'))
  const url = site.url() + AGENT_WEBHOOK
  const first = agentResult({ idi: '01936caf-facb-72ad-9446-97e7dbf2b96a' }, 'CrearImagen-12345678')
  expect((await post(url, first)).json.outcome).toBe('waiting')
  expect((await post(url, agentResult({ idi: form.imageId }, 'CrearImagen-12345678'))).json.outcome).toBe(
    'waiting'
  )
  await site.lab.computer('modelo').setFault({ kind: 'refuse' })
  expect((await creating).trace.state).toBe('failed')
})

describe('rule 7: whose webhook it is', () => {
  test('another address is refused with 403, whatever it says; with the check off it is taken', async () => {
    const { site, directory, image, trace, jobId, call, send } = await siteWithSilentAgent()
    const before = dump(directory)
    for (const body of [
      { job_id: jobId, progress: 0.5 },
      agentResult(call, jobId),
      { job_id: 'CrearImagen-00000000', progress: 0.5 }
    ]) {
      const reply = await send(body, '127.0.0.9')
      expect(reply).toEqual({ status: 403, json: { error: expect.any(String) as string } })
    }
    expect(dump(directory)).toEqual(before)
    await site.api.system.changeSettings({ checkSourceAddress: false })
    expect((await send(agentResult(call, jobId), '127.0.0.9')).status).toBe(200)
    expect((await ended(site, trace.id)).state).toBe('success')
    await imageIn(site, image.id, 'success')
  })

  test('the lab sends from another address: the job is given up, and nothing of it was believed', async () => {
    const computers = [
      { name: 'modelo', ip: '192.168.2.2', mac: '08:00:27:4F:BE:38', localAddress: '127.0.0.9' }
    ]
    const site = await testSite({ lab: { computers } })
    const { trace } = await createImage(site)
    const job = await site.lab.computer('modelo').waitForJob()
    expect(job.webhooks.map(({ status }) => status)).toEqual(job.webhooks.map(() => 403))
    site.clock.advance(181 * 60_000)
    expect(await ended(site, trace.id)).toMatchObject({ state: 'failed', failure: { code: 'no-answer' } })
  })

  test('the repository does not speak for an agent, nor a computer for another', async () => {
    const computers = ['2', '3'].map((number) => ({
      name: `pc${number}`,
      ip: `192.168.2.${number}`,
      mac: `08:00:27:00:00:0${number}`,
      layout: 0,
      host: `127.0.0.${number}`
    }))
    const lab = {
      computers: [{ ...computers[0]!, name: 'modelo' }, computers[1]!],
      repository: { host: '127.0.0.4' }
    }
    const { site, jobId, call, send } = await siteWithSilentAgent({ lab })
    expect((await send({ job_id: jobId, progress: 0.5 }, '127.0.0.3')).status).toBe(403)
    expect((await send(agentResult(call, jobId), '127.0.0.4')).status).toBe(403)
    const asRepository = { job_id: jobId, success: true, image_id: 'a'.repeat(32) }
    const reply = await post(site.url() + REPOSITORY_WEBHOOK, asRepository, { localAddress: '127.0.0.2' })
    expect(reply.status).toBe(403)
    expect((await send(agentResult(call, jobId), '127.0.0.2')).status).toBe(200)
  })

  test('a result of another image, or of another function, is refused', async () => {
    const { directory, jobId, call, send } = await siteWithSilentAgent()
    const before = dump(directory)
    for (const change of [
      { idi: '01936caf-facb-72ad-9446-97e7dbf2b96a' },
      { nfn: 'RESPUESTA_RestaurarImagen' },
      { nfn: 'CrearImagen' }
    ]) {
      expect((await send(agentResult(call, jobId, change))).status).toBe(422)
    }
    expect(dump(directory)).toEqual(before)
  })

  test('the same before the reply to the call: it never becomes this job’s', async () => {
    const directory = await temporaryFolder()
    const site = await testSite({ console: { dataDirectory: directory } })
    const modelo = site.lab.computer('modelo')
    await modelo.setFault({ kind: 'garbage', body: '{"job_id":"CrearImagen-12345678"}', requests: 'jobs' })
    const another = { idi: '01936caf-facb-72ad-9446-97e7dbf2b96a', nci: 'image-test' }
    const url = site.url() + AGENT_WEBHOOK
    const waiting = [
      agentResult(another, 'CrearImagen-12345678'),
      { job_id: 'CrearImagen-12345678', nfn: 'RESPUESTA_Apagar', res: '1' }
    ]
    for (const body of waiting) expect((await post(url, body)).json.outcome).toBe('waiting')
    const asRepository = { job_id: 'CrearImagen-12345678', success: false, error: 'no room' }
    await post(site.url() + REPOSITORY_WEBHOOK, asRepository)
    const { image, trace } = await createImage(site)
    expect(trace).toMatchObject({ state: 'in-progress', jobId: 'CrearImagen-12345678' })
    expect(
      (await post(url, agentResult({ ...another, idi: image.id }, 'CrearImagen-12345678'))).json.outcome
    ).toBe('applied')
    expect((await ended(site, trace.id)).state).toBe('success')
    // They are listed for what they are, once: they wait for no job any more.
    expect(dump(directory).webhook_inbox).toMatchObject([{ trace_id: trace.id }])
    expect(dump(directory, []).unheeded_webhooks).toMatchObject([
      { reason: 'mismatch', count: 2, trace_id: trace.id },
      { reason: 'wrong-source', count: 1, trace_id: trace.id }
    ])
    await post(url, { job_id: 'CrearImagen-ffffffff', progress: 0.5 })
    site.clock.advance(60_001)
    await site.events.until(() => site.events.all.some(({ type }) => type === 'orphan'))
    expect(await site.api.traces.orphans()).toMatchObject([{ jobId: 'CrearImagen-ffffffff' }])
    expect(await site.api.trust.unheeded()).toHaveLength(2)
  })
})
