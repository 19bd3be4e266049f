/** What a server of ours has refused, by address, since the console started: for a technician who wonders why. */
import type { Socket } from 'node:net'
import type { Refusal } from '#shared/contract/rows.ts'
import { socketAddress } from '#shared/domain/network.ts'
import type { RefusalReason } from '#shared/domain/limits.ts'
import type { Logger } from '../ports.ts'

/** Whoever sends from more addresses than this pushes the oldest ones out. */
const MOST_ADDRESSES = 200
/** Milliseconds: a flood is told to the windows this often and no oftener. */
const TOLD_EVERY = 1_000
/** Lines of the log for one address at once; each second allows one more. */
const LOGGED_AT_ONCE = 100
/** Characters of what a stranger wrote that go into the log. */
const LONGEST_LOGGED = 200

/** What a status of ours means to a technician. */
export function reasonOf(status: number): RefusalReason {
  if (status === 429) return 'rate'
  if (status === 413 || status === 431) return 'size'
  if (status === 408) return 'slow'
  if (status === 404) return 'unknown-path'
  return status === 401 || status === 403 || status === 422 ? 'not-theirs' : 'malformed'
}

interface Entry {
  total: number
  lastAt: number
  readonly reasons: Partial<Record<RefusalReason, number>>
  /** Lines that it may still have in the log, and how many were left out since its last one. */
  lines: number
  unlogged: number
}

/**
 * Builds the record; it lives in memory and is bounded. `what` names it in the log; `changed` is told soon after something
 * was refused.
 */
export function createRefusals(log: Logger, what: string, changed: () => void = () => {}) {
  // In the order of their latest refusals.
  const byAddress = new Map<string, Entry>()
  let telling: NodeJS.Timeout | undefined

  function tellSoon(): void {
    telling ??= setTimeout(() => {
      telling = undefined
      changed()
    }, TOLD_EVERY).unref()
  }

  function logIfRoom(source: string, entry: Entry, details: Readonly<Record<string, unknown>>): void {
    if (entry.lines < 1) {
      entry.unlogged += 1
      return
    }
    const short = Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, LONGEST_LOGGED) : value
    ])
    const { unlogged } = entry
    log.warn({ source, ...Object.fromEntries(short), ...(unlogged > 0 && { unlogged }) }, what)
    entry.lines -= 1
    entry.unlogged = 0
  }

  return {
    /** Counts a refused request. `details` go into the log, where it does not overflow. */
    note(address: string, reason: RefusalReason, details: Readonly<Record<string, unknown>> = {}): void {
      const at = Date.now()
      const entry = byAddress.get(address) ?? {
        total: 0,
        lastAt: at,
        reasons: {},
        lines: LOGGED_AT_ONCE,
        unlogged: 0
      }
      const seconds = Math.max(0, at - entry.lastAt) / 1000
      entry.lines = Math.min(LOGGED_AT_ONCE, entry.lines + seconds)
      entry.total += 1
      entry.lastAt = at
      entry.reasons[reason] = (entry.reasons[reason] ?? 0) + 1
      byAddress.delete(address)
      byAddress.set(address, entry)
      if (byAddress.size > MOST_ADDRESSES) byAddress.delete(byAddress.keys().next().value!)
      logIfRoom(address, entry, { reason, ...details })
      tellSoon()
    },
    /** The latest first. */
    list: (): Refusal[] =>
      [...byAddress]
        .map(([address, { total, lastAt, reasons }]) => ({ address, total, lastAt, reasons: { ...reasons } }))
        .sort((one, other) => other.lastAt - one.lastAt),
    stop(): void {
      clearTimeout(telling)
      telling = undefined
    }
  }
}
export type Refusals = ReturnType<typeof createRefusals>

/** Milliseconds that somebody who is sent away has to read why. */
const LAST_WORDS = 1_000
const CLIENT_STATUS: Readonly<Record<string, readonly [status: number, text: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_TLS_HANDSHAKE_TIMEOUT: [408, 'Request Timeout']
}

/** Answers what is no request, as far as there is somebody to answer, and counts it. */
export function refuseClient(error: NodeJS.ErrnoException, socket: Socket, refusals: Refusals): void {
  // Whoever has left was not refused.
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return void socket.destroy()
  const [status, text] = CLIENT_STATUS[error.code ?? ''] ?? [400, 'Bad Request']
  refusals.note(socketAddress(socket.remoteAddress ?? ''), reasonOf(status), { status, error: error.message })
  // There is nobody to understand an answer before the handshake is over.
  const shaking = 'secureConnecting' in socket && socket.secureConnecting === true
  if (shaking || !socket.writable) return void socket.destroy()
  const body = JSON.stringify({ error: text })
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
    () => socket.destroy()
  )
  setTimeout(() => socket.destroy(), LAST_WORDS).unref()
}
