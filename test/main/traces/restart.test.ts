/** A console that ends in the middle, in order or not, and one that takes up its work. */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import {
  auxiliaryEnded,
  consoleFor,
  createImage,
  ended,
  historyKinds,
  imageForm,
  imageIn,
  testSite,
  type Site
} from '../../support/site.ts'
import { siteWithSilentAgent, siteWithSilentRepository } from '../../support/silent.ts'
import { AGENT_WEBHOOK, agentResult, post } from '../../support/webhook.ts'

/** A crash: the folder as it is now is all that is left, and another console starts on it. */
async function afterCrash(site: Site, directory: string): Promise<Site> {
  const copy = join(await temporaryFolder(), 'data')
  await cp(directory, copy, { recursive: true })
  return consoleFor(site.lab, { dataDirectory: copy, clock: site.clock })
}

/** In order: stopped, and started again on the same folder. */
async function afterStop(site: Site, directory: string): Promise<Site> {
  await site.stop()
  return consoleFor(site.lab, { dataDirectory: directory, clock: site.clock })
}

const WAYS = { 'a stop': afterStop, 'a crash': afterCrash }

async function siteOnDisk() {
  const directory = await temporaryFolder()
  return { directory, site: await testSite({ console: { dataDirectory: directory } }) }
}

/** Sends the form to an agent that takes the call and never answers; resolves when the call has arrived. */
async function loseTheReply(site: Site) {
  const modelo = site.lab.computer('modelo')
  await modelo.setFault({ kind: 'hang', requests: 'jobs' })
  const form = await imageForm(site)
  void site.api.imaging.createImage(form).catch(() => undefined)
  const call = await modelo.until(({ requests }) => requests.find(({ method }) => method === 'POST'))
  await modelo.setFault(null)
  return { form, call }
}

describe.each(Object.entries(WAYS))('after %s', (_name, restart) => {
  test('a job in progress goes on: its webhooks go to the new console', async () => {
    const { directory, site } = await siteOnDisk()
    await site.lab.computer('modelo').setFault({ kind: 'late', webhooks: 'all' })
    const { image, trace } = await createImage(site)
    await site.lab.computer('modelo').waitForJob()
    const next = await restart(site, directory)
    expect((await next.api.traces.recent()).running).toMatchObject([{ id: trace.id, state: 'in-progress' }])
    await site.lab.computer('modelo').setFault(null)
    await site.lab.computer('modelo').releaseWebhooks()
    expect((await ended(next, trace.id)).state).toBe('success')
    await imageIn(next, image.id, 'success')
    expect(next.notices.map(({ kind }) => kind)).toEqual(['image-ready'])
    expect(await historyKinds(next, trace.id)).toContain('resumed')
    expect(site.lab.computer('modelo').jobs).toHaveLength(1)
  })

  test('a call whose reply never came is not sent again; its result is known by its image', async () => {
    const { directory, site } = await siteOnDisk()
    const { form, call } = await loseTheReply(site)
    const next = await restart(site, directory)
    const [waiting] = (await next.api.traces.recent()).running
    expect(waiting).toMatchObject({ state: 'in-progress', jobId: null, imageId: form.imageId })
    // The call did arrive: the agent works, and reports to the console that lives now.
    const { host, port } = site.lab.computer('modelo')
    const reply = await post(`https://${host}:${port}${call.path}`, call.body)
    expect(await ended(next, waiting!.id)).toMatchObject({
      state: 'success',
      jobId: reply.json.job_id,
      progress: 1
    })
    await imageIn(next, form.imageId, 'success')
    expect(site.lab.computer('modelo').jobs).toHaveLength(1)
    const kinds = await historyKinds(next, waiting!.id)
    expect(kinds.filter((kind) => kind === 'call')).toHaveLength(1)
    expect(kinds).toContain('accepted')
    site.clock.advance(24 * 3_600_000)
    expect(await next.api.traces.orphans()).toEqual([])
  })

  test('the auxiliary files that were asked for without a reply are asked for again', async () => {
    const { directory, site } = await siteOnDisk()
    const { repository } = site.lab
    await repository.setFault({ kind: 'hang', requests: 'jobs' })
    const { image } = await createImage(site)
    await repository.until(({ requests }) => requests.some(({ method }) => method === 'POST'))
    await repository.setFault(null)
    const next = await restart(site, directory)
    expect((await auxiliaryEnded(next, image.id)).state).toBe('success')
    await imageIn(next, image.id, 'success')
    expect((await next.api.traces.list({})).total).toBe(2)
    expect(repository.jobs).toHaveLength(1)
  })

  test('the auxiliary files that were made meanwhile are found in the list of images', async () => {
    const { site, directory, image, auxiliary } = await siteWithSilentRepository()
    const next = await restart(site, directory)
    expect((await ended(next, auxiliary.id)).state).toBe('success')
    const [entry] = await site.lab.repository.store.list()
    expect((await imageIn(next, image.id, 'success')).fullsum).toBe(entry!.fullsum)
    expect(site.lab.repository.jobs).toHaveLength(1)
  })
})

