/** Starts the built program: in its window, or headless with a page of Chromium. */
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { _electron, type Browser } from '@playwright/test'
import { startConsoleProcess } from '../../scripts/lib/console-process.ts'
import { findElectron, sandboxSwitches } from '../../scripts/lib/electron.ts'
import { ROOT } from '../../scripts/lib/project.ts'
import type { HostStarter } from './desk.ts'

/** The size of the window when it is first opened, and so of the browser's page. */
const PAGE_SIZE = { width: 1280, height: 840 }

/** Milliseconds; less than a test has, so that a start that hangs is told as what it is. */
const START_WITHIN = 45_000

/** Electron's program, with the switches that it needs here. */
export function electronCommand(): { program: string; switches: string[] } {
  const found = findElectron(() => undefined)
  if (!found.ok) throw new Error(found.why)
  return { program: found.value, switches: sandboxSwitches(found.value) }
}

export const electronStarter: HostStarter = async (args, env) => {
  const { program, switches } = electronCommand()
  const electron = await _electron.launch({
    executablePath: program,
    args: [...switches, '.', ...args],
    cwd: ROOT,
    env: { ...(process.env as Record<string, string>), ...env },
    timeout: START_WITHIN
  })
  const child = electron.process()
  const log: string[] = []
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => log.push(line))
  const exited = once(child, 'exit')
  return {
    electron,
    log,
    page: await electron.firstWindow({ timeout: START_WITHIN }),
    close: () => electron.close(),
    async kill() {
      child.kill('SIGKILL')
      await exited
    }
  }
}

/** @param launch the browser of this worker, launched at its first use */
export function browserStarter(launch: () => Promise<Browser>): HostStarter {
  return async (args) => {
    const log: string[] = []
    const console = await startConsoleProcess({ args, log: (line) => log.push(line) })
    const browser = await launch()
    const context = await browser.newContext({
      viewport: PAGE_SIZE,
      locale: 'es-ES',
      permissions: ['clipboard-read', 'clipboard-write']
    })
    const page = await context.newPage()
    const url = await console.signInUrl()
    await page.goto(url)
    return {
      page,
      url,
      log,
      console,
      async close() {
        await context.close()
        await console.stop()
      },
      async kill() {
        // The page first: what it still fetches must not look like a complaint of its own.
        await context.close()
        console.child.kill('SIGKILL')
        await console.exited
      }
    }
  }
}
