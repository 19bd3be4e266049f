import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import { HEADLESS_MAIN, ROOT } from '../../scripts/lib/project.ts'
import type { Desk } from '../support/desk.ts'
import { expect, test } from '../support/test.ts'

/** A request as a browser would not let a page send it. */
async function ask(desk: Desk, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(desk.page.url())
  const call = request({ hostname, port, path, method, headers })
  call.end()
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  const chunks = await response.toArray()
  return { status: response.statusCode, body: Buffer.concat(chunks as Buffer[]).toString() }
}

async function cookieOf(desk: Desk) {
  const [cookie] = await desk.page.context().cookies()
  if (!cookie) throw new Error('no cookie')
  return cookie
}

/** The status with which a WebSocket is refused, or 101. */
function upgrade(desk: Desk, headers: Record<string, string>, path = '/rpc'): Promise<number | undefined> {
  const { host } = new URL(desk.page.url())
  const socket = new WebSocket(`ws://${host}${path}`, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('error', reject)
  })
}

test('the token becomes a cookie that no script reads, and leaves the address', async ({ desk }) => {
  expect(desk.host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  expect(desk.page.url()).not.toContain('token')
  expect(await cookieOf(desk)).toMatchObject({
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    domain: '127.0.0.1'
  })
  expect(await desk.page.evaluate(() => document.cookie)).toBe('')
})

test('without the token, a page says where to find it, and nothing else is told', async ({ desk }) => {
  for (const path of ['/', '/?token=', '/?token=wrong', '/assets/index.js', '/rpc']) {
    const { status, body } = await ask(desk, path)
    expect(status).toBe(401)
    expect(body).toContain('ogDesk pide su dirección completa')
  }
})

test('another name, another method and paths out of the folder are refused', async ({ desk }) => {
  const { name, value } = await cookieOf(desk)
  const cookie = `${name}=${value}`
  expect(await ask(desk, '/', { cookie })).toMatchObject({ status: 200 })
  expect(await ask(desk, '/', { cookie, host: 'evil.example' })).toMatchObject({ status: 421 })
  expect(await ask(desk, '/', { cookie }, 'POST')).toMatchObject({ status: 405 })
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fmain/main.cjs']) {
    expect(await ask(desk, path, { cookie })).toMatchObject({ status: 404 })
  }
})

test('a WebSocket needs the cookie, our origin and our name', async ({ desk }) => {
  const { origin, port } = new URL(desk.page.url())
  const { name, value } = await cookieOf(desk)
  const cookie = `${name}=${value}`
  expect(await upgrade(desk, { cookie, origin })).toBe(101)
  expect(await upgrade(desk, { origin })).toBe(401)
  expect(await upgrade(desk, { cookie })).toBe(403)
  expect(await upgrade(desk, { cookie, origin: 'https://evil.example' })).toBe(403)
  expect(await upgrade(desk, { cookie, origin: 'http://evil.example', host: `evil.example:${port}` })).toBe(
    403
  )
  expect(await upgrade(desk, { cookie, origin }, '/other')).toBe(404)
})

test('a bad option and a port in use are told in a sentence', async ({ desk }) => {
  async function run(...args: string[]) {
    const child = spawn(process.execPath, [HEADLESS_MAIN, `--data-dir=${desk.dataDirectory}-2`, ...args], {
      cwd: ROOT
    })
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number]
    return { code, text }
  }
  expect(await run('--http-port', '99999')).toEqual({
    code: 2,
    text: '--http-port quiere un número de 0 a 65535, y se ha dado «99999». Con --help se muestran las opciones.\n'
  })
  const { port } = new URL(desk.page.url())
  const inUse = await run(`--http-port=${port}`, '--webhook-host=127.0.0.1', '--webhook-port=0')
  expect(inUse.code).toBe(1)
  expect(inUse.text).toContain(`El puerto ${port} de 127.0.0.1 ya está en uso.`)
})
