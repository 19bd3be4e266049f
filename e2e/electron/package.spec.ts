/** The packaged program: its fuses as they are in the binary, and what it then refuses. Point 19 of the checklist. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { BillOfMaterials } from '../../scripts/lib/bill-of-materials.ts'
import { electronToPack } from '../../scripts/lib/packager.ts'
import { ROOT } from '../../scripts/lib/project.ts'
import { electronCommand } from '../support/hosts.ts'

const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)
const { GrantFileProtocolExtraPrivileges: FILE_PRIVILEGES } = FuseV1Options

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string }>>
}

let folder: string
let program: string
/** Whether this Electron is old enough to lack the newest fuse, which then cannot be set. */
let older: boolean

// One package for all of them.
test.describe.configure({ mode: 'default' })
test.skip(process.platform !== 'linux', 'the package is laid out in another way there')

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ogdesk-package-'))
  older = !(FILE_PRIVILEGES in (await getCurrentFuseWire(electronCommand().program)))
  // Not by `npm run package`, which would build anew what other tests run on.
  const args = [join(ROOT, 'scripts/package.ts'), `--output=${folder}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
  program = join(folder, 'linux-unpacked', 'ogdesk')
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the packaged program says when it is started so. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { switches } = electronCommand()
  const { stdout, stderr } = spawnSync(program, [...switches, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env }
  })
  return stdout + stderr
}

test('the fuses of the binary are as the configuration wants them', async () => {
  const wire = await getCurrentFuseWire(program)
  const newest = older ? {} : { [FILE_PRIVILEGES]: OFF }
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableCookieEncryption]: OFF,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
    ...newest
  })
})

test('it is no Node, takes none of its options, and lets nobody debug it', () => {
  const required = join(folder, 'required.cjs')
  writeFileSync(required, 'process.stdout.write("INTRUDER")')
  const help = 'ogDesk, la consola de OpenGnsys'
  expect(run(['--help'])).toContain(help)
  expect(run(['--help'], { ELECTRON_RUN_AS_NODE: '1' })).toContain(help)
  const options = run(['--help'], { NODE_OPTIONS: `--require ${required}` })
  expect(options).toContain(help)
  expect(options).not.toContain('INTRUDER')
  expect(run(['--inspect=0', '--help'])).not.toContain('Debugger listening')
  expect(run(['--inspect-brk=0', '--help'])).toContain(help)
})

test('the bill of materials names what is in the package, and in which version', () => {
  const bill = JSON.parse(readFileSync(join(folder, 'ogdesk.cdx.json'), 'utf8')) as BillOfMaterials
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'ogdesk' } } })
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  const locked = new Set(
    Object.entries(packages).map(
      ([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`
    )
  )
  const named = bill.components.filter(({ type }) => type === 'library').map(({ purl }) => purl)
  expect(named.length).toBeGreaterThan(50)
  for (const purl of named) expect(locked).toContain(decodeURIComponent(purl.replace(/^pkg:npm\//, '')))
  const names = bill.components.map(({ name }) => name)
  // What runs: of the window, of the console, beside the bundle, and around it all.
  for (const name of ['vue', 'vuetify', '@fontsource/roboto', 'fastify', 'zod', 'better-sqlite3', 'electron'])
    expect(names).toContain(name)
  // What only builds and tests.
  for (const name of ['vite', 'vitest', 'typescript', 'playwright-core', 'drizzle-kit', 'electron-builder'])
    expect(names).not.toContain(name)
  const electron = bill.components.find(({ name }) => name === 'electron')
  expect(electron?.version).toBe(electronToPack().version)
})

test('it starts no program but its own archive', () => {
  const resources = join(dirname(program), 'resources')
  const archive = join(resources, 'app.asar')
  renameSync(archive, `${archive}.away`)
  mkdirSync(join(resources, 'app'))
  writeFileSync(join(resources, 'app', 'package.json'), JSON.stringify({ main: 'main.cjs' }))
  writeFileSync(join(resources, 'app', 'main.cjs'), 'process.stdout.write("INTRUDER"); process.exit(0)')
  expect(run(['--help'])).not.toContain('INTRUDER')
})
