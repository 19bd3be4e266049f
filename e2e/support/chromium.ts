/** Which Chromium the browser tests use: one that is here already, for none is downloaded. */
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]

/** The program, or null where there is none: OGDESK_CHROMIUM, Playwright's own, or the system's. */
export function findChromium(): string | null {
  const named = process.env.OGDESK_CHROMIUM
  if (named) return existsSync(named) ? named : null
  return [chromium.executablePath(), ...INSTALLED].find((path) => path !== '' && existsSync(path)) ?? null
}
