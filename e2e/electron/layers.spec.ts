/** What security.spec.ts finds refused is refused by more than one layer: here each of the inner ones is alone. */
import { refused } from '../support/electron-inside.ts'
import { expect, test } from '../support/test.ts'

const FILE = 'file:///etc/hostname'

test('6, 8: no window shows a file, whoever opens it', async ({ desk }) => {
  const outcome = await desk.electron.evaluate(async ({ BrowserWindow }, file) => {
    const other = new BrowserWindow({ show: false })
    return other.loadURL(file).then(() => 'shown', String)
  }, FILE)
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  await refused(desk, 'request', FILE)
})

test('12: a window that may have webviews gets none', async ({ desk }) => {
  const opened = desk.electron.waitForEvent('window')
  await desk.electron.evaluate(({ BrowserWindow }) => {
    const other = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
    void other.loadURL('ogdesk://app/')
  })
  const other = await opened
  await other.waitForLoadState()
  await other.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'ogdesk://app/')
    document.body.append(view)
  })
  await refused(desk, 'webview', '')
  const types = await desk.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType())
  )
  expect(types).not.toContain('webview')
})

test('13: a redirection leads nowhere else either', async ({ desk }) => {
  const address = 'ogdesk://elsewhere/'
  await desk.electron.evaluate(({ session }, redirectURL) => {
    session.defaultSession.webRequest.onBeforeRequest((details, decide) =>
      decide(details.url.endsWith('/away') ? { redirectURL } : {})
    )
  }, address)
  // Later, for Playwright would wait for it to happen.
  await desk.page.evaluate(() => void setTimeout(() => location.assign('/away'), 0))
  await refused(desk, 'redirection', address)
  expect(desk.page.url()).toMatch(/^ogdesk:\/\/app\//)
  desk.complaints.length = 0
})

test('what the page has not made itself is not saved', async ({ desk }) => {
  const address = 'data:text/plain,intruder'
  await desk.electron.evaluate(({ session }) => {
    session.defaultSession.on('will-download', ({ defaultPrevented: prevented }) =>
      Object.assign(globalThis, { prevented })
    )
  })
  await desk.page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, download: 'intruder.txt' })
    document.body.append(link)
    link.click()
  }, address)
  await refused(desk, 'download', address)
  const prevented = () => desk.electron.evaluate(() => Reflect.get(globalThis, 'prevented') as unknown)
  await expect.poll(prevented).toBe(true)
})
