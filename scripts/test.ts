/**
 * `npm test`: everything, in one command. What this machine lacks (a browser, Electron, a screen) is named and skipped;
 * under CI=true it is a failure. The last line sums up: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findChromium } from '../e2e/support/chromium.ts'
import { ensureBuilt } from './lib/build.ts'
import { findElectron, missingDisplay } from './lib/electron.ts'
import { ARTIFACTS, npm, ROOT, say } from './lib/project.ts'

interface Counts {
  passed: number
  failed: number
}

const total: Counts = { passed: 0, failed: 0 }
const problems: string[] = []
const skipped: string[] = []

function program(path: string): string[] {
  return [process.execPath, resolve(ROOT, 'node_modules', path)]
}

/** Runs a command to its end, shown as it goes; whether it succeeded. */
function run(name: string, [command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  say(`\n▶ ${name}`)
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env }
  })
  if (status !== 0) problems.push(name)
  return status === 0
}

/** Counts a step that has no tests of its own only where it failed. */
function step(succeeded: boolean): boolean {
  if (!succeeded) total.failed += 1
  return succeeded
}

/** Adds a report's counts; a run that wrote none, or failed without a failed test, failed as a whole. */
function count(name: string, succeeded: boolean, report: string, read: (report: unknown) => Counts): void {
  let counts: Counts
  try {
    counts = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    counts = { passed: 0, failed: 0 }
  }
  if (!succeeded && counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  say(`  ${name}: ${counts.passed} passed, ${counts.failed} failed`)
}

function unitTests(): void {
  const report = join(ARTIFACTS, 'vitest.json')
  const command = [
    ...program('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`
  ]
  count('unit and integration', run('unit and integration tests', command), report, (value) => {
    const { numPassedTests, numFailedTests } = value as { numPassedTests: number; numFailedTests: number }
    return { passed: numPassedTests, failed: numFailedTests }
  })
}

function endToEnd(project: 'browser' | 'electron', prefix: readonly string[]): void {
  const report = join(ARTIFACTS, `e2e-${project}.json`)
  const command = [...prefix, ...program('@playwright/test/cli.js'), 'test', `--project=${project}`]
  const succeeded = run(`end to end: ${project}`, command, { OGDESK_E2E_REPORT: report })
  count(`end to end, ${project}`, succeeded, report, (value) => {
    const { expected, unexpected, flaky } = (value as { stats: Record<string, number> }).stats
    return { passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected ?? 0 }
  })
}

/** The short run; `npm run test:crash` is the long one. */
function crashes(): void {
  const succeeded = run('crashes', [process.execPath, resolve(ROOT, 'scripts/crash.ts'), '--kills', '8'])
  if (step(succeeded)) total.passed += 1
}

/** The short run; `npm run test:fuzz` is the long one. */
function fuzz(): void {
  if (process.platform !== 'linux') return skip('bad requests', 'this is not Linux', 'Run it where /proc is')
  const command = [process.execPath, resolve(ROOT, 'scripts/fuzz.ts'), '--requests', '800']
  if (step(run('bad requests', command))) total.passed += 1
}

/** A part that cannot be run here: a failure in CI, and said plainly elsewhere. */
function skip(part: string, why: string, how: string): void {
  skipped.push(`${part}: ${why}. ${how}`)
  if (!process.env.CI) return
  problems.push(`${part} (skipped)`)
  total.failed += 1
}

/** What starts a command with a screen: nothing where there is one; null where none can be had. */
function screen(): string[] | null {
  if (missingDisplay() === null) return []
  const { status } = spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' })
  // Without -noreset the screen starts anew when its last window goes, and a program that opens just then hangs.
  const settings = '--server-args=-screen 0 1600x1200x24 -noreset'
  return status === 0 ? ['xvfb-run', '--auto-servernum', settings] : null
}

function endToEndBrowser(): void {
  const how = 'Install Chromium (Debian: apt-get install chromium), or name one in OGDESK_CHROMIUM'
  if (findChromium() === null) skip('end to end in a browser', 'no Chromium was found', how)
  else endToEnd('browser', [])
}

function endToEndElectron(): void {
  const part = 'end to end in the Electron window'
  const prefix = screen()
  if (prefix === null)
    return skip(part, 'there is no screen', 'Install xvfb (Debian: apt-get install xvfb xauth)')
  const electron = findElectron(say)
  if (!electron.ok) {
    return skip(part, electron.why, 'Name the folder of an Electron in ELECTRON_OVERRIDE_DIST_PATH')
  }
  endToEnd('electron', prefix)
}

function built(): boolean {
  say('\n▶ build')
  try {
    ensureBuilt()
    return true
  } catch (error) {
    say((error as Error).message)
    problems.push('build')
    return false
  }
}

mkdirSync(ARTIFACTS, { recursive: true })
for (const report of ['vitest.json', 'e2e-browser.json', 'e2e-electron.json'])
  rmSync(join(ARTIFACTS, report), { force: true })
step(run('lint', [...npm(), 'run', '-s', 'lint']))
unitTests()
if (step(built())) {
  crashes()
  fuzz()
  endToEndBrowser()
  endToEndElectron()
}

say('')
for (const line of skipped) say(`Skipped: ${line}`)
for (const name of problems) say(`Failed: ${name}`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 ? 0 : 1)
