/** A console of ours as a child process: started, ready, stopped. */
import { spawn, type ChildProcess } from 'node:child_process'
import { on } from 'node:events'
import { createInterface } from 'node:readline'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { HEADLESS_MAIN, ROOT } from './project.ts'
import { sandboxSwitches } from './electron.ts'

const READY_WITHIN = 60_000
const STOPPED_WITHIN = 15_000
const KEPT_LINES = 20

/** The first line on a host's standard output. */
interface ReadyLine {
  readonly ready: true
  readonly webhook: WebhookStatus
  readonly dataDir: string
  /** Headless only: the way in, once. */
  readonly url?: string
}

export interface ConsoleProcess {
  readonly child: ChildProcess
  readonly ready: ReadyLine
  /** A URL that nobody has used: the first one, then whatever it prints when one has been used. Headless only. */
  signInUrl(): Promise<string>
  /** Its exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>
  /** Asks it to end, and makes it where it does not. */
  stop(): Promise<void>
}

interface Start {
  /** Electron's program; without it the headless console is started. */
  readonly electron?: string
  readonly args: readonly string[]
  /** Each line of its log. */
  readonly log?: (line: string) => void
  /** Told of the process before it is ready. */
  readonly spawned?: (child: ChildProcess) => void
}

/** Starts a console and waits for its ready line. */
export async function startConsoleProcess({ electron, args, log, spawned }: Start): Promise<ConsoleProcess> {
  const command = electron ?? process.execPath
  const first = electron ? [...sandboxSwitches(electron), '.'] : [HEADLESS_MAIN]
  const child = spawn(command, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  spawned?.(child)
  const last: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line)
    if (last.length > KEPT_LINES) last.shift()
    log?.(line)
  })

  // Read on to the end, or the pipe fills and the console stops.
  const printed = on(createInterface({ input: child.stdout }), 'line', { close: ['close'] })
  /** What it prints next; null where it has ended. */
  async function nextLine(): Promise<unknown> {
    const { done, value } = (await printed.next()) as IteratorResult<[string], undefined>
    return done ? null : JSON.parse(value[0])
  }

  async function stop(): Promise<void> {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN)
    await exited
    clearTimeout(timer)
  }

  const ready = await new Promise<ReadyLine>((resolve, reject) => {
    const fail = (why: string) => reject(new Error([why, ...last].join('\n')))
    const timer = setTimeout(() => {
      fail(`La consola no ha arrancado en ${READY_WITHIN / 1000} segundos.`)
      child.kill('SIGKILL')
    }, READY_WITHIN)
    child.once('error', (error) => fail(`No se ha podido arrancar la consola: ${error.message}`))
    void exited.then((code) => fail(`La consola ha terminado al arrancar (código ${code}).`))
    const started = (line: unknown): void => {
      clearTimeout(timer)
      if (line !== null) resolve(line as ReadyLine)
    }
    void nextLine().then(started)
  })

  let unused = ready.url
  async function signInUrl(): Promise<string> {
    const url = unused ?? ((await nextLine()) as { url: string } | null)?.url
    unused = undefined
    if (url === undefined) throw new Error('La consola no ha mostrado ninguna dirección.')
    return url
  }
  return { child, ready, signInUrl, exited, stop }
}
