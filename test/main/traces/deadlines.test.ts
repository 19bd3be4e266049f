/** Rule 5 of protocol.md section 7: a job without news is not lost for ever, and a result that still comes is taken. */
import { describe, expect, test } from 'vitest'
import { siteWithSilentAgent, siteWithSilentRepository } from '../../support/silent.ts'
import { expectSentences } from '../../support/sentences.ts'
import { createImage, ended, historyKinds, imageIn } from '../../support/site.ts'
import { agentResult } from '../../support/webhook.ts'

const MINUTE = 60_000
const LIMIT = 180
const AUXILIARY_LIMIT = 60

describe('the agent is silent', () => {
  test('it is asked, then the job is given up with the reason, the image failed and people told', async () => {
    const { site, image, trace } = await siteWithSilentAgent()
    const { lab, clock, api } = site
    const asked = lab.computer('modelo').requests.length
    clock.advance(LIMIT * MINUTE)
    const over = await ended(site, trace.id)
    expect(over).toMatchObject({
      state: 'failed',
      failure: { code: 'no-answer', params: { minutes: LIMIT } }
    })
    expect(over).toMatchObject({ finishedAt: clock.now(), deadlineAt: null })
    expectSentences(over.failure)
    expect(
      lab
        .computer('modelo')
        .requests.slice(asked)
        .map(({ path }) => path)
    ).toContain('/opengnsys/status')
    expect((await historyKinds(site, trace.id)).slice(-3)).toEqual(['asked', 'deadline', 'ended'])
    expect((await api.images.get({ id: image.id })).image).toMatchObject({
      state: 'failed',
      failure: over.failure
    })
    expect(site.notices).toMatchObject([{ kind: 'image-failed', traceId: trace.id }])
  })

  test('one millisecond before the deadline nothing happens; new progress puts it off, old progress does not', async () => {
    const { site, trace, jobId, send } = await siteWithSilentAgent()
    const { clock, api } = site
    const deadline = async () => (await api.traces.get({ id: trace.id })).trace.deadlineAt
    expect(await deadline()).toBe(clock.now() + LIMIT * MINUTE)
    clock.advance(LIMIT * MINUTE - 1)
    await send({ job_id: jobId, progress: 0.5 })
    expect(await deadline()).toBe(clock.now() + LIMIT * MINUTE)
    clock.advance(LIMIT * MINUTE - 1)
    const before = await deadline()
    expect((await send({ job_id: jobId, progress: 0.4 })).json.outcome).toBe('ignored')
    expect(await deadline()).toBe(before)
    expect((await api.traces.get({ id: trace.id })).trace).toMatchObject({
      state: 'in-progress',
      progress: 0.5
    })
    clock.advance(1)
    expect((await ended(site, trace.id)).failure?.code).toBe('no-answer')
  })

  test('the settings say after how long', async () => {
    const { site, trace, jobId, send } = await siteWithSilentAgent()
    const { clock, api } = site
    const deadlineMinutes = { 'create-image': 7, 'create-image-aux-file': AUXILIARY_LIMIT }
    await api.system.changeSettings({ deadlineMinutes })
    await send({ job_id: jobId, progress: 0.5 })
    clock.advance(7 * MINUTE - 1)
    expect((await api.traces.get({ id: trace.id })).trace.state).toBe('in-progress')
    clock.advance(1)
    expect((await ended(site, trace.id)).failure).toMatchObject({ code: 'no-answer', params: { minutes: 7 } })
  })

  test('a late success is taken, and then it has ended for good', async () => {
    const { site, image, trace, jobId, call, send } = await siteWithSilentAgent()
    site.clock.advance(LIMIT * MINUTE)
    await ended(site, trace.id)
    expect((await send({ job_id: jobId, progress: 0.9 })).json.outcome).toBe('ignored')
    expect((await send(agentResult(call, jobId))).json.outcome).toBe('applied')
    const late = { state: 'success', failure: null, progress: 1 }
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject(late)
    expect(await imageIn(site, image.id, 'success')).toMatchObject({ failure: null })
    expect(site.notices.map(({ kind }) => kind)).toEqual(['image-failed', 'image-ready'])
    const contradiction = agentResult(call, jobId, { res: '2', der: 'x' })
    expect((await send(contradiction)).json.outcome).toBe('ignored')
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject(late)
  })

  test('a late error is taken: the reason is the agent’s own, and then it has ended for good', async () => {
    const { site, image, trace, jobId, call, send } = await siteWithSilentAgent()
    site.clock.advance(LIMIT * MINUTE)
    await ended(site, trace.id)
    const error = agentResult(call, jobId, { res: '2', der: '014-no room' })
    expect((await send(error)).json.outcome).toBe('applied')
    const late = {
      state: 'failed',
      failure: { code: 'job-failed', params: { agentError: '014', text: 'no room' } }
    }
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject(late)
    expect((await site.api.images.get({ id: image.id })).image).toMatchObject(late)
    expect((await send(agentResult(call, jobId))).json.outcome).toBe('ignored')
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject(late)
  })

  test('the image is being made again meanwhile: the late result ends its own trace, and nothing else', async () => {
    const { site, image, trace, jobId, call, send } = await siteWithSilentAgent()
    site.clock.advance(LIMIT * MINUTE)
    await ended(site, trace.id)
    const again = await createImage(site, { existingImageId: image.id })
    expect((await send(agentResult(call, jobId))).json.outcome).toBe('applied')
    expect((await site.api.traces.get({ id: trace.id })).trace.state).toBe('success')
    expect((await site.api.images.get({ id: image.id })).image.state).toBe('in-progress')
    expect((await site.api.traces.get({ id: again.trace.id })).trace.state).toBe('in-progress')
    expect((await site.api.inventory.client({ id: site.modelo.id })).client.state).toBe('busy')
    expect(site.lab.repository.jobs).toHaveLength(0)
  })
})

