/** `npm run headless`: the console in a browser. Its arguments are the program's. */
import { createRequire } from 'node:module'
import { ensureBuilt } from './lib/build.ts'
import { HEADLESS_MAIN, say } from './lib/project.ts'

try {
  ensureBuilt()
} catch (error) {
  say((error as Error).message)
  process.exit(1)
}
// In this process: signals, standard output and the exit code are its own.
createRequire(import.meta.url)(HEADLESS_MAIN)
