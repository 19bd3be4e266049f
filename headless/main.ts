/** The console without Electron: in any browser of this computer. */
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { BAD_USAGE, parseCommandLine, type HostOptions } from '#main/hosting/cli-options.ts'
import { defaultDataDirectory } from '#main/hosting/data-directory.ts'
import { createFileSecrets } from '#main/hosting/file-secrets.ts'
import { createLogger } from '#main/hosting/logger.ts'
import { consoleOptions, startConsole } from '#main/hosting/start-console.ts'
import { version } from '../package.json'
import { startHttpServer, type HttpServer } from './server.ts'

function end(code: number, text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(code)
}

/** A line for whoever started us: the only place where a token is told. */
function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function listenProblem(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `El puerto ${port} de 127.0.0.1 ya está en uso. Elija otro con --http-port, o 0 para uno libre cualquiera.`
  }
  if (code === 'EACCES') return `No se permite escuchar en el puerto ${port}. Elija otro con --http-port.`
  return `No se ha podido abrir la interfaz en el puerto ${port}: ${String(error)}`
}

async function run(options: HostOptions): Promise<void> {
  const dataDirectory = resolve(options.dataDirectory ?? defaultDataDirectory())
  const log = createLogger(dataDirectory)
  const console = await startConsole({
    options: {
      host: 'headless',
      version,
      dataDirectory,
      session: randomBytes(4).toString('hex'),
      ...consoleOptions(options)
    },
    ports: {
      // The browser's page shows the notice itself: it comes through the events.
      notify: (notice) => log.info({ notice }, 'notice'),
      secrets: createFileSecrets(dataDirectory),
      now: Date.now,
      log
    },
    importFile: options.importFile,
    language: 'es'
  })

  let server: HttpServer
  const port = options.httpPort ?? 0
  try {
    server = await startHttpServer({
      port,
      rendererFolder: resolve(import.meta.dirname, '../renderer'),
      router: console.router,
      signedIn: (url) => print({ url }),
      limits: () => console.settings().headlessLimits,
      log
    })
  } catch (error) {
    await console.stop()
    end(1, listenProblem(error, port))
  }

  let stopping = false
  async function stop(signal: NodeJS.Signals): Promise<void> {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    await server.stop()
    await console.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))

  log.info({ url: new URL(server.url).origin }, 'user interface ready')
  print({ ready: true, url: server.url, webhook: console.webhookStatus(), dataDir: dataDirectory })
}

// Whoever started us may stop reading; that is no reason to stop working.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

const line = parseCommandLine(process.argv.slice(2), 'headless')
if (line.kind === 'problem') end(BAD_USAGE, line.text)
if (line.kind === 'help') process.stdout.write(line.text)
else
  run(line.options).catch((error: unknown) => end(1, error instanceof Error ? error.message : String(error)))
