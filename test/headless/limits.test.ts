import { mkdir, writeFile } from 'node:fs/promises'
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { HEADLESS_LIMITS, usualLimits, type HeadlessLimits } from '#shared/domain/limits.ts'
import { startHttpServer } from '../../headless/server.ts'
import { connectToConsole } from '../../scripts/lib/console-client.ts'
import { kept } from '../support/connection.ts'
import { startTestConsole } from '../support/console.ts'
import { temporaryFolder } from '../support/files.ts'

/** As many files as a page that shows everything, and nothing of it cached. */
const FILES = 100

async function limited(change: Partial<HeadlessLimits>) {
  const started = await startTestConsole()
  const rendererFolder = await temporaryFolder()
  await mkdir(join(rendererFolder, 'assets'))
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>ogDesk</title>')
  await writeFile(join(rendererFolder, 'assets', 'start.js'), 'start()')
  const logged: object[] = []
  const log = (fields: object) => void logged.push(fields)
  let url = ''
  const server = await startHttpServer({
    port: 0,
    rendererFolder,
    router: started.console.router,
    signedIn: (next) => (url = next),
    limits: () => started.console.settings().headlessLimits,
    log: { info: log, warn: log, error: log }
  })
  onTestFinished(() => server.stop())
  url = server.url
  const limit = (limits: Partial<HeadlessLimits>) =>
    started.api.system.changeSettings({ headlessLimits: { ...usualLimits(HEADLESS_LIMITS), ...limits } })
  await limit(change)
  const { port, origin } = new URL(url)
  return { ...started, server, logged, limit, origin, port: Number(port), url: () => url }
}
type Started = Awaited<ReturnType<typeof limited>>

/** Asks, and reads the answer to its end. */
function ask({ port }: Started, path: string, options: RequestOptions = {}, body = '') {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>(
    (resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
        )
      })
      call.on('error', reject)
      call.end(body)
    }
  )
}
/** The status of each of so many requests, one after the other. */
async function statuses(count: number, one: () => Promise<{ status: number }>): Promise<number[]> {
  const all: number[] = []
  while (all.length < count) all.push((await one()).status)
  return all
}
/** What a browser does: six connections at a time. */
function browser(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  onTestFinished(() => agent.destroy())
  return agent
}

async function signIn(started: Started): Promise<string> {
  const { pathname, search } = new URL(started.url())
  const { status, headers } = await ask(started, pathname + search, { agent: false })
  expect(status).toBe(303)
  return headers['set-cookie']![0]!.split(';')[0]!
}

/** The page with all of its files; their statuses. */
async function load(started: Started, cookie: string): Promise<number[]> {
  const agent = browser()
  const paths = ['/', ...Array<string>(FILES - 1).fill('/assets/start.js')]
  const replies = await Promise.all(paths.map((path) => ask(started, path, { agent, headers: { cookie } })))
  return replies.map(({ status }) => status)
}

/** Opens the page's WebSocket; resolves with its status where it is refused. */
function socket({ port, origin }: Started, cookie: string): Promise<WebSocket | number> {
  const opened = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { cookie, origin } })
  onTestFinished(() => opened.terminate())
  return new Promise((resolve, reject) => {
    opened.once('open', () => resolve(opened))
    opened.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    opened.once('error', reject)
  })
}
const tcp = (started: Started, first = '', localAddress = '127.0.0.1') =>
  kept(() => {
    const connection = connect({ port: started.port, host: '127.0.0.1', localAddress }, () =>
      connection.write(first)
    )
    return connection
  })

test('ten tabs that are loaded anew again and again never notice what is usual', async () => {
  const started = await limited({})
  const cookie = await signIn(started)
  const tabs = await Promise.all(Array.from({ length: 10 }, () => socket(started, cookie)))
  expect(tabs.every((tab) => tab instanceof WebSocket)).toBe(true)
  for (let time = 0; time < 3; time++) {
    const loads = await Promise.all(tabs.map(() => load(started, cookie)))
    expect(loads.flat().every((status) => status === 200)).toBe(true)
  }
  expect(started.logged).toEqual([])
})

test('with the least of every limit a page loads, signs in and changes them back', async () => {
  const least = Object.fromEntries(
    Object.entries(HEADLESS_LIMITS).map(([name, range]) => [name, range.least])
  )
  const started = await limited(least)
  expect(started.console.settings().headlessLimits).toEqual(least)
  const cookie = await signIn(started)
  expect(await load(started, cookie)).toEqual(Array(FILES).fill(200))
  const { api, close } = await connectToConsole(started.url())
  const headlessLimits = usualLimits(HEADLESS_LIMITS)
  expect(await api.system.changeSettings({ headlessLimits })).toMatchObject({ headlessLimits })
  close()
})

