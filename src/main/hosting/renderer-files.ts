/** Hands out the built user interface, the same way in both hosts, with the headers that keep it to itself. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface RendererFile {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff'
}

/**
 * Every part of a path begins with a letter, a digit or `_`: no `..`, no hidden file, no backslash, no percent sign, no
 * NUL can be spelled, and so nothing outside the folder either. The build makes no other names.
 */
const SAFE_PATH = /^(?:\/\w[\w.-]*)*\/?$/
const NONCE_PLACE = /__CSP_NONCE__/g

/** @param connect what the page may connect to besides its own origin */
function contentSecurityPolicy(nonce: string, connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}

/** Of what is no page: a script or a picture that somebody opens by its address shows itself, and does nothing. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const COMMON_HEADERS = {
  'Content-Security-Policy': NO_PAGE,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
}

/** A plain answer with the same headers: an error, or a page that a host writes itself. */
export function textFile(status: number, text: string, type = '.txt'): RendererFile {
  return {
    status,
    headers: {
      ...COMMON_HEADERS,
      'Content-Security-Policy': `${NO_PAGE}; style-src 'unsafe-inline'`,
      'Content-Type': TYPES[type] ?? 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store'
    },
    body: Buffer.from(text)
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch {
    return null
  }
}

/**
 * Serves the folder of the built renderer.
 * @returns a function from a URL's path to its file. A path without an extension is one of the router's own, and gets
 *   the page.
 */
export function createRendererFiles(
  folder: string
): (path: string, connect?: readonly string[]) => Promise<RendererFile> {
  async function page(connect: readonly string[]): Promise<RendererFile> {
    const html = await readOrNull(join(folder, 'index.html'))
    if (html === null) return textFile(500, 'The user interface has not been built: npm run build')
    const nonce = randomBytes(16).toString('base64')
    return {
      status: 200,
      headers: {
        ...COMMON_HEADERS,
        'Content-Security-Policy': contentSecurityPolicy(nonce, connect),
        'Content-Type': TYPES['.html']!,
        'Cache-Control': 'no-store'
      },
      body: Buffer.from(html.toString('utf8').replace(NONCE_PLACE, nonce))
    }
  }

  return async (path, connect = []) => {
    if (!SAFE_PATH.test(path)) return textFile(404, 'Not found')
    const extension = extname(path)
    if (extension === '' || path === '/index.html') return page(connect)
    const type = TYPES[extension]
    const body = type === undefined ? null : await readOrNull(join(folder, path))
    if (type === undefined || body === null) return textFile(404, 'Not found')
    return {
      status: 200,
      headers: {
        ...COMMON_HEADERS,
        'Content-Type': type,
        // The build names what lies in assets/ after its content.
        'Cache-Control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
      },
      body
    }
  }
}
