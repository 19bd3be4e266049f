import { connect as connectTcp, type Socket } from 'node:net'
import { connect } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { usualWebhookLimits, type WebhookLimits } from '#shared/domain/webhook-limits.ts'
import { startTestConsole } from '../../support/console.ts'
import { AGENT_REPORT, AGENT_WEBHOOK, REPOSITORY_WEBHOOK, post } from '../../support/webhook.ts'

type Started = Awaited<ReturnType<typeof startTestConsole>>

async function limited(change: Partial<WebhookLimits>): Promise<Started> {
  const started = await startTestConsole()
  await started.api.system.changeSettings({ webhookLimits: { ...usualWebhookLimits(), ...change } })
  return started
}
const port = ({ url }: Started) => Number(new URL(url()).port)
/** A `stopped` of an agent that is of no computer: nothing changes. */
const stopped = (started: Started, localAddress?: string) =>
  post(`${started.url()}${AGENT_REPORT}/stopped`, '{}', localAddress === undefined ? {} : { localAddress })
const refusedOf = async ({ api }: Started, address: string) =>
  (await api.system.refusals()).find((refusal) => refusal.address === address)

/** Opens a connection and keeps it; what it is told until it is closed. */
function kept(open: () => Socket): { socket: Socket; closed: Promise<string> } {
  const socket = open()
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  return { socket, closed: new Promise((resolve) => socket.once('close', () => resolve(heard))) }
}
const tls = (started: Started, first = '', localAddress = '127.0.0.1') =>
  kept(() => {
    const socket = connect(
      { port: port(started), host: '127.0.0.1', localAddress, rejectUnauthorized: false } as object,
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
    await started.api.system.changeSettings({ webhookLimits: usualWebhookLimits() })
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
  await started.api.system.changeSettings({ webhookLimits: { ...usualWebhookLimits(), bodyKb: 64 } })
  expect(await asked(REPOSITORY_WEBHOOK, 65)).toBe(413)
  expect(await refusedOf(started, '127.0.0.1')).toMatchObject({ reasons: { size: 4, malformed: 1 } })
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

test('500 agents behind one address boot at once: all get through with what is usual', async () => {
  const started = await startTestConsole()
  const replies = await Promise.all(Array.from({ length: 500 }, () => stopped(started)))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(500)
  expect(await started.api.system.refusals()).toEqual([])
})

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
    const webhookLimits = { ...usualWebhookLimits(), ...change }
    await expect(started.api.system.changeSettings({ webhookLimits })).rejects.toMatchObject({
      code: 'FAILURE'
    })
  }
  expect((await started.api.system.info()).settings.webhookLimits).toEqual(usualWebhookLimits())
})
