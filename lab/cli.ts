/** `npm run lab`: the simulated classroom on its own, with commands on standard input. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runCommand } from './cli/commands.ts'
import { parseCommandLine } from './cli/options.ts'
import type { CliOptions } from './cli/options.ts'
import { HELP, statusTable } from './cli/texts.ts'
import { startLab } from './lab.ts'
import type { Lab } from './lab.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

async function main(): Promise<number> {
  let options: CliOptions
  try {
    options = parseCommandLine(process.argv.slice(2))
  } catch (error) {
    complain((error as Error).message)
    return 2
  }
  if (options.help) {
    say(HELP)
    return 0
  }
  const temporary = options.directory === undefined ? await mkdtemp(join(tmpdir(), 'ogdesk-lab-')) : undefined
  const directory = options.directory ?? temporary ?? ''
  // From here on there is something to clean up, so a signal must not end the process by itself.
  const stop = stopSwitch()
  try {
    const lab = await startLab({ ...options.lab, directory, ...(options.verbose && { log: complain }) })
    introduce(lab, options.json)
    obeyLines(lab, stop.now)
    await stop.asked
    process.stdin.destroy()
    await lab.stop()
    return 0
  } catch (error) {
    complain(`El laboratorio no ha podido arrancar: ${(error as Error).message}`)
    return 1
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true })
  }
}

function introduce(lab: Lab, json: boolean): void {
  const description = lab.describe()
  if (json) {
    say(JSON.stringify(description))
    return
  }
  say(`Aula simulada en ${description.directory}\nConsola: ${description.consoleUrl}\n`)
  say(statusTable(lab))
  say('\nEscriba "help" para ver las órdenes y "quit" para salir.')
}

/** Resolves `asked` on now(), SIGINT or SIGTERM. */
function stopSwitch(): { asked: Promise<void>; now: () => void } {
  let now!: () => void
  const asked = new Promise<void>((resolve) => (now = resolve))
  process.once('SIGINT', now)
  process.once('SIGTERM', now)
  return { asked, now }
}

/**
 * Obeys commands from standard input, one after the other in the order typed. Its end alone stops nothing: the lab may run
 * in the background.
 */
function obeyLines(lab: Lab, quit: () => void): void {
  let turn = Promise.resolve()
  createInterface({ input: process.stdin }).on('line', (line) => {
    turn = turn.then(() => obey(lab, line, quit))
  })
}

/** Runs a line and says its answer. */
async function obey(lab: Lab, line: string, quit: () => void): Promise<void> {
  try {
    const answer = await runCommand(lab, line)
    if (answer === null) quit()
    else if (answer !== '') say(answer)
  } catch (error) {
    say((error as Error).message)
  }
}

process.exitCode = await main()
