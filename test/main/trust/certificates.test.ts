/** The site's authorities and certificates, on real TLS: whom the console believes, and whom it shows what. */
import tls, { connect, type TLSSocket } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { callJson } from '#main/http/json-call.ts'
import { createPinnedAgent } from '#main/http/pinned-agent.ts'
import { testUrl } from '#main/webhooks/self-test.ts'
import { createClock, failureOf, startTestConsole } from '../../support/console.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { makeCertificate, tlsPeer } from '../../support/peer.ts'
import { expectSentences } from '../../support/sentences.ts'
import { consoleFor, networkMapOf, testLab } from '../../support/site.ts'

const DAY = 24 * 3_600_000
const AGENT = '192.168.2.2'
const REPOSITORY = '192.168.68.55'
const [ca, otherCa] = await Promise.all([makeCertificate('CA'), makeCertificate('CA')])
const OLD = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const

const [agentCert, repositoryCert, clientCert] = await Promise.all([
  makeCertificate('agent', ca, { ip: AGENT }),
  makeCertificate('repository', ca, { ip: REPOSITORY }),
  makeCertificate('console', ca)
])

/** A console whose computer and whose repository are two peers on TLS. */
async function siteOf(options: { agent?: object; repository?: object; directory?: string } = {}) {
  const agent = await tlsPeer(
    agentCert,
    (socket) => socket.end('HTTP/1.0 200 OK\r\n\r\n{"status":"OPG","loggedin":false}'),
    options.agent
  )
  const repository = await tlsPeer(
    repositoryCert,
    (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}'),
    options.repository
  )
  const lab = await testLab()
  const networkMap = networkMapOf(lab).map((entry) => {
    const [from] = entry.split('=')
    if (from!.startsWith(`${AGENT}:`)) return `${from}=127.0.0.1:${agent.port}`
    return from!.startsWith(`${REPOSITORY}:`) ? `${from}=127.0.0.1:${repository.port}` : entry
  })
  const { directory } = options
  const site = await consoleFor(lab, {
    networkMap,
    ...(directory !== undefined && { dataDirectory: directory })
  })
  const ask = async () => (await site.api.clients.refresh({ id: site.modelo.id })).stateFailure
  const check = async () => (await site.api.repositories.check({ id: site.repository.id })).failure
  return { ...site, agent, repository: { ...repository, id: site.repository.id }, ask, check }
}

test('agents and repositories are checked against the authority: chain, dates and names, before a byte is sent', async () => {
  const site = await siteOf()
  expect([await site.ask(), await site.check()]).toEqual([null, null])
  await site.api.trust.setAuthorities({ pem: ca.cert })
  expect([await site.ask(), await site.check()]).toEqual([null, null])

  const bad = {
    'cert-untrusted': await makeCertificate('agent', otherCa, { ip: AGENT }),
    'cert-dates': await makeCertificate('agent', ca, { ip: AGENT, from: -9 * DAY, to: -DAY }),
    'cert-name': await makeCertificate('agent', ca, { ip: '192.168.2.3', dns: ['otro'] })
  }
  const heard = [site.agent.heard.length, site.repository.heard.length]
  for (const [code, certificate] of Object.entries(bad)) {
    site.agent.show(certificate)
    // The one of another computer of the site is not the repository's either.
    site.repository.show(certificate)
    const failures = [await site.ask(), await site.check()]
    expect(failures).toMatchObject([{ code: `agent-${code}` }, { code: `repository-${code}` }])
    for (const failure of failures) expectSentences(failure)
  }
  expect(site.agent.heard.slice(heard[0]).join('')).toBe('')
  expect(site.repository.heard.slice(heard[1]).join('')).toBe('')

  site.agent.show(await makeCertificate('agent', ca, { ip: '10.0.0.1', dns: ['MODELO.aula1.example'] }))
  expect(await site.ask()).toBeNull()
  // The pin of the first connection is as it was, and holds again without the authority.
  await site.api.trust.setAuthorities({ pem: null })
  expect(await site.check()).toMatchObject({ code: 'repository-certificate-changed' })
  site.repository.show(repositoryCert)
  expect(await site.check()).toBeNull()
})

test('whom the authority vouches for is not pinned for being the first', async () => {
  const site = await siteOf()
  const pinned = async () => (await site.api.inventory.snapshot()).repositories[0]!.certificateFingerprint
  await site.api.trust.setAuthorities({ pem: ca.cert })
  expect([await site.check(), await pinned()]).toEqual([null, null])
  await site.api.trust.setAuthorities({ pem: null })
  expect([await site.check(), await pinned()]).toEqual([null, repositoryCert.fingerprint])
})

test('authorities as long as may be sent are kept as they are', async () => {
  const dns = Array.from({ length: 300 }, (_, number) => `authority-${number}.example`)
  const { cert } = await makeCertificate('CA', undefined, { dns })
  const { api } = await startTestConsole()
  const { authorities } = await api.trust.setAuthorities({
    pem: cert.repeat(Math.floor(200_000 / cert.length))
  })
  expect(authorities.length).toBeGreaterThan(15)
  expect((await api.trust.get()).authorities).toEqual(authorities)
})

