/**
 * How long the desktop program takes to a window that shows its page, and how much memory it holds then, against an
 * empty Electron + Vue window on the same Electron. The console's inventory is the seed's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { _electron } from '@playwright/test'
import { build } from 'vite'
import { findElectron, missingDisplay, sandboxSwitches } from '../scripts/lib/electron.ts'
import { ROOT } from '../scripts/lib/project.ts'
import { median } from './median.ts'

const ROUNDS = 7
const MEBIBYTE = 1024

interface Program {
  readonly args: readonly string[]
  readonly env: Record<string, string>
  /** What is on the page once it can be worked with. */
  readonly shown: string
}

interface Figures {
  milliseconds: number
  mebibytes: number
}

async function measure(electron: string, { args, env, shown }: Program): Promise<Figures> {
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandboxSwitches(electron), ...args],
    cwd: ROOT,
    env: { ...(process.env as Record<string, string>), ...env }
  })
  try {
    const page = await app.firstWindow()
    await page.locator(shown).first().waitFor({ state: 'visible' })
    const milliseconds = performance.now() - started
    // All its processes; what they share is counted in each, for both programs alike.
    const kilobytes = await app.evaluate(({ app }) =>
      app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0)
    )
    return { milliseconds, mebibytes: kilobytes / MEBIBYTE }
  } finally {
    await app.close()
  }
}

async function buildEmptyApp(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(ROOT, 'bench/empty-app'),
    base: './',
    logLevel: 'error',
    plugins: [vue()],
    build: { outDir, emptyOutDir: true }
  })
}

/** Measures both in turn; where there is no Electron or no display, says so. */
export async function benchStartup(): Promise<object> {
  const electron = findElectron((text) => process.stderr.write(`${text}\n`))
  if (!electron.ok) return { 'not measured': electron.why }
  const display = missingDisplay()
  if (display !== null) return { 'not measured': display }
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-bench-'))
  try {
    const page = join(directory, 'page')
    await buildEmptyApp(page)
    const ours: Program = {
      args: ['.', `--data-dir=${join(directory, 'data')}`, '--webhook-host=127.0.0.1', '--webhook-port=0'],
      env: {},
      shown: 'nav'
    }
    const empty: Program = { args: ['bench/empty-app'], env: { BENCH_PAGE: page }, shown: 'main' }
    const rounds: { ours: Figures; empty: Figures }[] = []
    for (let index = 0; index <= ROUNDS; index++) {
      const round = { empty: await measure(electron.value, empty), ours: await measure(electron.value, ours) }
      // The first round makes the database and the certificate, and warms the disk's cache.
      if (index > 0) rounds.push(round)
    }
    const of = (pick: (round: { ours: Figures; empty: Figures }) => number) => median(rounds.map(pick))
    return {
      'ogDesk, start-up in ms': Math.round(of(({ ours }) => ours.milliseconds)),
      'empty window, start-up in ms': Math.round(of(({ empty }) => empty.milliseconds)),
      'start-up ratio': of(({ ours, empty }) => ours.milliseconds / empty.milliseconds).toFixed(2),
      'ogDesk, memory in MiB': Math.round(of(({ ours }) => ours.mebibytes)),
      'empty window, memory in MiB': Math.round(of(({ empty }) => empty.mebibytes)),
      'memory ratio': of(({ ours, empty }) => ours.mebibytes / empty.mebibytes).toFixed(2)
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
