import { Agent } from 'node:https'
import type { TLSSocket } from 'node:tls'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callJson, jobIdOf } from '#main/http/json-call.ts'
import { makeCertificate, mutePeer, tlsPeer } from '../../support/peer.ts'

const certificate = await makeCertificate('UDS Actor')
const agent = new Agent({ rejectUnauthorized: false, keepAlive: false })
const ask = (url: string, timeout = 10_000) => callJson({ method: 'GET', url, timeout, agent })
const saying = (bytes: string) => tlsPeer(certificate, (socket) => socket.end(bytes))

describe('a reply', () => {
  test('of HTTP/1.0 without Content-Length ends where the connection ends', async () => {
    const peer = await saying('HTTP/1.0 200 OK\r\nContent-type: application/json\r\n\r\n{"job_id":"x"}')
    expect(await ask(peer.url)).toMatchObject({
      ok: true,
      status: 200,
      json: { job_id: 'x' },
      raw: '{"job_id":"x"}'
    })
  })

  test.each([
    [500, '{"error":"system is busy. "}', 'busy'],
    [500, '{"error":"Unauthorized operation. "}', 'unauthorized'],
    [500, '{"error":"Message processor for \\"X\\" not found. "}', 'unknown-operation'],
    [500, '{"error":"something else. "}', 'error'],
    [200, '{"error":"an error all the same"}', 'error'],
    [500, '{"error":{"code":7}}', 'error'],
    [500, '{}', 'unexpected-reply'],
    [404, '{"job_id":"x"}', 'unexpected-reply'],
    [200, '', 'not-json'],
    [200, '<html>', 'not-json']
  ])('%i %s is %s', async (status, body, failure) => {
    const peer = await saying(`HTTP/1.0 ${status} X\r\n\r\n${body}`)
    expect(await ask(peer.url)).toMatchObject({ ok: false, failure, status, raw: body })
  })

  test('that redirects is not followed', async () => {
    const other = await saying('HTTP/1.0 200 OK\r\n\r\n{}')
    const peer = await saying(`HTTP/1.0 302 Found\r\nLocation: ${other.url}/\r\nContent-Length: 2\r\n\r\n{}`)
    expect(await ask(peer.url)).toMatchObject({ ok: false, failure: 'unexpected-reply', status: 302 })
    expect(other.heard).toEqual([])
  })

  test('of megabytes is cut off, with its length told or not', async () => {
    const megabytes = 'x'.repeat(2 ** 21)
    for (const length of ['', `Content-Length: ${2 ** 21}\r\n`]) {
      const peer = await saying(`HTTP/1.0 200 OK\r\n${length}\r\n${megabytes}`)
      expect(await ask(peer.url)).toMatchObject({ ok: false, failure: 'too-large' })
    }
  })

  test('with a head of many kilobytes is not read to its end', async () => {
    const peer = await saying(`HTTP/1.0 200 OK\r\nX: ${'y'.repeat(32 * 1024)}\r\n\r\n{}`)
    expect(await ask(peer.url)).toMatchObject({ ok: false, failure: 'too-large' })
  })

  test.each([
    ['no UTF-8', Buffer.from([...Buffer.from('{"status":"'), 0xc3, 0x28, ...Buffer.from('"}')])],
    ['too deep', Buffer.from(`{"status":${'['.repeat(40)}${']'.repeat(40)}}`)],
    ['of another prototype', Buffer.from('{"__proto__":{"status":"OPG"}}')]
  ])('that is %s is not believed', async (_name, body) => {
    const head = Buffer.from('HTTP/1.0 200 OK\r\n\r\n')
    const peer = await tlsPeer(certificate, (socket) => socket.end(Buffer.concat([head, body])))
    expect(await ask(peer.url)).toMatchObject({ ok: false, failure: 'not-json' })
  })

  test.each([
    ['{"error":"of\u202Ethe peer. "}', 'of the peer'],
    ['of\u202Ea page\u0007', 'of a page']
  ])('whose words could rearrange a sentence has them without that', async (body, text) => {
    const peer = await saying(`HTTP/1.0 500 X\r\n\r\n${body}`)
    expect(await ask(peer.url)).toMatchObject({ ok: false, text })
  })

  test('that trickles without end is left at the time-out, and its connection closed', async () => {
    const trickle = (socket: TLSSocket) => {
      socket.write('HTTP/1.0 200 OK\r\n\r\n')
      const timer = setInterval(() => socket.write(' '), 10)
      socket.on('close', () => clearInterval(timer))
    }
    const peer = await tlsPeer(certificate, trickle)
    const reply = await ask(peer.url, 300)
    expect(reply).toMatchObject({ ok: false, failure: 'timeout' })
    expect(reply.milliseconds).toBeLessThan(5_000)
  })

  test('that ends before its length is a lost connection', async () => {
    const peer = await saying('HTTP/1.0 200 OK\r\nContent-Length: 100\r\n\r\n{"job_id":')
    expect(await ask(peer.url)).toMatchObject({ ok: false, failure: 'connection-lost' })
  })

  test('that is no HTTP at all', async () => {
    const peer = await saying('SSH-2.0-OpenSSH_9.2\r\n')
    expect(await ask(peer.url)).toMatchObject({ ok: false, failure: 'not-json' })
  })

  test('that never comes, or not even TLS', async () => {
    const silent = await tlsPeer(certificate)
    expect(await ask(silent.url, 300)).toMatchObject({
      ok: false,
      failure: 'timeout',
      status: null,
      raw: null
    })
    const mute = await mutePeer()
    expect(await ask(`https://127.0.0.1:${mute.port}`, 300)).toMatchObject({ ok: false, failure: 'timeout' })
    await mute.closed
  })
})

test('what cannot be reached', async () => {
  expect(await ask('https://127.0.0.1:1')).toMatchObject({ ok: false, failure: 'refused' })
  expect(await ask('https://nowhere.invalid')).toMatchObject({ ok: false, failure: 'unreachable' })
})

test('the request: JSON in UTF-8 with its length in bytes, and no keep-alive', async () => {
  const peer = await saying('HTTP/1.0 200 OK\r\n\r\n{}')
  const body = '{"description":"imagen de año ñ €"}'
  await callJson({ method: 'POST', url: `${peer.url}/Path/Case`, body, timeout: 10_000, agent })
  const [head, sent] = peer.heard[0]!.split('\r\n\r\n')
  expect(head).toMatch(/^POST \/Path\/Case HTTP\/1\.1\r\n/)
  expect(head!.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`)
  expect(head!.toLowerCase()).toContain('content-type: application/json')
  expect(head!.toLowerCase()).toContain('connection: close')
  expect(head!.toLowerCase()).not.toContain('transfer-encoding')
  expect(sent).toBe(body)
})

test('the job id of a reply: a text that is not empty, of whatever came', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(jobIdOf(json) ?? '').toBeTypeOf('string')
    })
  )
  expect(jobIdOf({ job_id: 'CrearImagen-93992a4b' })).toBe('CrearImagen-93992a4b')
  const endless = { job_id: 'x'.repeat(201) }
  for (const odd of [null, undefined, [], 'job_id', { job_id: '' }, { job_id: 7 }, { jobId: 'x' }, endless]) {
    expect(jobIdOf(odd)).toBeUndefined()
  }
})
