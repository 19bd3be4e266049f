/** Bodies of requests: JSON that webhooks have, with everything in it that they do not. */
import fc from 'fast-check'
import type { Known } from './known.ts'

const KEYS = [
  'job_id',
  'progress',
  'nfn',
  'idi',
  'res',
  'der',
  'cfg',
  'hrd',
  'sft',
  'success',
  'image_id',
  'error'
]
const REPORT_KEYS = ['ip', 'secret', 'ostype', 'osversion', 'agent_version', 'alt_url', 'user', 'session']
const ODD_KEYS = ['__proto__', 'constructor', 'toString', 'length', '', ' ', '\u0000', 'job_id\u0000']
const HUGE = 300_000

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    -0,
    1e308,
    -1,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\u202E\u2066evil',
    '\uD800',
    '<img src=x onerror=alert(1)>',
    "'; DROP TABLE traces; --",
    '../../../../etc/passwd',
    '%s%s%n',
    'disk=1\tpar=1\tcpt=83',
    'disk=1\tpar=999999999999\tcpt=zz\nser=',
    '1',
    '2',
    1,
    2,
    true,
    [],
    {},
    null
  ),
  fc.string({ unit: 'binary', maxLength: 60 })
)
const fields = (keys: readonly string[], known: fc.Arbitrary<[string, unknown]>) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...keys, ...ODD_KEYS), oddValue), { maxLength: 8 }),
      fc.array(known, { maxLength: 2 })
    )
    .map(
      ([odd, named]) =>
        // By hand: keys may come twice, and one of them is no key to JavaScript.
        `{${[...odd, ...named].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`
    )

const nested = fc
  .tuple(
    fc.constantFrom('[', '{"a":', '{"cfg":[', '{"job_id":"x","progress":0.1,"cfg":['),
    fc.integer({ min: 1, max: 20_000 })
  )
  .map(([open, depth]) => open.repeat(depth))
const closed = fc.integer({ min: 10, max: 50_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`)
const deepTable = closed.map((deep) => `{"job_id":"x","nfn":"RESPUESTA_Configurar","res":1,"cfg":${deep}}`)
const numbers = fc.constantFrom('1e999', '-', '01', '0x1', 'NaN', 'Infinity', '1'.repeat(10_000))

/** The bytes of a body. */
export function bodies(known: Known): fc.Arbitrary<Buffer> {
  const jobs = fields(
    KEYS,
    fc.constantFrom<[string, unknown]>(
      ['job_id', known.jobId],
      ['progress', 0.9],
      ['nfn', 'RESPUESTA_CrearImagen'],
      ['res', '1'],
      ['success', true],
      ['image_id', '0'.repeat(32)]
    )
  )
  // Good in all but its sender, so that it counts who may speak.
  const forged = fc.constantFrom(
    { job_id: known.jobId, progress: 0.9 },
    { job_id: known.jobId, nfn: 'RESPUESTA_CrearImagen', res: '2', der: '014-x' },
    { job_id: known.jobId, success: false, error: 'x' }
  )
  const reports = fields(REPORT_KEYS, fc.constantFrom<[string, unknown]>(['ip', known.ip], ['user', 'x']))
  const huge = fc.constantFrom(1, 10, 300).map((times) => `{"job_id":"${'x'.repeat((HUGE * times) / 30)}"}`)
  const text = fc.oneof(
    { weight: 8, arbitrary: jobs },
    { weight: 4, arbitrary: reports },
    { weight: 2, arbitrary: forged.map((body) => JSON.stringify(body)) },
    { weight: 3, arbitrary: fc.json() },
    nested,
    closed,
    deepTable,
    numbers.map((number) => `{"job_id":"x","progress":${number}}`),
    fc.constantFrom('', '{', '"', 'null', '[]', '{}', '{"job_id":"x"', "{'job_id':1}", 'true', '\uFEFF{}')
  )
  return fc.oneof(
    { weight: 20, arbitrary: text.map((value) => Buffer.from(value)) },
    { weight: 1, arbitrary: huge.map((value) => Buffer.from(value)) },
    { weight: 3, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) }
  )
}
