import { createRouterClient, type RouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { createConsole, type OgConsole } from '#main/console.ts'
import type { ConsoleRouter } from '#main/api/router.ts'
import type { ConsoleOptions, NetworkInterface, Secrets } from '#main/ports.ts'
import type { ConsoleEvent, Notice } from '#shared/contract/events.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { follow, type Follower } from './follow.ts'

type Api = RouterClient<ConsoleRouter>

/** Patient with peers, for machines are slow; a test of a peer that never answers sets shorter ones. */
export const TEST_TIMINGS = {
  call: 10_000,
  status: 10_000,
  watchInterval: 20,
  deadlineInterval: 20,
  batchInterval: 20,
  orphanAfter: 60_000,
  storageInterval: 20,
  pulseInterval: 20,
  stallAfter: Infinity,
  networkSettles: 20,
  grace: 5 * 60_000,
  keepAnswering: 0,
  relistenAfter: 20,
  relistenMost: 40,
  firstBackupLook: 60_000,
  backupInterval: 60_000,
  certificateInterval: 20,
  unheededInterval: 20
}

/** A clock that a test moves by hand; it starts at the present, and stands still. */
export interface Clock {
  now(): number
  /** Milliseconds since the machine was started, whatever the clock on the wall says. */
  uptime(): number
  /** Time goes by. */
  advance(milliseconds: number): void
  /** Somebody sets the clock, forward or back: no time goes by. */
  set(by: number): void
}

export function createClock(): Clock {
  let wall = Date.now()
  let up = 0
  return {
    now: () => wall,
    uptime: () => up,
    advance(milliseconds) {
      wall += milliseconds
      up += milliseconds
    },
    set: (by) => void (wall += by)
  }
}

/** Turns the bytes round: enough to see whether something was encrypted, and by whom. */
export const testSecrets: Secrets = {
  encrypt: (text) => Buffer.from(Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a)),
  decrypt: (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString('utf8')
}

interface LogLine {
  level: 'info' | 'warn' | 'error'
  fields: object
  message: string
}

/** A console that runs, and what it has told its host. */
export interface TestConsole {
  console: OgConsole
  api: Api
  events: Follower<ConsoleEvent>
  notices: Notice[]
  logs: LogLine[]
  clock: Clock
  /** Where its webhook server listens. */
  url(): string
  /** Idempotent; done at the end of the test in any case. */
  stop(): Promise<void>
}

/** Starts a console on loopback, on any free port, in memory unless a folder is given. */
export async function startTestConsole(
  options: Partial<ConsoleOptions> & {
    clock?: Clock
    notify?: (notice: Notice) => void
    interfaces?: () => NetworkInterface[]
    secrets?: Secrets
  } = {}
): Promise<TestConsole> {
  const { clock = createClock(), notify, interfaces, secrets = testSecrets, timings, ...rest } = options
  const notices: Notice[] = []
  const logs: LogLine[] = []
  const log = (level: LogLine['level']) => (fields: object, message: string) =>
    void logs.push({ level, fields, message })
  const console = createConsole(
    {
      host: 'headless',
      version: '0.0.0-test',
      dataDirectory: ':memory:',
      webhookHost: '127.0.0.1',
      webhookPort: 0,
      ...rest,
      timings: { ...TEST_TIMINGS, ...timings }
    },
    {
      notify: (notice) => {
        notices.push(notice)
        notify?.(notice)
      },
      secrets,
      now: clock.now,
      uptime: clock.uptime,
      ...(interfaces && { interfaces }),
      log: { info: log('info'), warn: log('warn'), error: log('error') }
    }
  )
  const api = createRouterClient(console.router)
  const abort = new AbortController()
  const events = await follow(await api.system.events(undefined, { signal: abort.signal }))
  let stopped: Promise<void> | undefined
  const stop = () => {
    abort.abort()
    return (stopped ??= console.stop())
  }
  onTestFinished(stop)
  await console.start()
  const url = () => `https://127.0.0.1:${console.webhookStatus().port}`
  return { console, api, events, notices, logs, clock, url, stop }
}

/** The failure that a call to the API ends with. Throws when it does not end with one. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call
  } catch (error) {
    const { code, data } = error as { code?: string; data?: Failure }
    if (code === 'FAILURE' && data) return data
    throw error
  }
  throw new Error('The call did not fail.')
}
