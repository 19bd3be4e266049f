/** What a host (the Electron shell, the headless server, a test) must lend the console. */
import type { Notice } from '#shared/contract/events.ts'

/** An interface of this machine, with one of its addresses. */
export interface NetworkInterface {
  readonly name: string
  readonly address: string
  readonly netmask: string
}

/** Structured log; the message is for people, the fields for machines. */
export interface Logger {
  /** What is less than it is left out; may be changed at any time. */
  level?: string
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Keeps texts (an agent's secret) unreadable on disk, with what the operating system has for that. */
export interface Secrets {
  encrypt(text: string): Buffer
  /** @throws when the bytes were made by another key. */
  decrypt(bytes: Buffer): string
}

export interface ConsolePorts {
  /** Shows a native notification; a click on it must end in `OgConsole.openNotice(notice)`. */
  notify(notice: Notice): void
  secrets: Secrets
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds on a clock that nobody sets and that goes on while the machine sleeps; the system's, without this. */
  uptime?(): number
  /** The machine's interfaces with an IPv4 address, without the loopback; the system's, without this. */
  interfaces?(): NetworkInterface[]
  log: Logger
}

export interface ConsoleOptions {
  host: 'electron' | 'headless'
  /** Which run of a host without a window of its own: the audit names it. */
  session?: string
  version: string
  /** The folder of the database and the certificate; made where it is missing. `:memory:` keeps all in memory. */
  dataDirectory: string
  /** Where the webhook server listens; without them, the settings decide (0.0.0.0, 8443). Port 0: any free one. */
  webhookHost?: string
  webhookPort?: number
  /** Other ways to reach peers, each `192.168.2.2:8000=127.0.0.1:40001`: a tunnel, NAT, or the lab. */
  networkMap?: readonly string[]
  /** Told of the open database; tests set limits to it. */
  databaseOpened?: (database: { pragma(text: string): unknown }) => void
  /** How long things may take, in milliseconds; the defaults are in `timings.ts`. */
  timings?: Partial<import('./timings.ts').Timings>
}
