import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../support/desk.ts'
import { startConsoleProcess } from '../../scripts/lib/console-process.ts'
import { ROOT } from '../../scripts/lib/project.ts'
import { CreateImagePage } from '../pages/create-image.ts'
import { GroupsPage } from '../pages/groups.ts'
import { electronCommand } from '../support/hosts.ts'
import { expect, test } from '../support/test.ts'

const isVisible = (desk: Desk) =>
  desk.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible())
  )

test('a second start brings up the window of the first', async ({ desk }) => {
  await desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expect(await isVisible(desk)).toEqual([false])
  const { program, switches } = electronCommand()
  const second = spawn(program, [...switches, '.', `--data-dir=${desk.dataDirectory}`], {
    cwd: ROOT,
    stdio: 'ignore'
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  await expect.poll(() => isVisible(desk)).toEqual([true])
})

test('the window opens where and as large as it was closed', async ({ desk }) => {
  const bounds = { x: 60, y: 40, width: 1100, height: 700 }
  const read = () =>
    desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  await desk.electron.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    bounds
  )
  await expect.poll(read).toEqual(bounds)
  await desk.quit()
  await desk.start()
  await expect.poll(read).toEqual(bounds)
})

test.describe('while a job runs', () => {
  test.use({ deskOptions: { lab: { jobDurationMs: 60_000 } } })

  test('closing the window asks once, and staying stays', async ({ desk }) => {
    await new GroupsPage(desk.page)
      .row('modelo')
      .getByRole('link', { name: 'Crear imagen desde modelo' })
      .click()
    await new CreateImagePage(desk.page).create('image-test')
    await expect(desk.page.getByTestId('bell')).toHaveAccessibleName(/1 en curso/)
    // Nobody can click a native dialog here: it is answered, and what it said is kept.
    await desk.electron.evaluate(({ dialog, BrowserWindow }) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked, answer: 0 })
      dialog.showMessageBox = (...args: unknown[]) => {
        asked.push(args.at(-1))
        return Promise.resolve({
          response: Reflect.get(globalThis, 'answer') as number,
          checkboxChecked: false
        })
      }
      BrowserWindow.getAllWindows()[0]?.close()
    })
    const asked = () => desk.electron.evaluate(() => Reflect.get(globalThis, 'asked') as unknown[])
    await expect.poll(asked).toEqual([
      expect.objectContaining({
        message: 'Hay una tarea en marcha. ¿Salir de todos modos?',
        detail: expect.stringContaining('volverá a preguntar')
      })
    ])
    expect(await isVisible(desk)).toEqual([true])

    const child = desk.electron.process()
    const exited = once(child, 'exit')
    await desk.electron.evaluate(({ BrowserWindow }) => {
      Object.assign(globalThis, { answer: 1 })
      BrowserWindow.getAllWindows()[0]?.close()
    })
    expect(await exited).toEqual([0, null])
  })
})

test('the first line on standard output tells where it is, and a signal ends it cleanly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogdesk-e2e-'))
  const dataDirectory = join(folder, 'data')
  const console = await startConsoleProcess({
    electron: electronCommand().program,
    args: ['--data-dir', dataDirectory, '--webhook-host', '127.0.0.1', '--webhook-port', '0']
  })
  expect(console.ready).toMatchObject({
    ready: true,
    dataDir: dataDirectory,
    webhook: { state: 'listening' }
  })
  console.child.kill('SIGTERM')
  expect(await console.exited).toBe(0)
  // It is made where there is none, for its owner only.
  expect(statSync(dataDirectory).mode & 0o077).toBe(0)
  rmSync(folder, { recursive: true })
})

test('a bad option is told in a sentence', async () => {
  const { program, switches } = electronCommand()
  const child = spawn(program, [...switches, '.', '--webhook-port', 'ocho'], { cwd: ROOT })
  let text = ''
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  expect(code).toBe(2)
  expect(text).toContain('--webhook-port quiere un número de 0 a 65535, y se ha dado «ocho».')
})
