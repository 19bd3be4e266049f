/** What strangers may send to the two servers: everything but a proper request. All of it comes from a seed. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { bodies } from './bodies.ts'
import { headLines, methods, targets, versions } from './heads.ts'
import type { Door, Known } from './known.ts'

export interface Attack {
  readonly family: string
  readonly door: Door
  /** Whether it speaks to the port below TLS, where there is one. */
  readonly bare: boolean
  /** Written one after the other; a while passes between them where the connection is held. */
  readonly writes: readonly Buffer[]
  /** Whether the connection stays open afterwards, as if more were to come. */
  readonly held: boolean
  /** The last number of the loopback address that it comes from. */
  readonly from: number
}

const CRLF = '\r\n'
const latin = (text: string) => Buffer.from(text, 'latin1')
/** Evenly, but for what is to come more often. */
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

/** The length that a request claims, and its body as it is sent: true to each other or not. */
function framing(body: Buffer): fc.Arbitrary<{ lines: readonly string[]; sent: Buffer }> {
  const length = (value: number | string) => ({ lines: [`Content-Length: ${value}`], sent: body })
  const chunk = (size: string, rest = `${CRLF}0${CRLF}${CRLF}`) =>
    Buffer.concat([latin(`${size}${CRLF}`), body, latin(rest)])
  const chunked = (sent: Buffer, ...more: string[]) => ({
    lines: ['Transfer-Encoding: chunked', ...more],
    sent
  })
  const size = body.length.toString(16)
  return fc.oneof(
    often(16, fc.constant(length(body.length))),
    fc.constantFrom(
      length(Math.max(0, body.length - 3)),
      length(body.length + 7),
      length(-1),
      length('0x10'),
      length('1e3'),
      length('99999999999999999999'),
      length(`${body.length}, ${body.length}`),
      length(''),
      length(`+${body.length}`),
      { lines: [`Content-Length: ${body.length}`, `Content-Length: ${body.length + 1}`], sent: body },
      { lines: [], sent: body },
      { lines: [`Content-Length : ${body.length}`], sent: body },
      chunked(chunk(size)),
      chunked(chunk('ffffffffffffffff')),
      chunked(chunk('-1')),
      chunked(chunk('zz')),
      chunked(chunk((body.length + 5).toString(16))),
      chunked(chunk(size, CRLF)),
      chunked(chunk(`${size};${'x'.repeat(20_000)}`)),
      chunked(chunk(size, `${CRLF}0${CRLF}X: ${'y'.repeat(30_000)}${CRLF}${CRLF}`)),
      // Smuggling: two parsers may see two requests.
      chunked(chunk(size), `Content-Length: ${body.length}`),
      chunked(chunk(size), 'Content-Length: 3'),
      ...['identity', 'gzip', 'chunked, chunked', 'xchunked', ' chunked', 'chunked, identity'].map(
        (coding) => ({
          lines: [`Transfer-Encoding: ${coding}`],
          sent: chunk(size)
        })
      )
    )
  )
}

const encoded = (body: Buffer): fc.Arbitrary<{ lines: readonly string[]; body: Buffer }> =>
  fc.oneof(
    often(24, fc.constant({ lines: [] as string[], body })),
    fc.constant({ lines: ['Content-Encoding: gzip'], body: gzipSync(body) }),
    fc.constant({ lines: ['Content-Encoding: gzip'], body }),
    fc.constant({ lines: ['Content-Encoding: br, deflate, x'], body }),
    fc.constant({ lines: [], body: Buffer.from(body.toString('utf8'), 'utf16le') }),
    fc.constant({ lines: [], body: Buffer.concat([Buffer.from([0xff, 0xfe]), body]) }),
    fc.constant({ lines: [], body: Buffer.concat([body.subarray(0, 4), Buffer.from([0xc3, 0x28]), body]) }),
    fc.constant({ lines: ['Content-Type: application/json; charset=utf-7'], body })
  )

