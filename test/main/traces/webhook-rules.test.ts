/** The rules of protocol.md section 7, over HTTPS, on a database in a file that a second connection looks into. */
import { describe, expect, test } from 'vitest'
import { dump, execute } from '../../support/database.ts'
import { siteWithSilentAgent, siteWithSilentRepository, traceRow, type Row } from '../../support/silent.ts'
import {
  auxiliaryEnded,
  createImage,
  ended,
  historyKinds,
  imageIn,
  testSite,
  type Site
} from '../../support/site.ts'
import { AGENT_WEBHOOK, REPOSITORY_WEBHOOK, agentResult, post } from '../../support/webhook.ts'

describe('rule 1: a webhook answered with 2xx is on disk first', () => {
  test('a second connection sees the state when the reply arrives', async () => {
    const { directory, trace, jobId, send } = await siteWithSilentAgent()
    expect((await send({ job_id: jobId, progress: 0.25 })).status).toBe(200)
    const after = dump(directory)
    expect((after.webhook_inbox as Row[]).at(-1)).toMatchObject({
      job_id: jobId,
      outcome: 'applied',
      trace_id: trace.id
    })
    expect(traceRow(directory, trace.id)).toMatchObject({ progress: 0.25, state: 'in-progress' })
  })

  test('the result and what follows from it are one: image, traces and inbox', async () => {
    const { directory, image, trace, jobId, call, send } = await siteWithSilentAgent()
    expect((await send(agentResult(call, jobId))).status).toBe(200)
    const after = dump(directory)
    expect(traceRow(directory, trace.id)).toMatchObject({ state: 'success' })
    expect(after.images).toMatchObject([
      { id: image.id, state: expect.stringMatching(/^(aux|success)/) as string }
    ])
    expect(after.traces).toMatchObject([{}, { command: 'create-image-aux-file', parent_id: trace.id }])
  })

  test('what cannot be written is not answered with 2xx, and leaves nothing; sent again, it is taken', async () => {
    const { site, directory, trace, jobId, call, send } = await siteWithSilentAgent()
    execute(
      directory,
      `create trigger full before insert on webhook_inbox begin select raise(abort, 'disk full'); end`
    )
    const before = dump(directory)
    const reply = await send(agentResult(call, jobId))
    expect(reply.status).toBe(500)
    expect(reply.json).toEqual({ error: expect.not.stringContaining('disk full') as string })
    expect(dump(directory)).toEqual(before)
    expect(site.logs).toContainEqual(expect.objectContaining({ level: 'error', message: 'webhook failed' }))
    expect(site.events.all.some((event) => event.type === 'trace' && event.trace.state === 'success')).toBe(
      false
    )
    execute(directory, 'drop trigger full')
    expect((await send(agentResult(call, jobId))).status).toBe(200)
    expect(traceRow(directory, trace.id)).toMatchObject({ state: 'success' })
  })
})

describe('rule 2: the same news again is answered 200 and changes nothing', () => {
  test('progress and results, of the agent and of the repository, while running and when ended', async () => {
    const { site, directory, image, jobId, call, send } = await siteWithSilentAgent()
    const nothingChanges = async (path: string, body: unknown) => {
      const before = dump(directory)
      const news = () => site.events.all.filter(({ type }) => type !== 'unheeded').length
      const told = news()
      const reply = await post(site.url() + path, body)
      expect(reply).toMatchObject({ status: 200, json: { outcome: 'duplicate' } })
      expect(dump(directory)).toEqual(before)
      expect(news()).toBe(told)
    }
    await send({ job_id: jobId, progress: 0.5 })
    await nothingChanges(AGENT_WEBHOOK, { progress: 0.5, job_id: jobId })
    await send(agentResult(call, jobId))
    const auxiliary = await auxiliaryEnded(site, image.id)
    await site.events.until(async () => (await site.api.images.get({ id: image.id })).image.size !== null)
    await nothingChanges(AGENT_WEBHOOK, agentResult(call, jobId))
    await nothingChanges(AGENT_WEBHOOK, agentResult(call, jobId, { res: 1 }))
    await nothingChanges(AGENT_WEBHOOK, { job_id: jobId, progress: 0.5 })
    const result = site.lab.repository.webhooks.find(({ what }) => what === 'result')
    expect(result!.body.job_id).toBe(auxiliary.jobId)
    await nothingChanges(REPOSITORY_WEBHOOK, result!.body)
    await nothingChanges(REPOSITORY_WEBHOOK, {
      ...result!.body,
      image_id: String(result!.body.image_id).toUpperCase()
    })
    expect(site.notices).toHaveLength(1)
  })

  test('of a job that nobody knows yet', async () => {
    const { directory, send } = await siteWithSilentAgent()
    await send({ job_id: 'CrearImagen-00000000', progress: 0.5 })
    const before = dump(directory)
    expect((await send({ job_id: 'CrearImagen-00000000', progress: 0.5 })).json.outcome).toBe('duplicate')
    expect(dump(directory)).toEqual(before)
  })

  test('twenty at once are one', async () => {
    const { site, directory, jobId, call, send } = await siteWithSilentAgent()
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(agentResult(call, jobId))))
    expect(replies.map(({ json }) => json.outcome).sort()).toEqual([
      'applied',
      ...Array<string>(19).fill('duplicate')
    ])
    await imageIn(site, String(call.idi), 'success')
    expect(dump(directory).traces).toHaveLength(2)
    expect(site.lab.repository.jobs).toHaveLength(1)
  })

  test('every webhook delivered twice by the lab: as if once', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'twice', webhooks: 'all' })
    await site.lab.repository.setFault({ kind: 'twice', webhooks: 'all' })
    const { image, trace } = await createImage(site)
    await imageIn(site, image.id, 'success')
    await site.lab.repository.waitForIdle()
    const kinds = await historyKinds(site, trace.id)
    expect(kinds.filter((kind) => kind === 'result')).toHaveLength(1)
    expect(kinds).not.toContain('ignored')
    expect(site.notices).toHaveLength(1)
    expect((await site.api.traces.list({})).total).toBe(2)
  })
})

