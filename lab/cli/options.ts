import { parseArgs } from 'node:util'
import { parseFault } from '../faults.ts'
import type { AgentFault, Fault, RepositoryFault } from '../faults.ts'
import { MOST_COMPUTERS, seedComputers } from '../seed.ts'
import type { LabOptions } from '../types.ts'

/** How the command line calls the repository, whose own name has a space in it. */
export const REPOSITORY = 'repositorio'

export interface CliOptions {
  help: boolean
  json: boolean
  verbose: boolean
  /** Everything but the folder, which may have to be made first. */
  lab: Omit<LabOptions, 'directory'>
  directory: string | undefined
}

/** Reads the command line. Throws an Error whose message is a Spanish sentence for the user. */
export function parseCommandLine(args: string[]): CliOptions {
  const { values } = parseSpanish(args)
  const computers = seedComputers(whole(values.computers, 'computers', 1, MOST_COMPUTERS) ?? 2)
  const lab: CliOptions['lab'] = {
    computers,
    consoleUrl: consoleAddress(values.console),
    announce: values.announce
  }
  const strangers = whole(values.strangers, 'strangers', 0, MOST_COMPUTERS - computers.length)
  if (strangers !== undefined) lab.strangers = strangers
  const diskSizeMiB = whole(values['disk-size'], 'disk-size', 8, 16 * 1024)
  if (diskSizeMiB !== undefined) lab.diskSizeMiB = diskSizeMiB
  const jobDurationMs = whole(values.duration, 'duration', 0, 24 * 60 * 60 * 1000)
  if (jobDurationMs !== undefined) lab.jobDurationMs = jobDurationMs
  const portBase = whole(values['port-base'], 'port-base', 1, 65535 - MOST_COMPUTERS - 1)
  if (portBase !== undefined) lab.portBase = portBase
  const layout = whole(values.layout, 'layout', 0, 999)
  if (layout !== undefined) lab.layout = layout
  const bootMs = whole(values.boot, 'boot', 0, 60 * 60 * 1000)
  if (bootMs !== undefined) lab.bootMs = bootMs
  const seed = whole(values.seed, 'seed', 0, Number.MAX_SAFE_INTEGER)
  if (seed !== undefined) lab.seed = seed
  for (const text of values.fault) {
    const { name, fault } = faultArgument(text)
    if (fault === null) continue
    const computer = computers.find((candidate) => candidate.name === name)
    if (computer) computer.fault = fault as AgentFault
    else if (name === REPOSITORY) lab.repository = { fault: fault as RepositoryFault }
    else throw new Error(`--fault ${text}: no hay ningún equipo llamado "${name}".`)
  }
  for (const text of values['small-disk']) {
    const [name = '', size = ''] = text.split('=')
    const computer = computers.find((candidate) => candidate.name === name)
    if (!computer) throw new Error(`--small-disk ${text}: no hay ningún equipo llamado "${name}".`)
    const diskMiB = whole(size, `small-disk ${name}`, 4, 16 * 1024)
    if (diskMiB !== undefined) computer.diskSizeMiB = diskMiB
  }
  const { help, json, verbose, directory } = values
  return { help, json, verbose, lab, directory }
}

function parseSpanish(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        computers: { type: 'string' },
        strangers: { type: 'string' },
        directory: { type: 'string' },
        console: { type: 'string', default: 'https://127.0.0.1:8443' },
        'disk-size': { type: 'string' },
        'small-disk': { type: 'string', multiple: true, default: [] },
        layout: { type: 'string' },
        boot: { type: 'string' },
        duration: { type: 'string' },
        'port-base': { type: 'string' },
        seed: { type: 'string' },
        fault: { type: 'string', multiple: true, default: [] },
        announce: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    })
  } catch (error) {
    throw new Error(`No se entiende la orden: ${(error as Error).message}`, { cause: error })
  }
}

function whole(text: string | undefined, name: string, least: number, most: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new Error(`--${name} ${text}: se espera un número entero entre ${least} y ${most}.`)
}

function consoleAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new Error(`--console ${text}: se espera una dirección como https://127.0.0.1:8443.`)
}

/** Reads `name=kind` or `name=kind:text`. */
function faultArgument(text: string): { name: string; fault: Fault | null } {
  const [name = '', ...rest] = text.split('=')
  if (name === '' || rest.length === 0) throw new Error(`--fault ${text}: se espera nombre=fallo.`)
  return { name, fault: parseFault(rest.join('=')) }
}
