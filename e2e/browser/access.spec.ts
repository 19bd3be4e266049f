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
  const { statusCode: status, headers: told } = response
  return { status, headers: told, body: Buffer.concat(chunks as Buffer[]).toString() }
}

/** The address bar's part of a URL. */
const pathOf = (url: string) => new URL(url).pathname + new URL(url).search

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
  // Nor does the page, or who looks at what it has been through, find it anywhere.
  const seen = await desk.page.evaluate(() =>
    JSON.stringify([document.URL, document.referrer, performance.getEntries().map(({ name }) => name)])
  )
  const devtools = await desk.page.context().newCDPSession(desk.page)
  const { entries } = await devtools.send('Page.getNavigationHistory')
  const visited = JSON.stringify(entries.map(({ url }) => url))
  expect(seen + visited).not.toContain(new URL(desk.host.url!).searchParams.get('token'))
})

test('a token is good for one sign-in, and the terminal shows the next one', async ({ desk }) => {
  const first = pathOf(desk.host.url!)
  expect(await ask(desk, first)).toMatchObject({ status: 401 })
  const second = await desk.console.signInUrl()
  expect(pathOf(second)).not.toBe(first)
  // What only looks at a link does not use it up.
  expect(await ask(desk, pathOf(second), {}, 'HEAD')).toMatchObject({ status: 401 })
  const { status, headers } = await ask(desk, pathOf(second))
  expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' })
  expect(headers['set-cookie']?.[0]).toMatch(/^ogdesk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['cache-control']).toBe('no-store')
  expect(await ask(desk, pathOf(second))).toMatchObject({ status: 401 })
  expect(pathOf(await desk.console.signInUrl())).not.toBe(pathOf(second))
  // Who is signed in already loses nothing with an old address, and it leaves the address bar all the same.
  await desk.page.goto(desk.host.url!)
  await desk.page.getByRole('banner').waitFor()
  expect(desk.page.url()).not.toContain('token')
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
  const { port } = new URL(desk.page.url())
  // As a page would that has had its own name point here since.
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1.evil.example:${port}`
  ]) {
    expect(await ask(desk, '/', { cookie, host })).toMatchObject({ status: 421 })
  }
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
  expect(await upgrade(desk, { cookie, origin: 'null' })).toBe(403)
  // Of a name that is not ours, whatever it agrees with.
  const host = `evil.example:${port}`
  expect(await upgrade(desk, { cookie, origin: `http://${host}`, host })).toBe(403)
  // A cookie of the right length is not yet the right one.
  const wrong = `${name}=${'A'.repeat(value.length)}`
  expect(await upgrade(desk, { cookie: wrong, origin })).toBe(401)
  expect(await upgrade(desk, { cookie: `x${cookie}`, origin })).toBe(401)
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