describe('the repository is silent', () => {
  test('it is asked at the deadline, and its list of images proves the success', async () => {
    const { site, image, auxiliary } = await siteWithSilentRepository()
    site.clock.advance(AUXILIARY_LIMIT * MINUTE)
    expect(await ended(site, auxiliary.id)).toMatchObject({ state: 'success', failure: null })
    const ready = await imageIn(site, image.id, 'success')
    const [entry] = await site.lab.repository.store.list()
    expect(ready.fullsum).toBe(entry!.fullsum)
    expect((await historyKinds(site, auxiliary.id)).slice(-3)).toEqual(['asked', 'result', 'ended'])
  })

  test.each([
    [
      'success',
      (sum: string) => ({ success: true, image_id: sum }),
      (sum: string) => ({ fullsum: sum, failure: null })
    ],
    [
      'failed',
      () => ({ success: false, error: 'no room' }),
      () => ({ fullsum: null, failure: { code: 'repository-job-failed' } })
    ]
  ])('it cannot be asked either: no answer; a late result is taken: %s', async (state, result, expected) => {
    const { site, image, auxiliary, jobId, send } = await siteWithSilentRepository()
    const [entry] = await site.lab.repository.store.list()
    await site.lab.repository.setFault({ kind: 'refuse' })
    site.clock.advance(AUXILIARY_LIMIT * MINUTE)
    const over = await ended(site, auxiliary.id)
    expect(over).toMatchObject({
      state: 'failed',
      failure: { code: 'no-answer', params: { minutes: AUXILIARY_LIMIT } }
    })
    expect((await site.api.images.get({ id: image.id })).image).toMatchObject({
      state: 'failed',
      failure: over.failure,
      canRetryAuxiliaryFiles: true
    })
    expect((await send({ job_id: jobId, ...result(entry!.fullsum!) })).json.outcome).toBe('applied')
    expect((await site.api.traces.get({ id: auxiliary.id })).trace.state).toBe(state)
    const { image: late } = await site.api.images.get({ id: image.id })
    expect(late).toMatchObject({ state, ...expected(entry!.fullsum!) })
  })

  test('a late success of the first try, then a failure of the second: the image stays ready', async () => {
    const { site, image, auxiliary, jobId, send } = await siteWithSilentRepository()
    const [entry] = await site.lab.repository.store.list()
    await site.lab.repository.setFault({ kind: 'refuse' })
    site.clock.advance(AUXILIARY_LIMIT * MINUTE)
    await ended(site, auxiliary.id)
    await site.lab.repository.setFault({ kind: 'drop-webhook', webhooks: 'all' })
    const second = await site.api.images.retryAuxiliaryFiles({ id: image.id })
    await send({ job_id: jobId, success: true, image_id: entry!.fullsum })
    await imageIn(site, image.id, 'success')
    await send({ job_id: second.trace.jobId, success: false, error: 'no room' })
    expect((await ended(site, second.trace.id)).state).toBe('failed')
    expect((await site.api.images.get({ id: image.id })).image).toMatchObject({
      state: 'success',
      failure: null
    })
  })
})
