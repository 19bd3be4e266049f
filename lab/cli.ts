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
  try {
    const lab = await startLab({ ...options.lab, directory, ...(options.verbose && { log: complain }) })
    introduce(lab, options.json)
    await untilAsked(lab)
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

/** Resolves on `quit`, SIGINT or SIGTERM. The end of standard input alone stops nothing: it may run in the background. */
function untilAsked(lab: Lab): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin })
    const finish = () => {
      lines.close()
      process.off('SIGINT', finish)
      process.off('SIGTERM', finish)
      process.stdin.destroy()
      resolve()
    }
    process.on('SIGINT', finish)
    process.on('SIGTERM', finish)
    // One command after the other, in the order typed.
    let turn = Promise.resolve()
    lines.on('line', (line) => {
      turn = turn.then(async () => {
        try {
          const answer = await runCommand(lab, line)
          if (answer === null) finish()
          else if (answer !== '') say(answer)
        } catch (error) {
          say((error as Error).message)
        }
      })
    })
  })
}

process.exitCode = await main()
