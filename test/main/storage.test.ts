/** A disk that is full: said, nothing half-written, and no restart needed when there is room again. */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '#main/db/open.ts'
import { FailureError } from '#main/failure-error.ts'
import { batchDone, order, tracesOf } from '../support/batches.ts'
import { failureOf, startTestConsole, type TestConsole } from '../support/console.ts'
import { dump } from '../support/database.ts'
import { createEngine, settle } from '../support/engine.ts'
import { temporaryFolder } from '../support/files.ts'
import { startFleet } from '../support/fleet.ts'
import { FULL_DISKS, type SmallDisk } from '../support/full-disk.ts'
import { expectSentences } from '../support/sentences.ts'
import { siteWithSilentAgent, type Row } from '../support/silent.ts'
import { historyKinds } from '../support/site.ts'
import { AGENT_WEBHOOK, agentResult, post, type WebhookReply } from '../support/webhook.ts'

/** More than what is left of pages and of the write-ahead log. */
const PADDING = 'x'.repeat(200_000)
const MOST = 200
const SCRIPT = { name: 'largo', description: '', body: PADDING.slice(0, 100_000), parameters: [] }

const FULL = 507
const DAY = 24 * 60 * 60_000

/** Sends what needs room until there is none; returns how often it was taken, and the last answer. */
async function sendUntilFull(url: string, jobId: string): Promise<{ taken: number; last: WebhookReply }> {
  for (let taken = 0; taken < MOST; taken++) {
    const last = await post(url + AGENT_WEBHOOK, {
      job_id: jobId,
      progress: taken / 1000,
      padding: PADDING
    })
    if (last.status !== 200) return { taken, last }
  }
  throw new Error('The disk never filled.')
}

/** Resolves once the console has told whether it has room. */
const told = (site: Pick<TestConsole, 'events'>, full: boolean) =>
  site.events.until(() => {
    const news = site.events.all.filter((event) => event.type === 'storage')
    const last = news.at(-1)
    return last && (last.failure !== null) === full && last
  })

const inboxOf = (directory: string) => dump(directory).webhook_inbox as Row[]

function isSound(directory: string): void {
  const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE))
  try {
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
  } finally {
    sqlite.close()
  }
}

const errors = ({ logs }: TestConsole) => logs.filter(({ level }) => level === 'error')

