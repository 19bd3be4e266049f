/** The tests' own `test`: every test gets a desk of its own, in the host of its project. */
import { chromium, expect, test as base, type Browser } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { Desk, type DeskOptions } from './desk.ts'
import { browserStarter, electronStarter } from './hosts.ts'

export interface HostOptions {
  host: 'electron' | 'browser'
}

interface Fixtures {
  /** Changed per file or group with `test.use({ deskOptions: … })`. */
  deskOptions: Partial<DeskOptions>
  desk: Desk
}

interface WorkerFixtures {
  launchBrowser: () => Promise<Browser>
}

function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium here: name one in OGDESK_CHROMIUM')
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures>({
  host: ['browser', { option: true }],
  deskOptions: [{}, { option: true }],
  launchBrowser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined
      await use(() => (browser ??= launchChromium()))
      await (await browser)?.close()
    },
    { scope: 'worker' }
  ],
  desk: async ({ host, deskOptions, launchBrowser }, use) => {
    const starter = host === 'electron' ? electronStarter : browserStarter(launchBrowser)
    const desk = await Desk.open({ inventory: true, env: {}, lab: {}, ...deskOptions }, starter)
    try {
      await use(desk)
      expect(desk.complaints, 'what the page complained about').toEqual([])
    } finally {
      await desk.dispose()
    }
  }
})

export { expect }
