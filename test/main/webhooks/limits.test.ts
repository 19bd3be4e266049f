import { connect as connectTcp, type Socket } from 'node:net'
import { connect, createSecureContext } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { WEBHOOK_LIMITS, usualLimits, type WebhookLimits } from '#shared/domain/limits.ts'
import { kept } from '../../support/connection.ts'
import { startTestConsole } from '../../support/console.ts'
import { AGENT_REPORT, AGENT_WEBHOOK, REPOSITORY_WEBHOOK, post } from '../../support/webhook.ts'

type Started = Awaited<ReturnType<typeof startTestConsole>>

async function limited(change: Partial<WebhookLimits>): Promise<Started> {
  const started = await startTestConsole()
  await started.api.system.changeSettings({ webhookLimits: { ...usualLimits(WEBHOOK_LIMITS), ...change } })
  return started
}
const port = ({ url }: Started) => Number(new URL(url()).port)
/** A `stopped` of an agent that is of no computer: nothing changes. */
const stopped = (started: Started, localAddress?: string) =>
  post(`${started.url()}${AGENT_REPORT}/stopped`, '{}', localAddress === undefined ? {} : { localAddress })
const refusedOf = async ({ api }: Started, address: string) =>
  (await api.system.refusals()).find((refusal) => refusal.address === address)

/** A context of its own, with all roots, for each connection would take most of the time. */
const secureContext = createSecureContext()
const tls = (started: Started, first = '', localAddress = '127.0.0.1') =>
  kept(() => {
    const socket = connect(
      {
        port: port(started),
        host: '127.0.0.1',
        localAddress,
        rejectUnauthorized: false,
        secureContext
      } as object,
      () => socket.write(first)
    )
    return socket
  })
const established = (socket: Socket) =>
  new Promise<boolean>((resolve) => {
    socket.once('secureConnect', () => resolve(true))
    socket.once('close', () => resolve(false))
  })