describe.each(Object.entries(FULL_DISKS))('with no room: %s', (_name, smallDisk) => {
  test('a webhook gets an error and leaves nothing; with room again it is taken', async () => {
    const disk = await smallDisk()
    const { site, trace, call, jobId } = await siteWithSilentAgent({ console: disk.options })
    disk.fill()
    const { taken, last } = await sendUntilFull(site.url(), jobId)
    expect(last).toEqual({ status: FULL, json: { error: 'The console could not take the webhook.' } })
    const { failure } = await told(site, true)
    expect(failure).toMatchObject({ code: 'disk-full', params: { directory: disk.directory } })
    expectSentences(failure)
    expect((await site.api.system.info()).storage).toEqual(failure)
    expect(inboxOf(disk.directory)).toHaveLength(taken)
    expect(
      (await site.api.traces.get({ id: trace.id })).history.filter(({ kind }) => kind === 'progress')
    ).toHaveLength(taken)
    // Once, however many were refused.
    expect(errors(site).map(({ message }) => message)).toEqual(['the disk takes no data'])

    disk.free()
    expect((await told(site, false)).failure).toBeNull()
    expect((await site.api.system.info()).storage).toBeNull()
    const result = await post(site.url() + AGENT_WEBHOOK, agentResult(call, jobId, { padding: PADDING }))
    expect(result).toMatchObject({ status: 200, json: { outcome: 'applied' } })
    expect((await site.api.traces.get({ id: trace.id })).trace.state).toBe('success')
    await site.stop()
    isSound(disk.directory)
  })

  test('whoever gives an order reads why it was not kept', async () => {
    const disk = await smallDisk()
    const { site, jobId } = await siteWithSilentAgent({ console: disk.options })
    disk.fill()
    await sendUntilFull(site.url(), jobId)
    const failure = await failureOf(site.api.scripts.create(SCRIPT))
    expect(failure).toMatchObject({ code: 'disk-full' })
    disk.free()
    await told(site, false)
    expect(await site.api.scripts.create(SCRIPT)).toMatchObject({ name: 'largo' })
  })

  test('an order that is not kept is enough for everybody to be told', async () => {
    const disk = await smallDisk()
    const site = await startTestConsole(disk.options)
    disk.fill()
    const orders = async () => {
      for (let kept = 0; kept < MOST; kept++) {
        await site.api.scripts.create({ ...SCRIPT, name: `largo ${kept}` })
      }
    }
    expect(await failureOf(orders())).toMatchObject({ code: 'disk-full' })
    expect((await told(site, true)).failure).toMatchObject({ code: 'disk-full' })
  })

  test('a clock that is set meanwhile takes no time from a job', async () => {
    const disk = await smallDisk()
    const { site, trace, jobId } = await siteWithSilentAgent({ console: disk.options })
    disk.fill()
    await sendUntilFull(site.url(), jobId)
    const { deadlineAt } = (await site.api.traces.get({ id: trace.id })).trace
    site.clock.set(DAY)
    await sendUntilFull(site.url(), jobId)
    disk.free()
    await told(site, false)
    await site.events.until(async () => (await historyKinds(site, trace.id)).includes('clock-set'))
    expect((await site.api.traces.get({ id: trace.id })).trace).toMatchObject({
      state: 'in-progress',
      deadlineAt: deadlineAt! + DAY
    })
    expect((await historyKinds(site, trace.id)).filter((kind) => kind === 'clock-set')).toHaveLength(1)
    expect(errors(site).map(({ message }) => message)).toEqual(['the disk takes no data'])
  })

  test('what was refused meanwhile is shown afterwards', async () => {
    const disk = await smallDisk()
    const { site, jobId, send } = await siteWithSilentAgent({ console: disk.options })
    const progress = { job_id: jobId, progress: 0.5 }
    await send(progress)
    disk.fill()
    await sendUntilFull(site.url(), jobId)
    expect((await send(progress)).json).toMatchObject({ outcome: 'duplicate' })
    await site.api.trust.unheeded()
    disk.free()
    await told(site, false)
    expect(await site.api.trust.unheeded()).toMatchObject([{ reason: 'repeated', jobId, count: 1 }])
  })

  test('a batch goes on where it was, and calls nobody twice', async () => {
    const disk: SmallDisk = await smallDisk()
    const fleet = await startFleet(12, disk.options)
    await fleet.api.system.changeSettings({ commands: { 'run-script': { concurrency: 4 } } })
    const script = {
      command: 'run-script',
      scriptId: null,
      name: '',
      script: PADDING,
      inSession: false
    } as const
    const { id } = await order(fleet, script, fleet.ids)
    await fleet.called(4)
    disk.fill()
    await sendUntilFull(fleet.url(), 'of-nobody')
    const refused = fleet.open.map((job) => ({ ...job }))
    await Promise.all(
      refused.map(async (job) => {
        const body = { job_id: job.id, nfn: `RESPUESTA_${job.name}`, res: '1', der: '', padding: PADDING }
        expect((await post(fleet.url() + AGENT_WEBHOOK, body)).status).toBe(FULL)
      })
    )
    disk.free()
    await told(fleet, false)
    for (let done = 0; done < fleet.ids.length; done++) {
      await fleet.called(done + 1)
      await fleet.finish(fleet.open[0]!)
    }
    expect((await batchDone(fleet, id)).state).toBe('done')
    expect((await tracesOf(fleet, id)).map(({ state }) => state)).toEqual(fleet.ids.map(() => 'success'))
    expect(fleet.calls).toHaveLength(fleet.ids.length)
    await fleet.stop()
    isSound(disk.directory)
  })
})

test('the reply to a call is not lost: it is written down once there is room', async () => {
  const engine = createEngine(await temporaryFolder())
  const trace = engine.createImage()
  await settle()
  const jobId = `CrearImagen-${PADDING}`
  engine.database.pragma('max_page_count = 1')
  engine.calls.agent.shift()!.answer(jobId)
  await settle()
  expect(engine.storage.problem()).toMatchObject({ code: 'disk-full' })
  expect(engine.tables.traces.get(trace)).toMatchObject({ state: 'pending', jobId: null })
  const room = new Promise<void>((resolve) => engine.storage.onRoom(resolve))
  engine.database.pragma('max_page_count = 4294967294')
  await room
  await settle()
  expect(engine.tables.traces.get(trace)).toMatchObject({ state: 'in-progress', jobId })
  engine.close()
})

test('where the disk fails between two of one transaction, what is said to be lost is not there', async () => {
  const engine = createEngine(await temporaryFolder())
  engine.database.pragma('max_page_count = 1')
  const write = () =>
    engine.writeEach(['before', PADDING, 'after'], (text) =>
      engine.tables.settings.set(text.slice(0, 10), text)
    )
  expect(write).toThrow(FailureError)
  const kept = Object.keys(engine.tables.settings.all())
  expect(kept).not.toContain('before')
  expect(kept).not.toContain('after')
  engine.close()
})
