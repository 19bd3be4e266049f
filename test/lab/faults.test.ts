import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { connect as connectPlain } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { AgentFault, Lab, LabComputer, LabRepository, RepositoryFault } from '../../lab/lab.ts'
import { at, call, freePort, jobId, SEED_CALL, testLab, TORRENT_SUM } from './helpers.ts'
import type { FakeConsole, Reply } from './helpers.ts'

type Fault = AgentFault & RepositoryFault
interface Side {
  target: LabComputer | LabRepository
  /** The call that starts a job. */
  start: () => Promise<Reply>
  /** A call that starts none. */
  ask: () => Promise<Reply>
  setFault: (fault: Fault | null) => Promise<void>
  console: FakeConsole
  lab: Lab
  isResult: (body: Record<string, unknown>) => boolean
}

const SIDES = {
  'an agent': async (): Promise<Side> => {
    const { lab, console } = await testLab({ computers: 1 })
    const target = lab.computer('modelo')
    return {
      target,
      start: () => call(target, '/CloningEngine/CrearImagen', { body: SEED_CALL }),
      ask: () => call(target, '/opengnsys/status'),
      setFault: (fault) => target.setFault(fault),
      console,
      lab,
      isResult: (body) => 'res' in body
    }
  },
  'the repository': async (): Promise<Side> => {
    const { lab, console } = await testLab({ computers: 1 })
    const target = lab.repository
    await writeFile(join(target.imagesDirectory, 'a.img'), Buffer.alloc(3 << 20, 'image'))
    return {
      target,
      start: () => call(target, TORRENT_SUM, { body: { image: 'a.img' } }),
      ask: () => call(target, '/ogrepository/v1/status'),
      setFault: (fault) => target.setFault(fault),
      console,
      lab,
      isResult: (body) => 'success' in body
    }
  }
}

/** What the console has heard, as `p` for progress and `R` for a result. */
function heard({ console, isResult }: Side): string {
  return console.heard.map(({ body }) => (isResult(body) ? 'R' : 'p')).join('')
}

function fractions({ console }: Side): number[] {
  return console.heard.flatMap(({ body }) => (typeof body['progress'] === 'number' ? [body['progress']] : []))
}

