/**
 * Electron's security checklist (electronjs.org, "Security"), point by point on the running window. The numbers are the
 * checklist's; 16 (a current Electron) is what package.json pins, and 19 (fuses) is in package.spec.ts.
 */
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Desk } from '../support/desk.ts'
import { contentsPreferences, isolatedWorlds, ourProcesses, refused } from '../support/electron-inside.ts'
import { expect, test } from '../support/test.ts'

const FILE = 'file:///etc/hostname'

const ourUrl = (desk: Desk) =>
  desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())

/** A server of this computer that nobody should ever reach, and who did. */
async function trap() {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
    response.end('globalThis.ran = true')
  })
  server.on('upgrade', (request, socket) => {
    visits.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { visits, host: `127.0.0.1:${port}`, close: () => server.close() }
}

/** Everything that a page can load something with. */
async function loadEverything(desk: Desk, host: string): Promise<void> {
  await desk.page.evaluate(async (host) => {
    const add = (tag: string, given: object) =>
      document.body.append(Object.assign(document.createElement(tag), given))
    const http = `http://${host}`
    add('script', { src: `${http}/script` })
    add('link', { rel: 'stylesheet', href: `${http}/style` })
    add('link', { rel: 'prefetch', href: `${http}/prefetch` })
    add('link', { rel: 'manifest', href: `${http}/manifest` })
    add('img', { src: `${http}/image` })
    add('iframe', { src: `${http}/frame` })
    add('embed', { src: `${http}/embed` })
    add('object', { data: `${http}/object` })
    add('video', { src: `${http}/video` })
    add('img', { src: 'file:///etc/hostname' })
    add('iframe', { src: 'file:///etc/hostname' })
    const attempts = [
      () => fetch(`${http}/fetch`, { mode: 'no-cors' }),
      () => fetch('file:///etc/hostname'),
      () => import(`${http}/module`),
      () => new Worker(`${http}/worker`),
      () => new EventSource(`${http}/events`),
      () => navigator.sendBeacon(`${http}/beacon`, 'x'),
      () =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://${host}/socket`)
          socket.addEventListener('error', resolve)
          socket.addEventListener('open', resolve)
        })
    ]
    const outcomes = attempts.map(async (attempt) => attempt())
    await Promise.allSettled(outcomes)
  }, host)
}

test('1, 6, 7, 8: nothing is loaded from a network or a disk, with the policy and without it', async ({
  desk
}) => {
  const { visits, host, close } = await trap()
  await loadEverything(desk, host)
  // As if somebody had found a way round the policy: then the session itself refuses.
  const devtools = await desk.page.context().newCDPSession(desk.page)
  await devtools.send('Page.setBypassCSP', { enabled: true })
  await desk.page.reload()
  await desk.page.getByRole('banner').waitFor()
  await loadEverything(desk, host)
  for (const path of ['script', 'style', 'image', 'video', 'fetch', 'socket'])
    await refused(desk, 'request', `://${host}/${path}`)
  // Chromium itself refuses it to a page that is no file.
  expect(desk.complaints).toContain(`Not allowed to load local resource: ${FILE}`)
  expect(visits).toEqual([])
  expect(await desk.page.evaluate(() => 'ran' in window)).toBe(false)
  close()
  desk.complaints.length = 0
})

test('1: no packet leaves for a connection between browsers', async ({ desk }) => {
  const socket = createSocket('udp4')
  let packets = 0
  socket.on('message', () => (packets += 1))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const candidates = await desk.page.evaluate(async (port) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
    const found: string[] = []
    connection.createDataChannel('x')
    const gathered = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate) found.push(candidate.candidate)
        else resolve()
      })
    })
    await connection.setLocalDescription(await connection.createOffer())
    await gathered
    return found.filter((candidate) => / udp /i.test(candidate))
  }, socket.address().port)
  expect(candidates).toEqual([])
  expect(packets).toBe(0)
  socket.close()
})

test('2, 3, 4, 20: the page has nothing of Node and nothing of Electron', async ({ desk }) => {
  const found = await desk.page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis
    )
  )
  expect(found).toEqual([])
  expect(await isolatedWorlds(desk)).toEqual(['Electron Isolated Context'])
  const renderers = ourProcesses(desk).filter((command) => command.includes('--type=renderer'))
  expect(renderers.length).toBeGreaterThan(0)
  for (const command of renderers) expect(command).toContain('--enable-sandbox')
})

test('2, 3, 4, 6, 8, 9, 10: what the page runs with', async ({ desk }) => {
  const preferences = await contentsPreferences(desk)
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false
  })
  for (const risky of ['experimentalFeatures', 'nodeIntegrationInWorker'])
    expect(preferences[risky] ?? false).toBe(false)
  expect(preferences.enableBlinkFeatures ?? '').toBe('')
  const commands = ourProcesses(desk).join('\n')
  for (const risky of ['disable-web-security', 'enable-blink-features', 'allow-file-access-from-files'])
    expect(commands).not.toContain(`--${risky}`)
})

