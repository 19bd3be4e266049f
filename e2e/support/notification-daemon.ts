/** A desktop's notification service of the test's own: shows native notifications, and can be made to click one. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)
const NEEDED = ['/usr/bin/dbus-daemon', '/usr/bin/dunst', '/usr/bin/dunstctl']

/** Why there can be none here, or null. */
export function missingNotificationDaemon(): string | null {
  if (process.platform !== 'linux') return 'the notification service is only replaced on Linux'
  const missing = NEEDED.filter((path) => !existsSync(path))
  return missing.length === 0 ? null : `missing ${missing.join(', ')}: apt-get install dbus dunst`
}

export interface NotificationDaemon {
  /** For the program under test. */
  readonly env: Record<string, string>
  /** How many notifications are on the screen. */
  shown(): Promise<number>
  /** Clicks the first one on the screen. */
  click(): Promise<void>
  /** The notifications that were on the screen: `summary: body`. */
  clicked(): Promise<string[]>
  stop(): void
}

interface DunstHistory {
  data: { summary: { data: string }; body: { data: string } }[][]
}

export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const children: ChildProcess[] = []
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  children.push(bus)
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string]
  const env = { DBUS_SESSION_BUS_ADDRESS: address }
  const options = { env: { ...process.env, ...env } }
  children.push(spawn('dunst', ['-conf', '/dev/null'], { ...options, stdio: 'ignore' }))
  const control = async (...args: string[]) => (await run('dunstctl', args, options)).stdout
  return {
    env,
    async shown() {
      return Number(await control('count', 'displayed'))
    },
    async clicked() {
      // dunst tells the texts only of what has left the screen.
      await control('close-all')
      const history = JSON.parse(await control('history')) as DunstHistory
      return history.data.flat().map(({ summary, body }) => `${summary.data}: ${body.data}`)
    },
    async click() {
      await control('action', '0')
    },
    stop() {
      for (const child of children) child.kill()
    }
  }
}
