import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { generate } from 'selfsigned'
import { startTestConsole } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'
import { createImage, ended, testSite } from '../../support/site.ts'
import { AGENT_REPORT, AGENT_WEBHOOK, REPOSITORY_WEBHOOK, post } from '../../support/webhook.ts'

const FILE = 'webhook-certificate.pem'

/** A port that another program listens on. */
async function portInUse(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** The SHA-256 of the certificate that is shown there. */
function shownAt(url: string): Promise<string> {
  const { hostname: host, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

describe('where it listens', () => {
  test('says so, in its status, its event and system.info', async () => {
    const { console, api, events } = await startTestConsole()
    const status = console.webhookStatus()
    expect(status).toMatchObject({ state: 'listening', host: '127.0.0.1', failure: null })
    expect(status.urls).toEqual([`https://127.0.0.1:${status.port}`])
    expect(await shownAt(status.urls[0]!)).toBe(status.certificateFingerprint)
    expect((await api.system.info()).webhook).toEqual(status)
    const told = await events.until(() =>
      events.all.find((event) => event.type === 'webhook-status' && event.status.state === 'listening')
    )
    expect(told).toMatchObject({ status })
  })

  test('a port in use is a state: the console lives, and moves to another', async () => {
    const port = await portInUse()
    const { api, console, url } = await startTestConsole({ webhookPort: port })
    const status = console.webhookStatus()
    expect(status).toMatchObject({
      state: 'failed',
      port,
      urls: [],
      failure: { code: 'port-in-use', params: { port } }
    })
    expectSentences(status.failure)
    expect((await api.inventory.snapshot()).units).toEqual([])

    expect(await api.system.listen({ host: '127.0.0.1', port: 0 })).toMatchObject({
      state: 'listening',
      failure: null
    })
    expect((await post(`${url()}${AGENT_WEBHOOK}`, {})).status).toBe(400)
  })

  test('an address that is not ours', async () => {
    const { console } = await startTestConsole({ webhookHost: '192.0.2.1' })
    const { failure, state } = console.webhookStatus()
    expect(state).toBe('failed')
    expect(failure).toMatchObject({ code: 'address-not-available', params: { host: '192.0.2.1' } })
    expectSentences(failure)
  })

  test('another port is remembered, one that cannot be had is not', async () => {
    const directory = await temporaryFolder()
    const taken = await portInUse()
    const first = await startTestConsole({ dataDirectory: directory })
    const before = first.url()
    const moved = await first.api.system.listen({ host: '127.0.0.1', port: 0 })
    const { port } = await first.api.system.listen({ host: '127.0.0.1', port: moved.port })
    await expect(post(before + AGENT_WEBHOOK, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await expect(first.api.system.listen({ host: '127.0.0.1', port: taken })).rejects.toMatchObject({
      data: { code: 'port-in-use' }
    })
    // The one that it had is still there.
    expect(first.console.webhookStatus()).toMatchObject({ state: 'listening', port })
    expect((await post(first.url() + AGENT_WEBHOOK, {})).status).toBe(400)
    expect((await first.api.system.info()).settings).toMatchObject({
      webhookHost: '127.0.0.1',
      webhookPort: port
    })
    await first.stop()
    const second = await startTestConsole({
      dataDirectory: directory,
      webhookHost: undefined,
      webhookPort: undefined
    } as never)
    expect(second.console.webhookStatus()).toMatchObject({ state: 'listening', host: '127.0.0.1', port })
  })

  test('it moves while a job runs: the job goes on', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'late', webhooks: 'all' })
    const { trace } = await createImage(site)
    await site.lab.computer('modelo').waitForJob()
    await site.api.system.listen({ host: '127.0.0.1', port: 0 })
    site.lab.setConsoleUrl(site.url())
    await site.lab.computer('modelo').releaseWebhooks()
    expect((await ended(site, trace.id)).state).toBe('success')
  })

  test('stopped, it does not listen any more', async () => {
    const { url, stop, console } = await startTestConsole()
    const last = url()
    await stop()
    await expect(post(last + AGENT_WEBHOOK, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(console.webhookStatus()).toMatchObject({ state: 'stopped', urls: [] })
  })
})

describe('its certificate', () => {
  const fingerprintOf = async (directory: string) => {
    const { console, stop } = await startTestConsole({ dataDirectory: directory })
    await stop()
    return console.webhookStatus().certificateFingerprint
  }

  test('is kept across restarts and moves, and its key is for this user alone', async () => {
    const directory = await temporaryFolder()
    const { api, console, stop } = await startTestConsole({ dataDirectory: directory })
    const fingerprint = console.webhookStatus().certificateFingerprint
    const moved = await api.system.listen({ host: '127.0.0.1', port: 0 })
    expect(moved.certificateFingerprint).toBe(fingerprint)
    await stop()
    expect(statSync(join(directory, FILE)).mode & 0o777).toBe(0o600)
    expect(existsSync(join(directory, `${FILE}.new`))).toBe(false)
    expect(await fingerprintOf(directory)).toBe(fingerprint)
  })

  test('is replaced before it ends', async () => {
    const directory = await temporaryFolder()
    const day = 24 * 3_600_000
    const made = await generate([{ name: 'commonName', value: 'old' }], {
      keyType: 'ec',
      notBeforeDate: new Date(Date.now() - 30 * day),
      notAfterDate: new Date(Date.now() + 29 * day)
    })
    writeFileSync(join(directory, FILE), made.private + made.cert, { mode: 0o600 })
    const fingerprint = await fingerprintOf(directory)
    expect(readFileSync(join(directory, FILE), 'utf8')).not.toContain(made.private)
    expect(await fingerprintOf(directory)).toBe(fingerprint)
    expect(statSync(join(directory, FILE)).mode & 0o777).toBe(0o600)
  })

  test.each(['', 'half a fi', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'a file that is none (%j) is replaced, and the server listens',
    async (content) => {
      const directory = await temporaryFolder()
      writeFileSync(join(directory, FILE), content)
      const { console } = await startTestConsole({ dataDirectory: directory })
      expect(console.webhookStatus()).toMatchObject({ state: 'listening' })
    }
  )
})

test('every reply has a JSON body, whatever was asked', async () => {
  const { url } = await startTestConsole()
  const asked = [
    AGENT_WEBHOOK,
    REPOSITORY_WEBHOOK,
    `${AGENT_REPORT}/started`,
    `${AGENT_REPORT}/x`,
    '/',
    '/%',
    '/..%2f..',
    '/a?b=%E0%A4%A'
  ]
  for (const path of asked) {
    for (const method of ['POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      // `post` rejects what is not JSON.
      const reply = await post(url() + path, '{}', { method })
      expect(reply.status, `${method} ${path}`).toBeGreaterThanOrEqual(200)
      const said = reply.status < 400 ? reply.json.ok : typeof reply.json.error === 'string'
      expect([method, path, said]).toEqual([method, path, true])
    }
  }
})
