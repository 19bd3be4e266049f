/**
 * The console inside Electron's main process. Loaded after the window is on its way: this is the heavy part of the
 * program, and nobody needs it before the page asks its first question.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { RPCHandler } from '@orpc/server/ws'
import type { MessagePortMain } from 'electron'
import type { OgConsole } from '#main/console.ts'
import type { Language } from '#shared/contract/inputs.ts'
import type { HostOptions } from '#main/hosting/cli-options.ts'
import { createLogger } from '#main/hosting/logger.ts'
import { consoleOptions, runningJobs, startConsole, type StartRequest } from '#main/hosting/start-console.ts'
import { showNotice } from './notifications.ts'
import { guardPort } from './page-port.ts'
import { createSecrets } from './secrets.ts'

export interface HostedConsole {
  readonly console: OgConsole
  /** Resolves when it listens for webhooks; rejects with a sentence where it cannot start. */
  readonly started: Promise<void>
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

/** Milliseconds that the network's code waits for the page to connect and to ask what it shows. */
const PAGE_FIRST = 1_000
const ITS_QUESTIONS = 100

/** Resolves as soon as the console can be asked: the page is served before its webhook server is read and started. */
export function hostConsole(host: HostedConsoleOptions): Promise<HostedConsole> {
  const { options, dataDirectory, version, language } = host
  const log = createLogger(dataDirectory)
  return new Promise((resolve, reject) => {
    let openNotice: OgConsole['openNotice'] = () => undefined
    const request: StartRequest = {
      options: { host: 'electron', version, dataDirectory, ...consoleOptions(options) },
      ports: {
        notify: (notice) =>
          showNotice(notice, () => {
            host.bringUp()
            openNotice(notice)
          }),
        secrets: createSecrets(dataDirectory, log),
        now: Date.now,
        log
      },
      importFile: options.importFile,
      language,
      async built(console) {
        openNotice = console.openNotice
        const handler = new RPCHandler(console.router)
        const connected = new Promise<void>((first) => {
          resolve({
            console,
            started: starting.then(() => undefined),
            connect(port) {
              const refused = (why: string) => log.warn({ why }, 'a message of the page was refused')
              void handler.upgrade(guardPort(port, refused))
              port.start()
              first()
            },
            runningJobs: () => runningJobs(console)
          })
        })
        await Promise.race([connected.then(() => pause(ITS_QUESTIONS)), pause(PAGE_FIRST)])
      }
    }
    // Not at once: `built` speaks of `starting`.
    const starting = Promise.resolve(request).then(startConsole)
    starting.catch(reject)
  })
}
