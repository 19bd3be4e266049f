/** The desktop shell: from the command line to a clean end. */
import './older-node.ts'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, dialog, ipcMain, Menu, powerMonitor, session, type BrowserWindow } from 'electron'
import { BAD_USAGE, parseCommandLine, type HostOptions } from '#main/hosting/cli-options.ts'
import type { HostedConsole } from './console-host.ts'
import { setMenu } from './menu.ts'
import { developmentServer, registerScheme, serveRenderer } from './protocol.ts'
import { confine, denyPermissions, isFromOurPage, refuseNetwork, saveOnlyOurFiles } from './security.ts'
import { TEXTS } from './texts.ts'
import { bringUp, createWindow } from './window.ts'
import { readWindowState, writeWindowState } from './window-state.ts'

const outDirectory = resolve(import.meta.dirname, '..')

/** A line of the log before the console's own logger is there, and in its form. */
function log(level: 'info' | 'warn' | 'error', fields: object, message: string): void {
  process.stderr.write(
    `${JSON.stringify({ level, time: new Date().toISOString(), ...fields, msg: message })}\n`
  )
}

/** Characters: an address may be as long as whoever wrote it likes. */
const LOGGED_ADDRESS = 200

function logRefused(what: string, address: string): void {
  log('warn', { what, address: address.slice(0, LOGGED_ADDRESS) }, 'refused')
}

async function run(options: HostOptions, dataDirectory: string): Promise<void> {
  let state = readWindowState(dataDirectory)
  let window: BrowserWindow | undefined
  let hosted: HostedConsole | undefined
  /** Whether the user need not be asked (again) before the program ends. */
  let quitting = false
  let asking = false
  let stopping: Promise<void> | undefined
  let stopped = false

  const language = () => hosted?.console.settings().language ?? state.language

  function keepWindowState(): void {
    if (!window) return
    const { language, theme } = hosted?.console.settings() ?? state
    writeWindowState(dataDirectory, window, { language, theme })
    state = readWindowState(dataDirectory)
  }

  /** Resolves when the window's page has come to rest. */
  function openWindow(): Promise<void> {
    const { window: opened, settled } = createWindow({
      state,
      outDirectory,
      icon: join(outDirectory, '../resources/window-icon.png'),
      language,
      warn: (fields, message) => log('warn', fields, message)
    })
    window = opened
    opened.on('close', (event) => {
      keepWindowState()
      // On a Mac the program goes on without a window, as programs do there.
      if (quitting || process.platform === 'darwin') return
      event.preventDefault()
      app.quit()
    })
    opened.on('closed', () => {
      window = undefined
    })
    // Windows signs the user out: there is nobody left to ask.
    opened.on('session-end', () => {
      quitting = true
    })
    return settled
  }

  function showWindow(): void {
    if (window) bringUp(window)
    else void openWindow()
  }

  async function mayQuit(): Promise<boolean> {
    const jobs = await hosted?.runningJobs().catch(() => 0)
    if (!jobs) return true
    const text = TEXTS[language()]
    const question = {
      type: 'question' as const,
      message: text.quitQuestion(jobs),
      detail: text.quitDetail,
      buttons: [text.stay, text.quitAnyway],
      defaultId: 0,
      cancelId: 0
    }
    if (window) bringUp(window)
    const { response } = await (window
      ? dialog.showMessageBox(window, question)
      : dialog.showMessageBox(question))
    return response === 1
  }

  async function askToQuit(): Promise<void> {
    if (asking) return
    asking = true
    quitting = await mayQuit()
    asking = false
    if (quitting) app.quit()
  }

  app.on('before-quit', (event) => {
    if (quitting) return
    event.preventDefault()
    void askToQuit()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', showWindow)
  app.on('second-instance', showWindow)
  app.on('will-quit', (event) => {
    if (!hosted || stopped) return
    event.preventDefault()
    stopping ??= hosted.console
      .stop()
      .catch((error: unknown) => log('error', { error: String(error) }, 'the console did not stop cleanly'))
      .finally(() => {
        stopped = true
        // Not at once: while this event is being told, Electron takes itself to be quitting already.
        setImmediate(() => app.quit())
      })
  })

  await app.whenReady()
  function quitUnasked(): void {
    quitting = true
    app.quit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quitUnasked)

  serveRenderer(session.defaultSession, join(outDirectory, 'renderer'))
  denyPermissions(session.defaultSession)
  saveOnlyOurFiles(session.defaultSession, app.getPath('downloads'), logRefused)
  if (!developmentServer) refuseNetwork(session.defaultSession, logRefused)
  // Whoever opens it: there is no page that may do more.
  app.on('web-contents-created', (_event, contents) => confine(contents, logRefused))

  // This thread serves the page's files and puts its picture on the screen, so whatever can wait does until both are
  // done: the console, which is the heavy part, above all. The page may ask before it is there: its port waits, and so
  // do its questions in it.
  const starting = openWindow()
    .then(() => import('./console-host.ts'))
    .then(({ hostConsole }) =>
      hostConsole({
        options,
        dataDirectory,
        version: app.getVersion(),
        language: state.language,
        bringUp: showWindow
      })
    )
  ipcMain.on('ogdesk:connect', (event) => {
    const [port] = event.ports
    if (!port || !isFromOurPage(event, window?.webContents)) {
      log('warn', { url: event.senderFrame?.url }, 'a connection was refused: not from our page')
      port?.close()
      return
    }
    starting.then(
      ({ connect }) => connect(port),
      () => port.close()
    )
  })
  hosted = await starting
  try {
    await hosted.started
  } catch (error) {
    // A console that was stopped while it started has nothing to tell any more.
    if (stopping) return
    throw error
  }
  powerMonitor.on('shutdown', quitUnasked)
  powerMonitor.on('resume', hosted.console.lookAround)
  setMenu({ language: language(), dataDirectory, developer: !app.isPackaged })
  const ready = { ready: true, webhook: hosted.console.webhookStatus(), dataDir: dataDirectory }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

function fail(dataDirectory: string, error: unknown): void {
  const text = error instanceof Error ? error.message : String(error)
  log('error', { dataDirectory, error: text }, 'the console could not start')
  dialog.showErrorBox(TEXTS[readWindowState(dataDirectory).language].startFailed, text)
  app.exit(1)
}

function main(): void {
  // Whoever started us may stop reading; that is no reason to stop working.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)

  const line = parseCommandLine(process.argv.slice(1), 'electron')
  if (line.kind !== 'run') {
    const problem = line.kind === 'problem'
    ;(problem ? process.stderr : process.stdout).write(`${line.text}\n`)
    return app.exit(problem ? BAD_USAGE : 0)
  }

  if (line.options.dataDirectory !== undefined) app.setPath('userData', resolve(line.options.dataDirectory))
  const dataDirectory = app.getPath('userData')
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  // Chromium's own files, apart from ours.
  app.setPath('sessionData', join(dataDirectory, 'chromium'))
  app.setPath('crashDumps', join(dataDirectory, 'chromium', 'crashes'))
  // One program a data directory: a second start brings the first one's window up.
  if (!app.requestSingleInstanceLock()) {
    log('info', { dataDirectory }, 'ogDesk already runs on this data directory: its window is brought up')
    return app.exit(0)
  }
  // Or Electron would make a menu of its own before ours is there.
  Menu.setApplicationMenu(null)
  registerScheme()
  run(line.options, dataDirectory).catch((error: unknown) => fail(dataDirectory, error))
}

main()
