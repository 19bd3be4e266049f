/** A console of ours as a child process: started, ready, stopped. */
import { spawn, type ChildProcess } from 'node:child_process'
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
  /** Headless only. */
  readonly url?: string
}

export interface ConsoleProcess {
  readonly child: ChildProcess
  readonly ready: ReadyLine
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
    const lines = createInterface({ input: child.stdout })
    lines.once('line', (line) => {
      clearTimeout(timer)
      resolve(JSON.parse(line) as ReadyLine)
      // Read on, or the pipe fills and the console stops.
      child.stdout.resume()
    })
  })
  return { child, ready, exited, stop }
}
