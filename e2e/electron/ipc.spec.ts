/** Who gets a connection to the console, and what may be sent over it. Point 17 of Electron's security checklist. */
import { join } from 'node:path'
import type { Frame, Page } from '@playwright/test'
import { OUT } from '../../scripts/lib/project.ts'
import { GroupsPage } from '../pages/groups.ts'
import type { Desk } from '../support/desk.ts'
import { expect, test } from '../support/test.ts'

/** A question of the contract, as it is on the port. */
const QUESTION = JSON.stringify({ i: '1', p: { u: '/system/info', b: {} } })
const MEGABYTE = 1024 * 1024
/** What one message of this size may leave behind in the main process once it has been thrown away. */
const MAY_GROW = 150 * MEGABYTE

/** Asks for a connection from within a page or a frame, and asks the question over it. */
async function connect(from: Page | Frame): Promise<void> {
  await from.evaluate((question) => {
    const { port1, port2 } = new MessageChannel()
    const answers: string[] = []
    Object.assign(window, { port: port1, answers })
    port1.addEventListener('message', ({ data }) => answers.push(String(data)))
    port1.start()
    window.top?.postMessage('ogdesk:connect', '*', [port2])
    port1.postMessage(question)
  }, QUESTION)
}

const answersTo = (from: Page | Frame) => from.evaluate(() => Reflect.get(window, 'answers') as string[])
const answered = (from: Page | Frame, count: number) =>
  expect.poll(async () => (await answersTo(from)).length).toBe(count)

test('there is one channel, and nothing else to ask', async ({ desk }) => {
  const channels = await desk.electron.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String))
  expect(channels.filter((name) => name.startsWith('ogdesk'))).toEqual(['ogdesk:connect'])
})

test('a frame inside the page gets no connection; the page itself does', async ({ desk }) => {
  const { page } = desk
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>inside</p>', name: 'inside' })
    document.body.append(frame)
    return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  })
  const frame = page.frame('inside')!
  await connect(frame)
  // The same words from the page, and later: had the frame been heard, its answer would be here first.
  await connect(page)
  await answered(page, 1)
  expect(await answersTo(frame)).toEqual([])
})

test('another window gets no connection, though it has our preload and our address', async ({ desk }) => {
  const opened = desk.electron.waitForEvent('window')
  await desk.electron.evaluate(
    ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload } })
      void other.loadURL('ogdesk://app/')
    },
    join(OUT, 'preload', 'preload.cjs')
  )
  const other = await opened
  await other.waitForLoadState()
  await connect(other)
  await connect(desk.page)
  await answered(desk.page, 1)
  await expect.poll(() => desk.host.log.join('\n')).toContain('a connection was refused')
  expect(await answersTo(other)).toEqual([])
})

test('a frame that is not the page of our window gets no connection, whatever its address', async ({
  desk
}) => {
  const outcomes = await desk.electron.evaluate(
    async ({ BrowserWindow, MessageChannelMain, ipcMain }, question) => {
      const [ours] = BrowserWindow.getAllWindows()
      const other = new BrowserWindow({ show: false })
      await other.loadURL('ogdesk://app/')
      // As the preload's message arrives.
      const connect = (senderFrame: unknown) =>
        new Promise<string>((resolve) => {
          const { port1, port2 } = new MessageChannelMain()
          port2.on('message', () => resolve('answered'))
          port2.on('close', () => resolve('closed'))
          port2.start()
          ipcMain.emit('ogdesk:connect', { sender: ours?.webContents, senderFrame, ports: [port1] })
          port2.postMessage(question)
        })
      const frames = [ours?.webContents.mainFrame, other.webContents.mainFrame, null]
      return Promise.all(frames.map(connect))
    },
    QUESTION
  )
  expect(outcomes).toEqual(['answered', 'closed', 'closed'])
})

/** Bytes that the main process holds, after what nobody needs has been thrown away. */
function mainMemory(desk: Desk): Promise<number> {
  return desk.electron.evaluate(() => {
    globalThis.gc?.()
    return process.memoryUsage().rss
  })
}

test('messages of hundreds of megabytes, deep ones and wrong ones are thrown away, and the console goes on', async ({
  desk
}) => {
  const { page } = desk
  await connect(page)
  await answered(page, 1)
  const before = await mainMemory(desk)
  await page.evaluate((question) => {
    const port = Reflect.get(window, 'port') as MessagePort
    const huge = 'x'.repeat(300 * 1024 * 1024)
    port.postMessage(huge)
    port.postMessage(new ArrayBuffer(300 * 1024 * 1024))
    let deep: object = {}
    for (let level = 0; level < 1500; level += 1) deep = { deep }
    const circle: Record<string, unknown> = { i: '1' }
    circle.p = { u: '/system/info', b: circle }
    const wrong = [
      deep,
      circle,
      new Map([[circle, deep]]),
      new Date(),
      /x/,
      1,
      null,
      undefined,
      true,
      [],
      {},
      1n
    ]
    for (const message of wrong) port.postMessage(message)
    // Texts that are no question, or a wrong one.
    const nested = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    const texts = [
      '',
      'x',
      'null',
      '1',
      '[]',
      '{}',
      '{"i":1}',
      '{"i":"2","p":null}',
      '{"i":"2","p":{"u":5}}',
      nested
    ]
    for (const text of texts) port.postMessage(text)
    const ask = (u: string, json: string) =>
      port.postMessage(`{"i":"9","p":{"u":"${u}","b":{"json":${json}}}}`)
    for (const json of [nested, '{"language":{"__proto__":1}}', '5', `"${'y'.repeat(30_000_000)}"`])
      ask('/system/changeSettings', json)
    ask('/system/__proto__', '{}')
    ask('/constructor', '{}')
    port.postMessage(question)
  }, QUESTION)
  const last = async () => (await answersTo(page)).filter((answer) => answer.includes('"i":"1"')).length
  await expect.poll(last).toBe(2)
  const answers = await answersTo(page)
  // Whatever was asked wrongly was answered with an error, or not at all.
  for (const answer of answers.filter((text) => text.includes('"i":"9"'))) expect(answer).toMatch(/"s":4\d\d/)
  expect(desk.host.log.filter((line) => line.includes('a message of the page was refused')).length).toBe(14)
  expect((await mainMemory(desk)) - before).toBeLessThan(MAY_GROW)
  // The window works on.
  await expect(new GroupsPage(page).row('modelo')).toBeVisible()
})