describe('what a restart finds', () => {
  test('a job that was written down and never called is called now', async () => {
    const { directory, site } = await siteOnDisk()
    const { form } = await loseTheReply(site)
    await site.stop()
    execute(
      directory,
      `update traces set called_at = null, state = 'pending'; delete from trace_history where kind = 'call'`
    )
    const next = await consoleFor(site.lab, { dataDirectory: directory, clock: site.clock })
    await imageIn(next, form.imageId, 'success')
    const [, trace] = (await next.api.images.get({ id: form.imageId })).traces
    expect((await historyKinds(next, trace!.id)).slice(0, 2)).toEqual(['created', 'call'])
    expect(site.lab.computer('modelo').jobs).toHaveLength(1)
  })

  test('a result that came before the reply, and waited on disk through the restart', async () => {
    const { directory, site } = await siteOnDisk()
    const { form, call } = await loseTheReply(site)
    await site.lab.computer('modelo').setFault({ kind: 'drop-webhook' })
    const { host, port } = site.lab.computer('modelo')
    const { json } = await post(`https://${host}:${port}${call.path}`, call.body)
    await site.lab.computer('modelo').waitForJob()
    const result = agentResult(call.json as Record<string, unknown>, String(json.job_id))
    expect((await post(site.url() + AGENT_WEBHOOK, result)).json.outcome).toBe('waiting')
    const next = await afterCrash(site, directory)
    await imageIn(next, form.imageId, 'success')
  })

  test('a lost job past its deadline is given up, and its result is taken when it still comes', async () => {
    const { directory, site } = await siteOnDisk()
    const { form, call } = await loseTheReply(site)
    const next = await afterCrash(site, directory)
    const [waiting] = (await next.api.traces.recent()).running
    next.clock.advance(181 * 60_000)
    expect(await ended(next, waiting!.id)).toMatchObject({ state: 'failed', failure: { code: 'no-answer' } })
    const { host, port } = site.lab.computer('modelo')
    await post(`https://${host}:${port}${call.path}`, call.body)
    await imageIn(next, form.imageId, 'success')
    expect((await next.api.traces.get({ id: waiting!.id })).trace).toMatchObject({
      state: 'success',
      failure: null
    })
  })

  test('a job whose deadline passed while no console ran is given up, and says why', async () => {
    const { site, directory, trace, call, jobId } = await siteWithSilentAgent()
    await site.stop()
    site.clock.advance(181 * 60_000)
    const next = await consoleFor(site.lab, { dataDirectory: directory, clock: site.clock })
    expect((await ended(next, trace.id)).failure?.code).toBe('no-answer')
    expect((await post(next.url() + AGENT_WEBHOOK, agentResult(call, jobId))).json.outcome).toBe('applied')
    await imageIn(next, String(call.idi), 'success')
  })

  test('ended jobs stay as they are', async () => {
    const { site, directory, trace, call, jobId, send } = await siteWithSilentAgent()
    await send(agentResult(call, jobId, { res: '2', der: '014-x' }))
    const before = (await site.api.traces.get({ id: trace.id })).trace
    const next = await afterStop(site, directory)
    expect((await next.api.traces.get({ id: trace.id })).trace).toEqual(before)
    expect((await next.api.traces.recent()).running).toEqual([])
    expect(await historyKinds(next, trace.id)).not.toContain('resumed')
    expect(
      (await post(next.url() + AGENT_WEBHOOK, agentResult(call, jobId, { res: '2', der: '014-x' }))).json
        .outcome
    ).toBe('duplicate')
  })
})
