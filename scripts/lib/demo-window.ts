/** The demonstration that somebody watches: in the window, or in a browser where there is none. */
import { setTimeout as delay } from 'node:timers/promises'
import type { ConsoleProcess } from './console-process.ts'
import type { DemoOptions } from './demo-options.ts'
import { setStage } from './demo-stage.ts'
import { findElectron, missingDisplay, type Found } from './electron.ts'

function chooseWindow(options: DemoOptions, print: (text: string) => void): Found<string> {
  if (options.headless) return { ok: false, why: 'se ha pedido con --headless' }
  const why = missingDisplay()
  return why === null ? findElectron(print) : { ok: false, why }
}

/** Resolves when the console ends by itself, or somebody asks this program to end. */
function untilAsked(exited: Promise<unknown>): Promise<unknown> {
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
  })
  return Promise.race([exited, asked])
}

/** Each address is good for one sign-in; the next one comes when it has been used. Rejects when the console ends. */
async function tellAddresses(console: ConsoleProcess, print: (text: string) => void): Promise<never> {
  for (;;) print(`  ${await console.signInUrl()}`)
}

export async function demoWindow(options: DemoOptions, print: (text: string) => void): Promise<number> {
  const electron = chooseWindow(options, print)
  const stage = await setStage({ ...options, ...(electron.ok && { electron: electron.value }) })
  print(`Carpeta de la demostración: ${stage.directory}`)
  print('Aula Demo: «modelo» está en ogLive, listo para crear una imagen desde su menú de comandos.')
  if (electron.ok) {
    print('La consola está en su ventana. Al cerrarla termina la demostración (o con Ctrl+C aquí).')
  } else {
    print(`Sin la ventana de Electron: ${electron.why}.`)
    print('Ctrl+C termina la demostración. Se entra con un navegador de este ordenador:')
    void tellAddresses(stage.console, print).catch(() => undefined)
  }
  await untilAsked(stage.console.exited)
  // Whatever hangs, the person at the keyboard gets the prompt back.
  await Promise.race([stage.close(), delay(20_000, undefined, { ref: false })])
  stage.removeDirectory()
  return 0
}
