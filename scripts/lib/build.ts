/** Builds the program where it has not been built since its sources changed. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { HEADLESS_MAIN, OUT, ROOT, say } from './project.ts'

const SOURCES = ['electron', 'headless', 'src', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const PRODUCTS = [
  HEADLESS_MAIN,
  ...['main/main.cjs', 'preload/preload.cjs', 'renderer/index.html'].map((file) => resolve(OUT, file))
]

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  // The folder's own time tells of files that were taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(resolve(path, name))))
}

function isBuilt(): boolean {
  const products = PRODUCTS.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...products) >= Math.max(...SOURCES.map((path) => newest(resolve(ROOT, path))))
}

/** @throws with the builder's own output where the program cannot be built */
export function ensureBuilt(): void {
  if (isBuilt()) return
  say('Compilando ogDesk…')
  const builder = resolve(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, 'build'], {
    cwd: ROOT,
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`No se ha podido compilar ogDesk:\n${stdout}${stderr}`)
}