describe.each(Object.entries(SIDES))('%s', (_name, make) => {
  test('refuse: the port is closed, and comes back the same', async () => {
    const side = await make()
    const { port } = side.target
    await side.setFault({ kind: 'refuse' })
    await expect(side.ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await side.setFault(null)
    expect(side.target.port).toBe(port)
    expect((await side.ask()).status).toBe(200)
  })

  test('hang: the request arrives, no answer ever does', async () => {
    const side = await make()
    await side.setFault({ kind: 'hang' })
    const { host, port } = side.target
    const answered: string[] = []
    const socket = connect({ host, port, rejectUnauthorized: false }, () =>
      socket.write('GET /x HTTP/1.1\r\nHost: x\r\n\r\n')
    )
    socket.on('data', () => answered.push('data')).on('close', () => answered.push('close'))
    await side.target.until(({ requests }) => requests.length > 0)
    await new Promise((resolve) => setImmediate(resolve))
    expect(answered).toEqual([])
    socket.destroy()
  })

  test('hang at the connection: not even TLS', async () => {
    const side = await make()
    await side.setFault({ kind: 'hang', at: 'connection' })
    const { host, port } = side.target
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: 200 })
    const event = await new Promise((resolve) => {
      for (const name of ['secureConnect', 'timeout', 'error', 'close'])
        socket.once(name, () => resolve(name))
    })
    socket.destroy()
    expect(event).toBe('timeout')
    expect(side.target.requests).toHaveLength(0)
  })

  test('garbage: 200 and no JSON; error-500: {"error"} with its text; no job either way', async () => {
    const side = await make()
    await side.setFault({ kind: 'garbage' })
    expect(await side.start()).toMatchObject({ status: 200, json: undefined })
    expect(await side.ask()).toMatchObject({ status: 200, json: undefined })
    await side.setFault({ kind: 'error-500', error: 'disk on fire', requests: 'jobs' })
    const error = expect.stringContaining('disk on fire') as string
    expect(await side.start()).toMatchObject({ status: 500, json: { error } })
    expect(await side.ask()).toMatchObject({ status: 200 })
    expect(side.target.jobs).toHaveLength(0)
  })

  test('no-job-id: 200 {} and no job; other requests are answered', async () => {
    const side = await make()
    await side.setFault({ kind: 'no-job-id' })
    expect(await side.start()).toMatchObject({ status: 200, json: {} })
    expect((await side.ask()).text).not.toBe('{}')
    expect(side.target.jobs).toHaveLength(0)
  })

  test('tls: what answers is not TLS', async () => {
    const side = await make()
    await side.setFault({ kind: 'tls' })
    await expect(side.ask()).rejects.toMatchObject({
      code: expect.stringMatching(/^(EPROTO|ERR_SSL_.*)$/) as string
    })
    const text = await new Promise<string>((resolve) => {
      const chunks: Buffer[] = []
      const socket = connectPlain(at(side.target), () => socket.write('GET / HTTP/1.0\r\n\r\n'))
      socket
        .on('data', (chunk) => chunks.push(chunk))
        .on('end', () => resolve(Buffer.concat(chunks).toString()))
    })
    expect(text).toMatch(/^HTTP\/1\.0 400/)
  })

  test('reset: ECONNRESET', async () => {
    const side = await make()
    await side.setFault({ kind: 'reset' })
    await expect(side.ask()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(side.target.requests).toHaveLength(1)
  })

  test('fail: the result is an error', async () => {
    const side = await make()
    const der = '014-Error al escribir en el destino'
    await side.setFault({ kind: 'fail', der, error: 'no room' } as Fault)
    await side.start()
    const job = await side.target.waitForJob()
    expect(job.outcome).toBe('failed')
    expect(heard(side)).toMatch(/^p+R$/)
    const { target } = side
    const expected = 'wakeUps' in target ? { success: false, error: 'no room' } : { res: '2', der }
    expect(side.console.heard.at(-1)?.body).toMatchObject({ job_id: job.id, ...expected })
    const files = await readdir(side.lab.repository.imagesDirectory)
    expect(files.filter((name) => name.endsWith('.part') || name.endsWith('.full.sum'))).toEqual([])
  })

  test('drop-webhook: progress, but no result; or nothing at all', async () => {
    const side = await make()
    await side.setFault({ kind: 'drop-webhook' })
    await side.start()
    expect((await side.target.waitForJob()).outcome).toBe('success')
    expect(heard(side)).toMatch(/^p+$/)
    expect(side.target.webhooks.at(-1)).toMatchObject({ what: 'result', outcome: 'dropped', attempts: 0 })
    side.console.heard.length = 0
    await side.setFault({ kind: 'drop-webhook', webhooks: 'all' })
    const id = jobId(await side.start())
    await side.target.waitForJob((job) => job.id === id)
    expect(heard(side)).toBe('')
  })

  test('twice: the same result again', async () => {
    const side = await make()
    await side.setFault({ kind: 'twice' })
    await side.start()
    await side.target.waitForJob()
    expect(heard(side)).toMatch(/^p+RR$/)
    const [first, second] = side.console.heard.slice(-2)
    expect(first?.body).toEqual(second?.body)
    expect(fractions(side)).toEqual([...new Set(fractions(side))])
  })

  test('late: held until released', async () => {
    const side = await make()
    await side.setFault({ kind: 'late' })
    await side.start()
    await side.target.waitForJob()
    await side.target.waitForIdle()
    expect(heard(side)).toMatch(/^p+$/)
    expect(side.target.heldWebhooks).toHaveLength(1)
    await side.setFault(null)
    expect(heard(side)).toMatch(/^p+$/)
    await side.target.releaseWebhooks()
    expect(heard(side)).toMatch(/^p+R$/)
    expect(side.target.heldWebhooks).toHaveLength(0)
  })

  test('late by some time: not idle meanwhile', async () => {
    const side = await make()
    await side.setFault({ kind: 'late', delayMs: 120 })
    await side.start()
    const over = await side.target.until(({ jobs }) => jobs.find(({ outcome }) => outcome === 'success'))
    const start = performance.now()
    expect(heard(side)).not.toContain('R')
    await side.target.waitForIdle()
    await over.done
    expect(performance.now() - start).toBeGreaterThan(100)
    expect(heard(side)).toMatch(/^p+R$/)
  })

  test('early: every webhook is there before the reply with the job_id', async () => {
    const side = await make()
    await side.setFault({ kind: 'early' })
    const reply = await side.start()
    expect(heard(side)).toMatch(/^p+R$/)
    expect(side.console.heard.at(-1)?.body['job_id']).toBe(jobId(reply))
  })

  test('out-of-order: the result first, then the progress, shuffled', async () => {
    const side = await make()
    await side.setFault({ kind: 'out-of-order' })
    await side.start()
    await side.target.waitForJob()
    expect(heard(side)).toMatch(/^Rp+$/)
    const sorted = fractions(side).sort((a, b) => a - b)
    expect(sorted.length).toBeGreaterThan(3)
    const rising = fractions(side).every((fraction, index) => fraction === sorted[index])
    expect(rising).toBe(false)
  })

  test('die-half-way: the port closes, no result comes, and it can come back', async () => {
    const side = await make()
    await side.setFault({ kind: 'die-half-way' })
    await side.start()
    const job = await side.target.waitForJob()
    expect(job.outcome).toBe('died')
    expect(job.progress).toBeGreaterThanOrEqual(0.4)
    expect(job.progress).toBeLessThan(0.75)
    expect(heard(side)).toMatch(/^p+$/)
    await expect(side.ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const files = await readdir(side.lab.repository.imagesDirectory)
    expect(files.some((name) => name.endsWith('.full.sum'))).toBe(false)
    // An agent leaves half an image; the repository had made the small files, and works in memory on the large ones.
    const left = 'wakeUps' in side.target ? [] : [`image-test.img.${job.id}.part`]
    expect(files.filter((name) => name.endsWith('.part'))).toEqual(left)
    expect(files.includes('image-test.img')).toBe(false)
    await side.setFault(null)
    expect((await side.ask()).status).toBe(200)
    const id = jobId(await side.start())
    expect((await side.target.waitForJob((next) => next.id === id)).outcome).toBe('success')
  })
})

test('a fault at the start: the port is known, closed, and opens later', async () => {
  const port = await freePort()
  const { lab } = await testLab({
    computers: [{ name: 'a', ip: '192.168.2.2', mac: '08:00:27:00:00:01', port, fault: { kind: 'refuse' } }],
    repository: { fault: { kind: 'refuse' } }
  })
  const computer = lab.computer('a')
  expect(lab.describe()).toMatchObject({ computers: [{ port, fault: { kind: 'refuse' } }] })
  expect(lab.repository.port).toBeGreaterThan(0)
  await expect(call(computer, '/opengnsys/status')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(call(lab.repository, '/ogrepository/v1/status')).rejects.toMatchObject({
    code: 'ECONNREFUSED'
  })
  await computer.setFault(null)
  await lab.repository.setFault(null)
  expect((await call(computer, '/opengnsys/status')).status).toBe(200)
  expect((await call(lab.repository, '/ogrepository/v1/status')).status).toBe(200)
})

test('a fault set while a job runs acts on that job', async () => {
  const { lab, console } = await testLab({ computers: 1, jobDurationMs: 200 })
  const computer = lab.computer('modelo')
  await call(computer, '/CloningEngine/CrearImagen', { body: SEED_CALL })
  await computer.until(({ jobs }) => (jobs[0]?.progress ?? 0) > 0)
  await computer.setFault({ kind: 'drop-webhook' })
  await computer.waitForIdle()
  expect(computer.jobs[0]?.outcome).toBe('success')
  expect(console.heard.some(({ body }) => 'res' in body)).toBe(false)
})
