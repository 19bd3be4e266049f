/** `npm start`: the desktop window. */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './lib/build.ts'
import { findElectron, missingDisplay, sandboxSwitches } from './lib/electron.ts'
import { ROOT, say } from './lib/project.ts'

function giveUp(why: string): never {
  say(`No se puede abrir la ventana: ${why}.\nSin ventana, en un navegador: npm run headless`)
  process.exit(1)
}

const noDisplay = missingDisplay()
if (noDisplay !== null) giveUp(noDisplay)
const electron = findElectron(say)
if (!electron.ok) giveUp(electron.why)
try {
  ensureBuilt()
} catch (error) {
  say((error as Error).message)
  process.exit(1)
}
const child = spawn(electron.value, [...sandboxSwitches(electron.value), '.', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit'
})
// The window decides when to end; what asks this script to end is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('close', (code) => process.exit(code ?? 1))
