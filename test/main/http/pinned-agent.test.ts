import { describe, expect, test } from 'vitest'
import { callJson } from '#main/http/json-call.ts'
import {
  CERTIFICATE_CHANGED,
  createPinnedAgent,
  describeCertificate,
  type PeerIdentity
} from '#main/http/pinned-agent.ts'
import { makeCertificate, mutePeer, tlsPeer } from '../../support/peer.ts'

const [first, second] = await Promise.all([makeCertificate('first'), makeCertificate('second')])
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}'

function pinnedTo(fingerprint: string | null) {
  const accepted: PeerIdentity[] = []
  const refused: PeerIdentity[] = []
  const agent = createPinnedAgent(fingerprint, {
    accepted: (identity) => void accepted.push(identity),
    refused: (identity) => void refused.push(identity)
  })
  return { agent, accepted, refused }
}

async function call(url: string, agent: ReturnType<typeof createPinnedAgent>, timeout = 10_000) {
  const reply = await callJson({ method: 'POST', url, body: '{"secret":true}', timeout, agent })
  agent.destroy()
  return reply
}

describe('a pinned certificate', () => {
  test('the first one is taken, and told to be pinned', async () => {
    const peer = await tlsPeer(first, (socket) => socket.end(OK))
    const { agent, accepted } = pinnedTo(null)
    expect(await call(peer.url, agent)).toMatchObject({ ok: true })
    expect(accepted).toEqual([
      { fingerprint: first.fingerprint, pem: expect.stringContaining('BEGIN CERTIFICATE') as string }
    ])
    expect(accepted[0]!.pem.replaceAll(/\s/g, '')).toBe(first.cert.replaceAll(/\s/g, ''))
  })

  test('the pinned one is taken, whatever it is called', async () => {
    const peer = await tlsPeer(first, (socket) => socket.end(OK))
    const { agent, accepted, refused } = pinnedTo(first.fingerprint)
    expect(await call(peer.url.replace('127.0.0.1', 'localhost'), agent)).toMatchObject({ ok: true })
    expect([accepted.length, refused.length]).toEqual([1, 0])
  })

  test('another one: not a byte of the request is sent', async () => {
    const peer = await tlsPeer(second, (socket) => socket.end(OK))
    const { agent, accepted, refused } = pinnedTo(first.fingerprint)
    const reply = await call(peer.url, agent)
    expect(reply).toMatchObject({ ok: false, status: null, raw: null })
    expect(!reply.ok && reply.text).toContain(CERTIFICATE_CHANGED)
    expect(refused.map(({ fingerprint }) => fingerprint)).toEqual([second.fingerprint])
    expect(accepted).toEqual([])
    expect(peer.heard.join('')).toBe('')
  })

  test('nobody speaks TLS there: the connection does not outlive the call', async () => {
    const peer = await mutePeer()
    const { agent } = pinnedTo(null)
    expect(await call(`https://127.0.0.1:${peer.port}`, agent, 300)).toMatchObject({
      ok: false,
      failure: 'timeout'
    })
    await peer.closed
    expect(peer.open.size).toBe(0)
  })

  test('what cannot pin is a failed call, not the end of the program', async () => {
    const peer = await tlsPeer(first, (socket) => socket.end(OK))
    const agent = createPinnedAgent(null, {
      accepted: () => {
        throw new Error('the database is closed')
      },
      refused: () => {}
    })
    expect(await call(peer.url, agent)).toMatchObject({
      ok: false,
      text: expect.stringContaining('database') as string
    })
    expect(peer.heard.join('')).toBe('')
  })
})

test('a certificate whose name could rearrange the sentence around it is shown without that', async () => {
  const { cert: pem, fingerprint } = await makeCertificate('repo\u202Egro.live')
  expect(describeCertificate({ fingerprint, pem })).toMatchObject({
    subject: 'CN=repo gro.live',
    issuer: 'CN=repo gro.live'
  })
})
