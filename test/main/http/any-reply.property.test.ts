import { createServer } from 'node:tls'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client, Repository } from '#shared/contract/rows.ts'
import { CLIENT_STATES } from '#shared/domain/states.ts'
import { strictJson, strictText } from '#main/http/strict-json.ts'
import { parseNetworkMap } from '#main/http/network-map.ts'
import { createAgentClient } from '#main/ogagent/client.ts'
import { createRepositoryClient } from '#main/ogrepository/client.ts'
import { DEFAULT_TIMINGS } from '#main/timings.ts'
import { failureOf } from '../../support/console.ts'
import { makeCertificate } from '../../support/peer.ts'
import { consoleFor, testLab } from '../../support/site.ts'

let answer = Buffer.alloc(0)
const certificate = await makeCertificate('peer')
const server = createServer({ key: certificate.key, cert: certificate.cert }, (socket) => {
  socket.on('error', () => socket.destroy())
  socket.once('data', () => socket.end(answer))
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

/** Keys and words that every object has, or that code might take for its own. */
const words = fc.constantFrom<unknown>(
  'OPG',
  'LNX',
  'constructor',
  '__proto__',
  'toString',
  '<b>x</b>',
  '\u202E\u0000x',
  1e308,
  -1,
  [],
  [[[]]],
  { toString: 1, valueOf: 1 },
  null,
  true
)
const keys = fc.constantFrom(
  'status',
  'loggedin',
  'error',
  'job_id',
  'op',
  'agent_version',
  'sessions',
  'name',
  'size',
  'fullsum'
)
const object = fc.dictionary(keys, fc.oneof(words, fc.jsonValue({ maxDepth: 1 })))
const json = fc.oneof(
  { weight: 6, arbitrary: object.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.array(object, { maxLength: 3 }).map((value) => JSON.stringify(value)) },
  fc.json(),
  fc.integer({ min: 1, max: 100_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.constantFrom('', '{"__proto__":{"status":"OPG"}}', '\uFEFF{}', '{"status":"OPG"', '1e999')
)
const body = fc.oneof(
  { weight: 8, arbitrary: json.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) }
)
const head = fc.constantFrom(
  'HTTP/1.0 200 OK\r\n\r\n',
  'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n',
  'HTTP/1.0 500 X\r\n\r\n',
  'HTTP/1.0 302 X\r\nLocation: https://127.0.0.1:1/\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
  'HTTP/1.1 103 X\r\n\r\nHTTP/1.1 204 X\r\n\r\n',
  `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
  'ICY 200 OK\r\n\r\n',
  ''
)
const reply = fc.tuple(head, body).map(([start, rest]) => Buffer.concat([Buffer.from(start), rest]))

test('of any reply whatever an agent client and a repository client make a result, and never throw', async () => {
  const { port } = server.address() as AddressInfo
  const network = parseNetworkMap([`192.0.2.1:8000=127.0.0.1:${port}`])
  const timings = { ...DEFAULT_TIMINGS, call: 2_000, status: 2_000 }
  const trust = () => ({ ca: null, client: null })
  const agents = createAgentClient(network, timings, trust)
  const repositories = createRepositoryClient(network, timings, { pins: { pin: () => undefined }, trust })
  const client = { name: 'pc', ip: '192.0.2.1', agentPort: 8000 } as Client
  const repository = {
    id: 1,
    name: 'repo',
    ip: '192.0.2.1',
    port: 8000,
    certificateFingerprint: null
  } as Repository
  await fc.assert(
    fc.asyncProperty(reply, async (bytes) => {
      answer = bytes
      const call = agents.jobCall(client, 'X', {})
      const [asked, job, system, detail, images, started] = await Promise.all([
        agents.status(client),
        agents.startJob(client, call),
        agents.startSystem(client, call, 'secret'),
        agents.detail(client, 'secret'),
        repositories.images(repository),
        repositories.startAuxiliaryFiles(repository, { url: '', body: '{}' })
      ])
      expect(CLIENT_STATES).toContain(asked.state)
      expect('jobId' in job ? job.jobId.length : job.failure.code).toBeTruthy()
      expect('done' in system || system.failure.code).toBeTruthy()
      expect('failure' in detail ? '' : (detail.user ?? '')).not.toMatch(
        /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u
      )
      expect(images.value ?? images.failure.code).toBeTruthy()
      expect(started.value ?? started.failure.code).toBeTruthy()
      expect(({} as { status?: unknown }).status).toBeUndefined()
    }),
    { numRuns: 100 }
  )
})

test('a reply changes what was asked of, and nothing else', async () => {
  const { port } = server.address() as AddressInfo
  const lab = await testLab()
  const { api, modelo, logs } = await consoleFor(lab, { networkMap: [`192.168.2.2:8000=127.0.0.1:${port}`] })
  const others = async () => {
    const { clients, revision: _, ...rest } = await api.inventory.snapshot()
    return {
      ...rest,
      clients: clients.filter(({ id }) => id !== modelo.id),
      traces: (await api.traces.recent()).latest
    }
  }
  const before = await others()
  await fc.assert(
    fc.asyncProperty(reply, async (bytes) => {
      answer = bytes
      const told = await api.clients
        .refresh({ id: modelo.id })
        .catch((error: unknown) => failureOf(Promise.reject(error)))
      expect('state' in told ? CLIENT_STATES.includes(told.state) : told.code).toBeTruthy()
      expect(await others()).toEqual(before)
    }),
    { numRuns: 40 }
  )
  expect(logs.filter(({ level }) => level === 'error')).toEqual([])
})

test('JSON that is too deep, has another prototype or is no UTF-8 is none', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  expect(strictJson(nested(30))).toEqual(JSON.parse(nested(30)))
  for (const bad of [
    nested(40),
    nested(200_000),
    '{"a":[{"__proto__":1}]}',
    '{"\\u005f_proto__":1}',
    '{',
    ''
  ]) {
    expect(() => strictJson(bad)).toThrow(/JSON/)
  }
  expect(strictText(Buffer.from('\uFEFFñ'))).toBe('ñ')
  expect(() => strictText(Buffer.from([0xc3, 0x28]))).toThrow(/UTF-8/)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'))
      expect(strictJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))
    })
  )
})
