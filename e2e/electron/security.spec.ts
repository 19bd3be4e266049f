import { join } from 'node:path'
import { OUT } from '../../scripts/lib/project.ts'
import { expect, test } from '../support/test.ts'

test('the page has nothing of Node and nothing of Electron', async ({ desk }) => {
  const found = await desk.page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis
    )
  )
  expect(found).toEqual([])
  const preferences = await desk.electron.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents().find((one) => one.getType() === 'window')
    // Electron does not declare it, but has it for this.
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true
  })
})

test('the policy refuses scripts, styles, frames and connections that are not its own', async ({ desk }) => {
  await desk.page.evaluate(() => {
    const violated = new Set<string>()
    Object.assign(window, { violated })
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(script, style)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    // As a text, which is code made of words.
    Reflect.apply(setTimeout, window, ['window.ran = true'])
    void fetch('https://example.com/').catch(() => undefined)
  })
  const outcome = () =>
    desk.page.evaluate(() => ({
      ran: 'ran' in window,
      violated: [...(Reflect.get(window, 'violated') as Set<string>)].sort()
    }))
  await expect.poll(outcome).toEqual({
    ran: false,
    violated: ['connect-src', 'frame-src', 'script-src', 'script-src-elem', 'style-src-elem']
  })
  desk.complaints.length = 0
})

test('new windows and permissions are denied', async ({ desk }) => {
  expect(await desk.page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  expect(await desk.page.evaluate(() => window.open('/'))).toBeNull()
  expect(desk.electron.windows()).toHaveLength(1)
  const states = await desk.page.evaluate(() =>
    Promise.all(
      (['geolocation', 'camera', 'notifications'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state
      )
    )
  )
  expect(states).toEqual(['denied', 'denied', 'denied'])
  expect(await desk.page.evaluate(() => Notification.requestPermission())).toBe('denied')
})

test('the page stays where it is', async ({ desk }) => {
  // The navigation is asked for later, for Playwright would wait for it to happen.
  await desk.page.evaluate(() => void setTimeout(() => location.assign('https://example.com/'), 0))
  await expect
    .poll(() => desk.host.log.find((line) => line.includes('https://example.com/')))
    .toContain('refused')
  const url = await desk.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL()
  )
  expect(url).toMatch(/^ogdesk:\/\/app\//)
})

test('another window gets no connection to the console', async ({ desk }) => {
  const preload = join(OUT, 'preload', 'preload.cjs')
  await desk.electron.evaluate(({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload } })
    void other.loadURL('ogdesk://app/')
  }, preload)
  await expect.poll(() => desk.host.log.join('\n')).toContain('a connection was refused')
})