describe('how many', () => {
  test('requests a minute of one address are told so in JSON, also where nothing is; another address is not', async () => {
    const started = await limited({ requestsPerMinute: 60 })
    const replies: number[] = []
    for (let n = 0; n < 62; n++) {
      const path = n % 2 === 0 ? `${AGENT_REPORT}/stopped` : '/nothing'
      replies.push((await post(started.url() + path, '{}')).status)
    }
    expect(replies.slice(0, 60).every((status) => status === 200 || status === 404)).toBe(true)
    expect(replies.slice(60)).toEqual([429, 429])
    expect((await stopped(started, '127.0.0.9')).status).toBe(200)
    expect(await refusedOf(started, '127.0.0.1')).toMatchObject({
      total: 32,
      reasons: { rate: 2, 'unknown-path': 30 }
    })
    // Who goes on all the same is not even shaken hands with.
    for (let n = 62; n < 120; n++) await stopped(started)
    await expect(stopped(started)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect((await stopped(started, '127.0.0.9')).status).toBe(200)
  })

  test('connections of one address, and in all; who leaves makes room', async () => {
    const started = await limited({ connections: 25, connectionsPerAddress: 10 })
    const first = Array.from({ length: 10 }, () => tls(started))
    expect(await Promise.all(first.map(({ socket }) => established(socket)))).toEqual(Array(10).fill(true))
    expect(await established(tls(started).socket)).toBe(false)
    const others = ['127.0.0.2', '127.0.0.3'].flatMap((address) =>
      Array.from({ length: 8 }, () => tls(started, '', address))
    )
    const through = await Promise.all(others.map(({ socket }) => established(socket)))
    expect(through.filter(Boolean)).toHaveLength(15)
    expect(await refusedOf(started, '127.0.0.1')).toMatchObject({ total: 1, reasons: { connections: 1 } })
    expect(await refusedOf(started, '127.0.0.3')).toMatchObject({ total: 1, reasons: { connections: 1 } })

    // A higher limit holds from the next connection on.
    await started.api.system.changeSettings({ webhookLimits: usualLimits(WEBHOOK_LIMITS) })
    expect((await stopped(started)).status).toBe(200)
  })
})

test('how long a body may be, with its length told or not: the longest is for the results of agents', async () => {
  const started = await limited({ bodyKb: 300 })
  const body = (kb: number) => JSON.stringify({ job_id: 'x', padding: 'x'.repeat(kb * 1024) })
  const asked = async (path: string, kb: number) => (await post(started.url() + path, body(kb))).status
  expect(await asked(AGENT_WEBHOOK, 299)).toBe(400)
  expect(await asked(AGENT_WEBHOOK, 301)).toBe(413)
  expect(await asked(REPOSITORY_WEBHOOK, 257)).toBe(413)
  const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`
  const chunked = tls(
    started,
    `POST ${AGENT_WEBHOOK} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`
  )
  expect(await chunked.closed).toMatch(/^HTTP\/1\.1 413 /)
  await started.api.system.changeSettings({ webhookLimits: { ...usualLimits(WEBHOOK_LIMITS), bodyKb: 64 } })
  expect(await asked(REPOSITORY_WEBHOOK, 65)).toBe(413)
  expect(await refusedOf(started, '127.0.0.1')).toMatchObject({ reasons: { size: 4, malformed: 1 } })
})

test('how much of bodies may be under way: one address leaves room to the others, and short webhooks are taken', async () => {
  const started = await limited({ pendingMb: 16 })
  const kb = 1024
  const announced = `POST ${AGENT_WEBHOOK} HTTP/1.1\r\nHost: x\r\nContent-Length: ${2_500 * kb}\r\n\r\n`
  const unfinished = (from: string) => tls(started, announced + 'x'.repeat(2_400 * kb), from)
  const long = JSON.stringify({ job_id: 'x', padding: 'x'.repeat(2_000 * kb) })
  const asked = async (body: string, localAddress: string) =>
    (await post(started.url() + AGENT_WEBHOOK, body, { localAddress })).status

  // Four of them are more than the half of an address; nobody else takes part.
  const greedy = Array.from({ length: 4 }, () => unfinished('127.0.0.2'))
  expect(await Promise.race(greedy.map(({ closed }) => closed))).toMatch(/^HTTP\/1\.1 413 /)
  expect(await asked(long, '127.0.0.2')).toBe(413)
  expect(await asked('{}', '127.0.0.2')).toBe(400)
  expect(await asked(long, '127.0.0.3')).toBe(400)
  expect((await refusedOf(started, '127.0.0.2'))?.reasons.size).toBe(2)

  // Who leaves makes room.
  await Promise.all(
    greedy.map(({ socket, closed }) => {
      socket.destroy()
      return closed
    })
  )
  await expect.poll(() => asked(long, '127.0.0.2')).toBe(400)
})

test('who takes too long with a header, a body, the next request or none is not waited for', async () => {
  const started = await limited({ headerSeconds: 1, requestSeconds: 2, idleSeconds: 1 })
  const head = `POST ${AGENT_REPORT}/stopped HTTP/1.1\r\nHost: x\r\n`
  const [header, body, next, none] = await Promise.all(
    [head, `${head}Content-Length: 10\r\n\r\n{`, `${head}Content-Length: 2\r\n\r\n{}`, ''].map(
      (first) => tls(started, first).closed
    )
  )
  expect(header).toMatch(/^HTTP\/1\.1 408 /)
  expect(body).toMatch(/^HTTP\/1\.1 408 /)
  expect(next).toMatch(/^HTTP\/1\.1 200 /)
  expect(none).toMatch(/^HTTP\/1\.1 408 /)
  expect((await refusedOf(started, '127.0.0.1'))?.reasons.slow).toBe(3)
  expect((await stopped(started)).status).toBe(200)
})

test('who says nothing at all, not even TLS, is left at last', async () => {
  const started = await limited({})
  const { closed } = kept(() => connectTcp({ port: port(started), host: '127.0.0.1' }))
  await closed
  expect(await refusedOf(started, '127.0.0.1')).toMatchObject({ reasons: { slow: 1 } })
})

test('500 agents behind one address boot at once, and a repository reports: all get through with what is usual', async () => {
  const started = await limited({ headerSeconds: 120, requestSeconds: 120 })
  // All of them are connected before the first one speaks.
  const first = `POST ${AGENT_REPORT}/stopped HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`
  const agents: ReturnType<typeof tls>[] = []
  while (agents.length < 500) {
    const more = Array.from({ length: 50 }, () => tls(started))
    expect((await Promise.all(more.map(({ socket }) => established(socket)))).every(Boolean)).toBe(true)
    agents.push(...more)
  }
  agents.forEach(({ socket }) => socket.write(first))
  const [repository, ...replies] = await Promise.all([
    post(started.url() + REPOSITORY_WEBHOOK, { job_id: 'x', progress: 0.5 }),
    ...agents.map(({ closed }) => closed)
  ])
  expect(replies.filter((reply) => reply.startsWith('HTTP/1.1 200 '))).toHaveLength(500)
  // Of no job of ours, and from no repository: heard, all the same.
  expect(repository.status).toBe(403)
  const { requestsPerMinute, connectionsPerAddress, connections } = usualLimits(WEBHOOK_LIMITS)
  expect(requestsPerMinute).toBeGreaterThan(500 * 60)
  expect(connections).toBeGreaterThan(connectionsPerAddress)
  expect((await refusedOf(started, '127.0.0.1'))?.reasons).toEqual({ 'not-theirs': 1 })
}, 120_000)

test('what is refused is told to the windows, and a flood of it neither fills the log nor the memory', async () => {
  const started = await limited({})
  for (let n = 0; n < 130; n++) await post(`${started.url()}/nothing/${'x'.repeat(300)}`, '{}')
  await started.events.until(() => started.events.all.find(({ type }) => type === 'webhook-refusals'))
  const lines = started.logs.filter(({ message }) => message === 'webhook refused')
  expect(lines.length).toBeGreaterThanOrEqual(100)
  expect(lines.length).toBeLessThan(130)
  expect(Math.max(...lines.map((line) => JSON.stringify(line).length))).toBeLessThan(500)
  expect((await refusedOf(started, '127.0.0.1'))?.total).toBe(130)
})

test('limits out of their range are not taken', async () => {
  const started = await startTestConsole()
  for (const change of [
    { bodyKb: 0 },
    { connections: 0 },
    { requestsPerMinute: 1.5 },
    { idleSeconds: 1e9 }
  ]) {
    const webhookLimits = { ...usualLimits(WEBHOOK_LIMITS), ...change }
    await expect(started.api.system.changeSettings({ webhookLimits })).rejects.toMatchObject({
      code: 'FAILURE'
    })
  }
  expect((await started.api.system.info()).settings.webhookLimits).toEqual(usualLimits(WEBHOOK_LIMITS))
})