test('5: every permission is denied but that of copying a text', async ({ desk }) => {
  const outcome = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'midi']
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state)
    )
    const asked = await Promise.all(
      [
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        () => navigator.mediaDevices.getUserMedia({ audio: true }),
        () => navigator.mediaDevices.getDisplayMedia(),
        () => navigator.clipboard.readText(),
        () => navigator.requestMIDIAccess()
      ].map((ask) =>
        ask().then(
          () => 'granted',
          () => 'denied'
        )
      )
    )
    return [...states, ...asked, await Notification.requestPermission()]
  })
  expect(new Set(outcome)).toEqual(new Set(['denied']))
  // This one is never answered.
  await desk.page.evaluate(() => void document.documentElement.requestFullscreen())
  const full = await desk.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isFullScreen())
  )
  expect(full).toEqual([false])
  desk.complaints.length = 0
})

test('7: every response has its policy in a header', async ({ desk }) => {
  const paths = await desk.page.evaluate(() => [
    '/',
    '/ajustes',
    '/index.html',
    ...[...document.querySelectorAll('script[src], link[href]')].map(
      (element) =>
        new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).pathname
    ),
    '/assets/none.js',
    '/.hidden/x'
  ])
  expect(paths.length).toBeGreaterThan(6)
  const answers = await desk.page.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const { status, headers } = await fetch(path)
          return { path, status, policy: headers.get('content-security-policy') ?? '' }
        })
      ),
    paths
  )
  for (const { path, policy } of answers) {
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).not.toContain('unsafe-eval')
  }
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 404]))
  const elsewhere = await desk.electron.evaluate(async ({ net }) => {
    const answer = await net.fetch('ogdesk://elsewhere/')
    return { status: answer.status, policy: answer.headers.get('content-security-policy') }
  })
  expect(elsewhere).toMatchObject({ status: 404, policy: expect.stringContaining("default-src 'none'") })
  desk.complaints.length = 0
})

test('7: the policy runs no script and no style but our own', async ({ desk }) => {
  await desk.page.evaluate(() => {
    const violated = new Set<string>()
    Object.assign(window, { violated })
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    const link = document.createElement('a')
    link.href = 'javascript:window.ran=true'
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.ran = true')
    document.head.append(script, style)
    document.body.append(link, button)
    link.click()
    button.click()
    // As a text, which is code made of words.
    Reflect.apply(setTimeout, window, ['window.ran = true'])
  })
  const outcome = () =>
    desk.page.evaluate(() => ({
      ran: 'ran' in window,
      violated: [...(Reflect.get(window, 'violated') as Set<string>)].sort()
    }))
  await expect
    .poll(outcome)
    .toEqual({ ran: false, violated: ['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'] })
  desk.complaints.length = 0
})

test('11, 12: there is no webview', async ({ desk }) => {
  await desk.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'ogdesk://app/')
    view.setAttribute('allowpopups', '')
    view.setAttribute('nodeintegration', '')
    document.body.append(view)
  })
  // Asked after a round of the page, so that the element has had its turn.
  await desk.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))))
  const types = await desk.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType())
  )
  expect(types).not.toContain('webview')
})

test('13, 15, 18: the page stays where it is, and opens nothing outside', async ({ desk }) => {
  await desk.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  // The navigation is asked for later, for Playwright would wait for it to happen.
  const go = (address: string) =>
    desk.page.evaluate((address) => void setTimeout(() => location.assign(address), 0), address)
  const addresses = [
    'https://example.com/',
    'http://127.0.0.1:9/',
    'mailto:a@example.com',
    'ogdesk://elsewhere/'
  ]
  for (const address of addresses) {
    await go(address)
    await refused(desk, 'navigation', address)
  }
  for (const address of [FILE, 'data:text/html,x']) await go(address)
  await desk.page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), {
      action: 'https://example.com/form',
      method: 'post'
    })
    document.body.append(form)
    form.submit()
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.com/link',
      target: '_blank'
    })
    document.body.append(link)
    link.click()
  })
  await refused(desk, 'window', 'https://example.com/link')
  expect(await ourUrl(desk)).toMatch(/^ogdesk:\/\/app\//)
  expect(await desk.electron.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toEqual([])
  desk.complaints.length = 0
})

test('14: no new window', async ({ desk }) => {
  for (const address of ['https://example.com/', '/', 'about:blank', 'javascript:1', 'file:///etc/hostname'])
    expect(await desk.page.evaluate((address) => window.open(address), address)).toBeNull()
  expect(desk.electron.windows()).toHaveLength(1)
  desk.complaints.length = 0
})
