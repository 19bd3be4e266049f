/** First lines and headers of requests: methods, paths, versions and fields that are wrong, odd, too long or too many. */
import fc from 'fast-check'
import type { Door, Known } from './known.ts'

const REPORTS = '/opengnsys/rest/ogagent'
const PATHS: Record<Door, readonly string[]> = {
  webhook: [
    '/opengnsys/rest/clients/status/webhook',
    '/og-repository/webhook',
    ...['started', 'stopped', 'loggedin', 'loggedout'].map((event) => `${REPORTS}/${event}`)
  ],
  headless: ['/', '/index.html', '/rpc', '/assets/index.js', '/traces', '/?token=x', '/grupos?token=%00']
}
const TRICKS = [
  '//',
  '///',
  '/.',
  '/..',
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..;/..;/etc/passwd',
  '/%c0%ae%c0%ae/',
  '/%',
  '/%zz',
  '/%00',
  '/\u0000',
  '/a\\..\\b',
  '/?',
  '/?a=%E0%A4%A',
  '/#',
  '*',
  'x',
  '',
  '/ HTTP/1.1 /',
  'http://[',
  'http://evil.example/',
  'https://127.0.0.1/opengnsys/rest/clients/status/webhook',
  'file:///etc/passwd',
  'evil.example:443',
  '/a\r\nX-Injected: 1',
  '/\t',
  '/ñ'
] as const
const METHODS = [
  'GET',
  'HEAD',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'QUERY',
  'SEARCH'
]
const VERSIONS = [
  ' HTTP/1.0',
  '',
  ' HTTP/0.9',
  ' HTTP/2.0',
  ' HTTP/9.9',
  ' HTTP/1.1x',
  ' http/1.1',
  '  HTTP/1.1',
  ' ICE/1.0'
]

/** A space where none may be makes another request of it; that is one more trick. */
const anyText = fc.string({ unit: 'binary-ascii', maxLength: 40 })

export const methods = (door: Door): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(door === 'webhook' ? 'POST' : 'GET') },
    { weight: 3, arbitrary: fc.constantFrom(...METHODS) },
    { weight: 1, arbitrary: anyText }
  )

export const targets = (door: Door): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...PATHS[door]) },
    { weight: 4, arbitrary: fc.constantFrom(...TRICKS) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...PATHS[door]), fc.constantFrom(...TRICKS))
        .map(([path, trick]) => path + trick)
    },
    { weight: 2, arbitrary: anyText.map((text) => `/${text}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(8_000, 20_000, 100_000).map((length) => `/${'a'.repeat(length)}`)
    }
  )

export const versions: fc.Arbitrary<string> = fc.oneof(
  { weight: 24, arbitrary: fc.constant(' HTTP/1.1') },
  { weight: 3, arbitrary: fc.constantFrom(...VERSIONS) }
)

const upgrades = [
  ['Connection: Upgrade', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'],
  ['Connection: Upgrade', 'Upgrade: websocket'],
  [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
  ],
  ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 99', 'Sec-WebSocket-Key: x']
] as const

/** The headers but for those that tell of the body. */
export function headLines(door: Door, { host, cookie }: Known): fc.Arbitrary<string[]> {
  const hosts = fc.oneof(
    { weight: 24, arbitrary: fc.constant([`Host: ${host}`]) },
    fc.constantFrom(
      [],
      ['Host: evil.example'],
      ['Host: '],
      [`Host: ${host}`, 'Host: b'],
      ['Host: a b'],
      [`Host: ${'h'.repeat(9_000)}`]
    )
  )
  const origins = fc.constantFrom(
    [],
    [],
    ['Origin: null'],
    [`Origin: http://${host}`],
    ['Origin: http://evil.example']
  )
  const cookies = fc.constantFrom(
    [],
    [`Cookie: ${cookie}`],
    ['Cookie: =;;=;a'],
    [`Cookie: ${cookie}x`],
    [`Cookie: ${';'.repeat(9_000)}`]
  )
  const types = fc.constantFrom(
    [],
    ['Content-Type: application/json'],
    ['Content-Type: text/xml'],
    ['Content-Type: '],
    ['Content-Type: ;;;']
  )
  const odd = fc.oneof(
    { weight: 16, arbitrary: fc.constant<string[]>([]) },
    anyText.map((text) => [`X-Odd: ${text}`]),
    anyText.map((text) => [`${text}: x`]),
    fc.constantFrom(
      ['Expect: 100-continue'],
      ['Expect: 42'],
      ['Connection: close, keep-alive, te'],
      ['X-Forwarded-For: 192.168.2.2'],
      ['Range: bytes=0-,-1'],
      [' folded: x'],
      [': x'],
      [`X: ${'y'.repeat(70_000)}`],
      Array.from({ length: 3_000 }, (_, index) => `X-${index}: 1`),
      Array.from({ length: 60 }, () => 'X-Same: 1')
    )
  )
  // A whole upgrade with the right cookie is a page of ours: that one is let in.
  const upgrade = fc.oneof(
    { weight: door === 'headless' ? 4 : 8, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom<readonly string[]>(...upgrades) }
  )
  return fc.tuple(hosts, origins, cookies, types, odd, upgrade).map((groups) => groups.flat())
}