test('strangers of one address ask so often a minute; pages that are signed in, the way in, and other addresses are not theirs', async () => {
  const started = await limited({ requestsPerMinute: 300 })
  const cookie = await signIn(started)
  expect(await statuses(300, () => ask(started, '/nothing'))).toEqual(Array(300).fill(401))
  const { status, headers, text } = await ask(started, '/')
  expect(status).toBe(429)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(text).toMatch(/Espere \d+ s y vuelva a cargar la\s+página/)
  // Neither a wrong token, nor another name, nor another method is looked at any more.
  for (const options of [{ headers: { host: 'evil.example' } }, { method: 'POST' }, {}]) {
    expect((await ask(started, '/?token=x', options)).status).toBe(429)
  }
  expect(await socket(started, 'ogdesk=x')).toBe(429)
  expect((await ask(started, '/', { localAddress: '127.0.0.9' })).status).toBe(401)

  expect((await ask(started, '/', { headers: { cookie } })).status).toBe(200)
  expect(await socket(started, cookie)).toBeInstanceOf(WebSocket)
  const again = await signIn(started)
  expect(again).toBe(cookie)

  // A page that goes wild has its own share, and no more.
  await statuses(298, () => ask(started, '/', { headers: { cookie } }))
  expect((await ask(started, '/', { headers: { cookie } })).status).toBe(429)
  expect(await socket(started, cookie)).toBe(429)
  await started.limit({})
  expect((await ask(started, '/', { headers: { cookie } })).status).toBe(200)
  expect(started.logged).toContainEqual({ source: '127.0.0.1', reason: 'rate' })
})

test('a flood does not fill the log', async () => {
  const started = await limited({ requestsPerMinute: 300 })
  await statuses(300 + 150, () => ask(started, '/'))
  expect(started.logged.length).toBeGreaterThanOrEqual(100)
  expect(started.logged.length).toBeLessThan(150)
})

test('connections of one address, and in all, those of pages among them; who leaves makes room', async () => {
  const started = await limited({ connections: 40, connectionsPerAddress: 20 })
  const cookie = await signIn(started)
  const page = (await socket(started, cookie)) as WebSocket
  const answered = async (localAddress: string) =>
    (await ask(started, '/', { localAddress, agent: false })).status
  // Each is a connection that stays open.
  const open = async (count: number, from: string) => {
    const all = Array.from({ length: count }, () => tcp(started, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', from))
    await Promise.all(
      all.map(({ socket: one }) => new Promise((resolve) => one.once('data', resolve).once('close', resolve)))
    )
    return all
  }
  const own = await open(19, '127.0.0.1')
  await expect(answered('127.0.0.1')).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(await answered('127.0.0.2')).toBe(401)
  await open(20, '127.0.0.2')
  await expect(answered('127.0.0.3')).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(started.logged).toEqual(
    ['127.0.0.1', '127.0.0.3'].map((source) => ({ source, reason: 'connections' }))
  )
  expect(page.readyState).toBe(WebSocket.OPEN)

  own[0]!.socket.destroy()
  await expect.poll(() => answered('127.0.0.1').catch(() => 0)).toBe(401)
  page.terminate()
  own[1]!.socket.destroy()
  await started.limit({})
  await expect.poll(() => answered('127.0.0.1').catch(() => 0)).toBe(401)
})

test('who takes too long with a header or the next request is not waited for; a page’s connection stays', async () => {
  const started = await limited({ headerSeconds: 2, idleSeconds: 1 })
  const page = (await socket(started, await signIn(started))) as WebSocket
  const [header, next, none] = await Promise.all(
    ['GET / HTTP/1.1\r\nHost: x\r\n', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', ''].map(
      (first) => tcp(started, first).closed
    )
  )
  expect(header).toMatch(/^HTTP\/1\.1 408 /)
  expect(next).toMatch(/^HTTP\/1\.1 421 /)
  expect(none).toMatch(/^HTTP\/1\.1 408 /)
  const pong = new Promise((resolve) => page.once('pong', resolve))
  page.ping()
  await pong
  expect(started.logged).toHaveLength(2)
})

test('a request has no body, a header has an end, and a message of a page is as long as the settings say', async () => {
  const started = await limited({ messageMb: 4 })
  const cookie = await signIn(started)
  const head = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${started.port}\r\nCookie: ${cookie}\r\n`
  for (const framing of ['Content-Length: 1000000000', 'Transfer-Encoding: chunked']) {
    expect(await tcp(started, `${head}${framing}\r\n\r\n5\r\n`).closed).toMatch(/^HTTP\/1\.1 413 /)
  }
  expect(await tcp(started, `${head}X: ${'x'.repeat(70_000)}`).closed).toMatch(/^HTTP\/1\.1 431 /)
  expect((await ask(started, '/', { headers: { cookie }, method: 'DELETE' })).status).toBe(405)

  const closing = async (bytes: number) => {
    const page = (await socket(started, cookie)) as WebSocket
    const code = new Promise<number>((resolve) => page.once('close', resolve))
    const answered = new Promise<null>((resolve) => page.once('message', () => resolve(null)))
    // A question, as long as it is to be.
    page.send('{"i":"1","p":{"u":"/system/info"}}'.padStart(bytes))
    return Promise.race([code, answered])
  }
  const MB = 1024 * 1024
  expect(await closing(4 * MB + 1)).toBe(1009)
  expect(await closing(4 * MB)).toBeNull()
  await started.limit({ messageMb: 5 })
  expect(await closing(4 * MB + 1)).toBeNull()
})

test('limits out of their range are not taken', async () => {
  const started = await limited({})
  for (const change of [
    { messageMb: 65 },
    { connectionsPerAddress: 0 },
    { requestsPerMinute: 299 },
    { idleSeconds: 0.5 }
  ]) {
    await expect(started.limit(change)).rejects.toMatchObject({ code: 'FAILURE' })
  }
  expect(started.console.settings().headlessLimits).toEqual(usualLimits(HEADLESS_LIMITS))
})
