/**
 * Who may use the console over HTTP: whoever has the token of the printed URL, in a page that this server itself gave.
 * Any local program can reach the port, and any page in the browser can send requests to it (also under another name,
 * by DNS rebinding); so the token, the Host and the Origin are all looked at.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const TOKEN_BYTES = 32

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
  /** In the printed URL; good for as long as the server runs. */
  readonly token: string
  /** Whether the request names this server, and by no other name than its own. */
  isForUs(request: IncomingMessage): boolean
  /** Whether the request comes from a page of ours. Asked of WebSockets, which browsers let any page open. */
  isFromOurPage(request: IncomingMessage): boolean
  isToken(token: string): boolean
  hasCookie(request: IncomingMessage): boolean
  /** The `Set-Cookie` that the token is exchanged for. */
  cookie(): string
}

/** @param port what the server listens on, on 127.0.0.1 */
export function createAccess(port: number): Access {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const session = randomBytes(TOKEN_BYTES).toString('base64url')
  // Cookies know no ports: two consoles on one computer must not take each other's.
  const cookieName = `ogdesk-${port}`
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  return {
    token,
    isForUs: (request) => hosts.has(request.headers.host ?? ''),
    isFromOurPage: (request) => request.headers.origin === `http://${request.headers.host}`,
    isToken: (given) => sameText(given, token),
    hasCookie: (request) => sameText(cookieValue(request.headers.cookie, cookieName) ?? '', session),
    cookie: () => `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
  }
}