test('a client certificate is sent where it is configured; its key is kept encrypted', async () => {
  const directory = await temporaryFolder()
  const demanding = { requestCert: true, rejectUnauthorized: true, ca: ca.cert }
  const site = await siteOf({ agent: demanding, repository: demanding, directory })
  expect([await site.ask(), await site.check()]).not.toContain(null)
  const wrong = await failureOf(site.api.trust.setClient({ pair: { cert: clientCert.cert, key: ca.key } }))
  expect(wrong.code).toBe('key-mismatch')
  const { client } = await site.api.trust.setClient({ pair: clientCert })
  expect(client).toMatchObject({ certificate: { fingerprint: clientCert.fingerprint }, warnings: [] })
  expect([await site.ask(), await site.check()]).toEqual([null, null])
  const secret = clientCert.key.split('\n')[1]!
  expect(JSON.stringify(dump(directory))).not.toContain(secret)
  expect(JSON.stringify(await site.api.trust.get())).not.toContain(secret)
  expect(JSON.stringify(site.logs)).not.toContain(secret)
  // What is wrong changes nothing of what is there.
  await failureOf(site.api.trust.setClient({ pair: { cert: 'x', key: 'y' } }))
  expect([await site.ask(), await site.check()]).toEqual([null, null])
})

/** From now on Node itself would take TLS 1.0, as it does with an option on its command line. */
function letNodeTakeOldTls(): void {
  const { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS } = tls
  tls.DEFAULT_MIN_VERSION = 'TLSv1'
  tls.DEFAULT_CIPHERS = 'DEFAULT@SECLEVEL=0'
  onTestFinished(() => void Object.assign(tls, { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS }))
}

test('TLS 1.1 is too old on every side', async () => {
  letNodeTakeOldTls()
  const site = await siteOf({ agent: OLD, repository: OLD })
  expect([await site.ask(), await site.check()]).toMatchObject([
    { code: 'agent-tls' },
    { code: 'repository-tls' }
  ])
  const peer = await tlsPeer(agentCert, () => {}, OLD)
  const agent = createPinnedAgent(null, { accepted: () => {}, refused: () => {} })
  expect(await callJson({ method: 'GET', url: peer.url, timeout: 10_000, agent })).toMatchObject({
    failure: 'tls'
  })
  // So old a client would be served by the peer, and not by the console.
  await expect(shown(peer.url, OLD)).resolves.toBe(agentCert.fingerprint)
  const tooOld = { code: expect.stringMatching(/SSL|ECONNRESET/) as string }
  await expect(shown(site.url(), OLD)).rejects.toMatchObject(tooOld)
  // Nor when it shows another certificate, nor does it call itself so.
  const { server } = await site.api.trust.setServer({ pair: clientCert })
  await expect(shown(site.url(), OLD)).rejects.toMatchObject(tooOld)
  expect(await shown(site.url())).toBe(server.certificate!.fingerprint)
  expect((await testUrl(peer.url, agentCert.fingerprint)).outcome).toBe('failed')
})

/** The SHA-256 of the certificate that is shown there. */
function shown(url: string, options: object = {}): Promise<string> {
  const { hostname: host, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connect(
      { host, port: Number(port), rejectUnauthorized: false, ...options },
      () => {
        resolve(socket.getPeerCertificate().fingerprint256)
        socket.destroy()
      }
    )
    socket.on('error', reject)
  })
}

test('the own certificate is renewed before it ends, while the console runs', async () => {
  const clock = createClock()
  const { api, url, events, console } = await startTestConsole({ clock })
  const before = (await api.trust.get()).server
  expect(before).toMatchObject({ own: true, warnings: [] })
  expect(await shown(url())).toBe(before.certificate!.fingerprint)
  clock.advance(before.certificate!.validTo - clock.now() - 31 * DAY)
  await api.trust.setServer({ pair: null })
  expect(await shown(url())).toBe(before.certificate!.fingerprint)
  clock.advance(2 * DAY)
  await events.until(() => console.webhookStatus().certificateFingerprint !== before.certificate!.fingerprint)
  const after = (await api.trust.get()).server
  expect(await shown(url())).toBe(after.certificate!.fingerprint)
  expect(after.certificate!.validTo).toBeGreaterThan(clock.now() + 365 * DAY)
})

test("the site's own takes its place at once, survives a restart, and gives it back", async () => {
  const directory = await temporaryFolder()
  const site = await makeCertificate('ogdesk.example', ca, { ip: '127.0.0.1' })
  const elsewhere = await makeCertificate('ogdesk.example', ca, { ip: '10.9.8.7' })
  const first = await startTestConsole({ dataDirectory: directory })
  const own = (await first.api.trust.get()).server.certificate!.fingerprint
  const { server } = await first.api.trust.setServer({ pair: { cert: site.cert + ca.cert, key: site.key } })
  expect(server).toMatchObject({ own: false, certificate: { fingerprint: site.fingerprint }, warnings: [] })
  expect(await shown(first.url())).toBe(site.fingerprint)
  expect((await failureOf(first.api.trust.setServer({ pair: { cert: site.cert, key: ca.key } }))).code).toBe(
    'key-mismatch'
  )
  expect(await shown(first.url())).toBe(site.fingerprint)
  const { server: other } = await first.api.trust.setServer({ pair: elsewhere })
  expect(other.warnings).toMatchObject([{ code: 'certificate-other-names' }])
  for (const warning of other.warnings) expectSentences(warning)
  await first.stop()
  expect(JSON.stringify(dump(directory))).not.toContain(elsewhere.key.split('\n')[1]!)
  const second = await startTestConsole({ dataDirectory: directory })
  expect(await shown(second.url())).toBe(elsewhere.fingerprint)
  expect((await second.api.trust.setServer({ pair: null })).server).toMatchObject({ own: true })
  expect(await shown(second.url())).toBe(own)
})
