/** Where things are in the project, for the scripts. */
import { resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
export const OUT = resolve(ROOT, 'out')
export const HEADLESS_MAIN = resolve(OUT, 'main/headless.cjs')
export const ARTIFACTS = resolve(ROOT, 'artifacts')

/** Standard output belongs to the programs that the scripts start; what the scripts say goes to standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The npm that runs a script of ours, which on Windows is no program that could be started by its name. */
export function npm(): string[] {
  const { npm_execpath: path } = process.env
  return path?.endsWith('.js') ? [process.execPath, path] : ['npm']
}