/** One request, whole. */
const request = (door: Door, known: Known): fc.Arbitrary<Buffer> =>
  fc
    .record({
      method: methods(door),
      target: targets(door),
      version: versions,
      lines: headLines(door, known),
      body: bodies(known).chain(encoded)
    })
    .chain(({ method, target, version, lines, body }) =>
      framing(body.body).map((framed) => {
        const head = [`${method} ${target}${version}`, ...lines, ...body.lines, ...framed.lines]
        return Buffer.concat([latin(head.join(CRLF) + CRLF + CRLF), framed.sent])
      })
    )

const cut = (bytes: Buffer, at: number) => bytes.subarray(0, Math.floor(bytes.length * at))
/** Bytes that come one by one. */
const DROPS = 20
const drops = (bytes: Buffer): Buffer[] => Array.from(bytes, (byte) => Buffer.of(byte))
const share = fc.double({ min: 0, max: 0.999, noNaN: true })
const junk = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes))

/** What begins as TLS and does not go on so. */
const brokenTls = fc.oneof(
  junk,
  junk.map((rest) => Buffer.concat([Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), rest])),
  junk.map((rest) => Buffer.concat([Buffer.from([0x80, 0x2e, 1, 0, 2]), rest])),
  junk.map((rest) => Buffer.concat([Buffer.from([24, 3, 2, 0, 3, 1, 0x40, 0]), rest])),
  fc.constant(latin('GET / HTTP/1.1\r\nHost: x\r\n\r\n')),
  fc.constant(latin('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'))
)

type Kind = fc.Arbitrary<Omit<Attack, 'door' | 'from'>>
const kind = (family: string, writes: fc.Arbitrary<Buffer[]>, more: Partial<Attack> = {}): Kind =>
  writes.map((written) => ({ family, bare: false, held: false, ...more, writes: written }))

/** An attack on one of the servers. */
function against(door: Door, known: Known): fc.Arbitrary<Attack> {
  const one = request(door, known)
  const kinds = fc.oneof(
    often(
      24,
      kind(
        'request',
        one.map((bytes) => [bytes])
      )
    ),
    often(
      4,
      kind(
        'pipelined',
        fc.array(one, { minLength: 2, maxLength: 12 }).map((all) => [Buffer.concat(all)])
      )
    ),
    often(
      4,
      kind(
        'truncated',
        fc.tuple(one, share).map(([bytes, at]) => [cut(bytes, at)])
      )
    ),
    often(
      4,
      kind(
        'in pieces',
        fc.tuple(one, share, share).map(([bytes, a, b]) => {
          const [first, second] = [a, b].sort((x, y) => x - y).map((at) => Math.floor(bytes.length * at))
          return [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)]
        })
      )
    ),
    often(
      2,
      kind(
        'no HTTP',
        junk.map((bytes) => [bytes])
      )
    ),
    often(
      2,
      kind(
        'no TLS',
        brokenTls.map((bytes) => [bytes]),
        { bare: true }
      )
    ),
    often(
      1,
      kind(
        'slow',
        fc.tuple(one, share).map(([bytes, at]) => [cut(bytes, at)]),
        { held: true }
      )
    ),
    often(
      1,
      kind(
        'drop by drop',
        one.map((bytes) => [bytes.subarray(0, -DROPS), ...drops(bytes.subarray(-DROPS))]),
        { held: true }
      )
    )
  )
  return fc
    .tuple(kinds, fc.integer({ min: 2, max: 250 }))
    .map(([attack, from]) => ({ ...attack, door, from }))
}

/** Connections that say nothing, from a few addresses: more than one of them may have. */
export const crowd = (size: number): Attack[] =>
  Array.from({ length: size }, (_, number) => ({
    family: 'crowd',
    door: number % 5 === 0 ? 'headless' : 'webhook',
    bare: true,
    held: true,
    writes: [],
    from: 2 + (number % 7 === 0 ? 1 : 0)
  }))

/** Any attack; most are on the server that the network reaches. */
export const attacks = (known: Known): fc.Arbitrary<Attack> =>
  fc.oneof(often(3, against('webhook', known)), often(1, against('headless', known)))
