/**
 * Who may use the console over HTTP: whoever had the token of a printed URL, in a page that this server itself gave.
 * A token is good for one sign-in, so the URL that stays in a browser's history, or in a log, opens nothing.
 * Any local program can reach the port, and any page in the browser can send requests to it (also under another name,
 * by DNS rebinding); so the token, the Host and the Origin are all looked at.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const TOKEN_BYTES = 32

const randomText = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Compares in a time that does not tell how much of it was right. */
function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split(';').map((pair) => pair.trim().split('=', 2) as [string, string?])
  return pairs?.find(([key]) => key === name)?.[1]
}

export interface Access {
  /** The token of the next sign-in, for the printed URL. */
  token(): string
  /** Whether the request names this server, and by no other name than its own. */
  isForUs(request: IncomingMessage): boolean
  /** Whether the request comes from a page of ours. Asked of WebSockets, which browsers let any page open. */
  isFromOurPage(request: IncomingMessage): boolean
  /** Exchanges the token for a `Set-Cookie`, and makes the next one; null where it is not the token. */
  signIn(given: string): string | null
  hasCookie(request: IncomingMessage): boolean
}

/** @param port what the server listens on, on 127.0.0.1 */
export function createAccess(port: number): Access {
  let token = randomText()
  const session = randomText()
  // Cookies know no ports: two consoles on one computer must not take each other's.
  const cookieName = `ogdesk-${port}`
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  return {
    token: () => token,
    isForUs: (request) => hosts.has(request.headers.host ?? ''),
    isFromOurPage: (request) => request.headers.origin === `http://${request.headers.host}`,
    signIn(given) {
      if (!sameText(given, token)) return null
      token = randomText()
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    hasCookie: (request) => sameText(cookieValue(request.headers.cookie, cookieName) ?? '', session)
  }
}
