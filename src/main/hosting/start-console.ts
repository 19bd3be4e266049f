/** What both hosts do with the console alike: start it, fill it where it was asked for, count its jobs. */
import { readFile } from 'node:fs/promises'
import { createRouterClient } from '@orpc/server'
import type { Language } from '#shared/contract/inputs.ts'
import { failureSentence } from '#shared/messages/format.ts'
import { createConsole, type OgConsole } from '../console.ts'
import { FailureError } from '../failure-error.ts'
import type { ConsoleOptions, ConsolePorts, Logger } from '../ports.ts'
import type { HostOptions } from './cli-options.ts'

/** The part of a host's command line that is the console's own affair. */
export function consoleOptions(
  options: HostOptions
): Pick<ConsoleOptions, 'webhookHost' | 'webhookPort' | 'networkMap'> {
  const { webhookHost, webhookPort, networkMap } = options
  return {
    ...(webhookHost !== undefined && { webhookHost }),
    ...(webhookPort !== undefined && { webhookPort }),
    networkMap
  }
}

async function readDocument(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`No se ha podido leer el inventario ${path}: ${(error as Error).message}`, {
      cause: error
    })
  }
}

async function fillInventory(console: OgConsole, file: string, log: Logger): Promise<void> {
  const document = await readDocument(file)
  const api = createRouterClient(console.router)
  if ((await api.system.info()).recovery) {
    log.warn({ file }, 'inventory not imported: first somebody has to decide about the damaged database')
    return
  }
  const { units, clients, repositories } = await api.inventory.snapshot()
  if (units.length + clients.length + repositories.length > 0) {
    log.info({ file }, 'inventory not imported: the one in the data directory is not empty')
    return
  }
  log.info({ file, ...console.importInventory(document) }, 'inventory imported')
}

/** What went wrong, in the user's language where it is a failure that has a sentence. */
function problemSentence(error: unknown, language: Language): string {
  if (error instanceof FailureError) return failureSentence(language, error.failure)
  return error instanceof Error ? error.message : String(error)
}

export interface StartRequest {
  readonly options: ConsoleOptions
  readonly ports: ConsolePorts
  /** An inventory that is still empty is filled from it. */
  readonly importFile: string | undefined
  /** The language of what may go wrong. */
  readonly language: Language
  /** Told as soon as the console can be asked; what is returned is waited for before its network starts. */
  readonly built?: (console: OgConsole) => Promise<void>
}

/**
 * Builds the console and starts it.
 * @throws an Error whose message is a sentence for the user; nothing is left running then
 */
export async function startConsole(request: StartRequest): Promise<OgConsole> {
  const { options, ports, importFile, language, built } = request
  let console: OgConsole | undefined
  try {
    console = createConsole(options, ports)
    if (importFile !== undefined) await fillInventory(console, importFile, ports.log)
    await built?.(console)
    await console.start()
  } catch (error) {
    await console?.stop()
    throw new Error(problemSentence(error, language), { cause: error })
  }
  const { state, urls } = console.webhookStatus()
  ports.log.info({ dataDirectory: options.dataDirectory, webhook: { state, urls } }, 'console started')
  return console
}

/** How many jobs have not ended. */
export async function runningJobs(console: OgConsole): Promise<number> {
  return (await createRouterClient(console.router).traces.recent()).running.length
}
