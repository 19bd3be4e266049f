/**
 * The console inside Electron's main process. Loaded after the window is on its way: this is the heavy part of the
 * program, and nobody needs it before the page asks its first question.
 */
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import type { OgConsole } from '#main/console.ts'
import type { Language } from '#shared/contract/inputs.ts'
import type { HostOptions } from '#main/hosting/cli-options.ts'
import { createLogger } from '#main/hosting/logger.ts'
import { consoleOptions, runningJobs, startConsole } from '#main/hosting/start-console.ts'
import { showNotice } from './notifications.ts'
import { createSecrets } from './secrets.ts'

export interface HostedConsole {
  readonly console: OgConsole
  /** Serves the contract on a port that the page sent. */
  connect(port: MessagePortMain): void
  runningJobs(): Promise<number>
}

interface HostedConsoleOptions {
  readonly options: HostOptions
  readonly dataDirectory: string
  readonly version: string
  /** The language of what may go wrong at the start. */
  readonly language: Language
  /** Brings the window up. */
  readonly bringUp: () => void
}

export async function hostConsole(host: HostedConsoleOptions): Promise<HostedConsole> {
  const { options, dataDirectory, version, language } = host
  const log = createLogger()
  const console = await startConsole({
    options: { host: 'electron', version, dataDirectory, ...consoleOptions(options) },
    ports: {
      notify: (notice) =>
        showNotice(notice, () => {
          host.bringUp()
          console.openTrace(notice.traceId)
        }),
      secrets: createSecrets(dataDirectory, log),
      now: Date.now,
      log
    },
    importFile: options.importFile,
    language
  })
  const handler = new RPCHandler(console.router)
  return {
    console,
    connect(port) {
      handler.upgrade(port)
      port.start()
    },
    runningJobs: () => runningJobs(console)
  }
}