describe('rule 3: an ended trace never goes back', () => {
  test.each([
    ['success', { res: '1', der: '' }, { res: '2', der: '014-late' }],
    ['failed', { res: '2', der: '014-x' }, { res: '1', der: '' }]
  ])('%s; a contradiction is in the history, and the history only', async (state, first, second) => {
    const { site, directory, image, trace, jobId, call, send } = await siteWithSilentAgent()
    await send(agentResult(call, jobId, first))
    if (state === 'success') {
      await imageIn(site, image.id, 'success')
      await site.events.until(async () => (await site.api.images.get({ id: image.id })).image.size !== null)
    }
    const before = dump(directory)
    const notices = site.notices.length
    const late = agentResult(call, jobId, second)
    expect(await send(late)).toMatchObject({ status: 200, json: { outcome: 'ignored' } })
    expect(await send({ job_id: jobId, progress: 0.1 })).toMatchObject({
      status: 200,
      json: { outcome: 'ignored' }
    })
    const { trace_history, webhook_inbox, sqlite_sequence: _, ...rest } = dump(directory)
    expect(before).toMatchObject(rest)
    expect(trace_history!.slice(before.trace_history!.length)).toMatchObject([
      { kind: 'ignored', raw: JSON.stringify(late), trace_id: trace.id },
      { kind: 'ignored', trace_id: trace.id }
    ])
    expect(webhook_inbox).toHaveLength(before.webhook_inbox!.length + 2)
    expect(site.notices).toHaveLength(notices)
  })

  test('the same for the repository: success, then failure; failure, then success', async () => {
    const { site, directory, image, auxiliary, jobId, send } = await siteWithSilentRepository()
    const error = { job_id: jobId, success: false, error: 'no room' }
    await send(error)
    await ended(site, auxiliary.id)
    const images = dump(directory).images
    expect((await send({ job_id: jobId, success: true, image_id: 'a'.repeat(32) })).json.outcome).toBe(
      'ignored'
    )
    expect(dump(directory).images).toEqual(images)
    await site.lab.repository.setFault(null)
    const again = await site.api.images.retryAuxiliaryFiles({ id: image.id })
    await imageIn(site, image.id, 'success')
    const contradiction = { ...error, job_id: again.trace.jobId }
    expect((await send(contradiction)).json.outcome).toBe('ignored')
    expect((await site.api.images.get({ id: image.id })).image.state).toBe('success')
    expect((await site.api.traces.get({ id: again.trace.id })).trace.state).toBe('success')
  })

  test('out of order: the result before its progress', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'out-of-order' })
    await site.lab.repository.setFault({ kind: 'out-of-order' })
    const { image, trace } = await createImage(site)
    await imageIn(site, image.id, 'success')
    await site.lab.computer('modelo').waitForIdle()
    await site.lab.repository.waitForIdle()
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject({
      state: 'success',
      progress: 1
    })
    expect(await historyKinds(site, trace.id)).toContain('ignored')
  })
})

describe('webhooks before the reply to the call', () => {
  test('all of them, the result too: matched when the reply says the job', async () => {
    const site: Site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'early' })
    await site.lab.repository.setFault({ kind: 'early' })
    const { image, trace } = await createImage(site)
    expect(trace).toMatchObject({
      state: 'success',
      progress: 1,
      jobId: site.lab.computer('modelo').jobs[0]!.id
    })
    const sent = site.lab.computer('modelo').webhooks
    expect(sent.every(({ reply }) => (reply as Row).outcome === 'waiting')).toBe(true)
    const auxiliary = await auxiliaryEnded(site, image.id)
    expect(auxiliary.state).toBe('success')
    expect((await imageIn(site, image.id, 'success')).fullsum).toMatch(/^[0-9a-f]{32}$/)
    const kinds = await historyKinds(site, trace.id)
    expect(kinds.slice(0, 4)).toEqual(['created', 'call', 'reply', 'accepted'])
    expect(kinds.slice(-2)).toEqual(['result', 'ended'])
    site.clock.advance(24 * 3_600_000)
    expect(await site.api.traces.orphans()).toEqual([])
    expect(site.notices).toHaveLength(1)
  })
})
