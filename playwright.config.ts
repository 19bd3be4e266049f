/** The built program, driven twice by the same tests: in its window, and headless in a browser. */
import { defineConfig } from '@playwright/test'
import type { HostOptions } from './e2e/support/test.ts'

export default defineConfig<HostOptions>({
  testDir: 'e2e',
  outputDir: 'artifacts/e2e',
  globalSetup: './e2e/support/global-setup.ts',
  // A desk of its own per test: nothing is shared, so nothing needs an order.
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env.OGDESK_E2E_REPORT ?? 'artifacts/e2e.json' }]],
  use: { trace: 'off', screenshot: 'off' },
  projects: [
    { name: 'browser', testIgnore: ['**/electron/**', '**/docs/**'], use: { host: 'browser' } },
    { name: 'electron', testIgnore: ['**/browser/**', '**/docs/**'], use: { host: 'electron' } }
  ]
})
