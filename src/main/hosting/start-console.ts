/** What both hosts do with the console alike: start it, fill it where it was asked for, count its jobs. */
import { readFile } from 'node:fs/promises'
import { createRouterClient } from '@orpc/server'
import { createConsole, type OgConsole } from '../console.ts'
import type { ConsoleOptions, ConsolePorts } from '../ports.ts'
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
    throw new Error(`No se ha podido leer el inventario ${path}: ${(error as Error).message}`, { cause: error })
  }
}

/** Builds the console and starts it; with a file, an inventory that is still empty is filled from it. */
export async function startConsole(
  options: ConsoleOptions,
  ports: ConsolePorts,
  importFile?: string
): Promise<OgConsole> {
  const document = importFile === undefined ? undefined : await readDocument(importFile)
  const console = createConsole(options, ports)
  await console.start()
  if (document !== undefined) {
    try {
      const { units, clients, repositories } = await createRouterClient(console.router).inventory.snapshot()
      if (units.length + clients.length + repositories.length === 0) {
        ports.log.info({ file: importFile, ...console.importInventory(document) }, 'inventory imported')
      } else {
        ports.log.info({ file: importFile }, 'inventory not imported: the one in the data directory is not empty')
      }
    } catch (error) {
      await console.stop()
      throw error
    }
  }
  const { state, urls } = console.webhookStatus()
  ports.log.info({ dataDirectory: options.dataDirectory, webhook: { state, urls } }, 'console started')
  return console
}

/** How many jobs have not ended. */
export async function runningJobs(console: OgConsole): Promise<number> {
  return (await createRouterClient(console.router).traces.recent()).running.length
}
