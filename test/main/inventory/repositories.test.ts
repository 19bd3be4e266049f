import { expect, test } from 'vitest'
import { failureOf } from '../../support/console.ts'
import { makeCertificate, mutePeer, tlsPeer } from '../../support/peer.ts'
import { expectSentences } from '../../support/sentences.ts'
import { temporaryFolder } from '../../support/files.ts'
import {
  auxiliaryEnded,
  consoleFor,
  createImage,
  imageIn,
  networkMapOf,
  testLab,
  testSite,
  type Site
} from '../../support/site.ts'

/** The lab's console, with something else where its repository should be. */
async function siteWithRepositoryAt(port: number, timings = {}): Promise<Site> {
  const lab = await testLab()
  const networkMap = networkMapOf(lab).map((entry) =>
    entry.startsWith('192.168.68.55:') ? `192.168.68.55:8006=127.0.0.1:${port}` : entry
  )
  return consoleFor(lab, { networkMap, timings })
}

test('the first answer pins the certificate, and tells so', async () => {
  const { api, lab, repository, clock, events } = await testSite()
  expect(repository.certificateFingerprint).toBeNull()
  const checked = await api.repositories.check({ id: repository.id })
  expect(checked).toMatchObject({
    failure: null,
    repository: {
      certificateFingerprint: lab.repository.certificate.sha256,
      certificatePinnedAt: clock.now()
    }
  })
  await events.until(() =>
    events.all.some((event) => event.type === 'repository' && event.repository.certificateFingerprint)
  )
  clock.advance(1000)
  expect((await api.repositories.check({ id: repository.id })).repository).toEqual(checked.repository)
  expect((await failureOf(api.repositories.check({ id: 99 }))).code).toBe('not-found')
})

test('another certificate: nothing is sent, both are shown, and only the one looked at can be trusted', async () => {
  const directory = await temporaryFolder()
  const first = await testSite({ console: { dataDirectory: directory } })
  await first.api.repositories.check({ id: first.repository.id })
  await first.stop()
  const pinned = first.lab.repository.certificate.sha256

  const stranger = await makeCertificate('stranger')
  const impostor = await tlsPeer(stranger, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}')
  )
  const networkMap = first.networkMap.map((entry) =>
    entry.startsWith('192.168.68.55:') ? `192.168.68.55:8006=127.0.0.1:${impostor.port}` : entry
  )
  const site = await consoleFor(first.lab, { dataDirectory: directory, networkMap })
  const { api, repository } = site
  const { failure } = await api.repositories.check({ id: repository.id })
  const params = {
    repository: 'Repositorio 1',
    repositoryId: repository.id,
    pinned,
    presented: stranger.fingerprint
  }
  expect(failure).toMatchObject({ code: 'repository-certificate-changed', params })
  expectSentences(failure)
  expect(impostor.heard.join('')).toBe('')

  // After a restore the number may be another repository's: what was looked at before does not count.
  const trust = (fingerprint: string) => api.repositories.trustCertificate({ id: repository.id, fingerprint })
  await api.repositories.probe({ ip: repository.ip, port: repository.port })
  impostor.heard.length = 0
  await api.backups.restore(await api.backups.create())
  expect((await failureOf(trust(stranger.fingerprint))).code).toBe('certificate-not-seen')
  const twin = { name: 'R2', ip: '192.168.68.56', certificateFingerprint: stranger.fingerprint }
  expect((await failureOf(api.inventory.createRepository(twin))).code).toBe('certificate-not-seen')

  // A job finds the same, and says the same.
  const { image } = await createImage(site)
  expect((await auxiliaryEnded(site, image.id)).failure).toMatchObject({
    code: 'repository-certificate-changed',
    params
  })
  expect(impostor.heard.join('')).toBe('')

  expect((await failureOf(trust(pinned))).code).toBe('certificate-not-seen')
  expect((await failureOf(trust('no fingerprint'))).code).toBe('invalid-input')
  expect(await trust(stranger.fingerprint)).toMatchObject({ certificateFingerprint: stranger.fingerprint })
  expect((await api.repositories.check({ id: repository.id })).failure).toBeNull()
  expect(impostor.heard.join('')).toContain('GET /ogrepository/v1/status')
  expect((await failureOf(trust(stranger.fingerprint))).code).toBe('certificate-not-seen')

  // Back to the true one: it is now the one that is refused.
  await site.stop()
  const last = await consoleFor(first.lab, { dataDirectory: directory, networkMap: first.networkMap })
  expect((await last.api.repositories.check({ id: repository.id })).failure).toMatchObject({
    code: 'repository-certificate-changed',
    params: { pinned: stranger.fingerprint, presented: pinned }
  })
  await last.api.repositories.trustCertificate({ id: repository.id, fingerprint: pinned })
  await last.api.images.retryAuxiliaryFiles({ id: image.id })
  await imageIn(last, image.id, 'success')
})

test('a repository that accepts and says nothing: a time-out, and no connection is left to end the program later', async () => {
  const mute = await mutePeer()
  const { api, repository } = await siteWithRepositoryAt(mute.port, { status: 300 })
  const { failure } = await api.repositories.check({ id: repository.id })
  expect(failure).toMatchObject({ code: 'repository-timeout', params: { seconds: 0.3 } })
  expectSentences(failure)
  await mute.closed
})

test('what is no list of images is not believed', async () => {
  const certificate = await makeCertificate('odd')
  const odd = await tlsPeer(certificate, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"images":1}')
  )
  const { api, modelo, repository } = await siteWithRepositoryAt(odd.port)
  const { imageId } = await api.imaging.prepare({ clientId: modelo.id })
  const draft = {
    clientId: modelo.id,
    imageId,
    existingImageId: null,
    name: 'x',
    repositoryId: repository.id,
    disk: 1,
    partition: 2
  }
  const checks = []
  for await (const check of await api.imaging.preflight(draft)) checks.push(check)
  const check = checks.find(({ name, state }) => name === 'repository' && state !== 'running')
  expect(check).toMatchObject({ state: 'failed', failure: { code: 'repository-unexpected-reply' } })
  expectSentences(check!.failure)
})

test('looked at before there is a row: the certificate is shown, and only what was shown can be pinned', async () => {
  const { api, lab, repository } = await testSite()
  const { certificate, failure } = await api.repositories.probe({ ip: repository.ip, port: repository.port })
  expect(failure).toBeNull()
  const fingerprint = lab.repository.certificate.sha256
  expect(certificate).toMatchObject({ fingerprint, subject: expect.stringContaining('CN=') })
  expect(certificate!.validTo).toBeGreaterThan(certificate!.validFrom)
  // Nothing was kept.
  expect((await api.inventory.snapshot()).repositories).toEqual([repository])

  const fields = { name: 'R2', ip: repository.ip, port: repository.port }
  await api.inventory.updateRepository({ id: repository.id, change: { port: 9 } })
  const unseen = await failureOf(
    api.inventory.createRepository({ ...fields, certificateFingerprint: fingerprint.replaceAll(/\w/g, '0') })
  )
  expect(unseen.code).toBe('certificate-not-seen')
  expectSentences(unseen)
  const pinned = await api.inventory.createRepository({ ...fields, certificateFingerprint: fingerprint })
  expect(pinned).toMatchObject({
    certificateFingerprint: fingerprint,
    certificatePinnedAt: expect.any(Number)
  })
  expect((await api.repositories.check({ id: pinned.id })).failure).toBeNull()
})

test('nobody there, or somebody who is no repository: said, with the certificate where there is one', async () => {
  const stranger = await makeCertificate('stranger')
  const peer = await tlsPeer(stranger, (socket) =>
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n<html>')
  )
  const { api } = await testSite()
  const odd = await api.repositories.probe({ ip: '127.0.0.1', port: peer.port })
  expect(odd).toMatchObject({
    certificate: { fingerprint: stranger.fingerprint },
    failure: { code: 'repository-not-json' }
  })
  expectSentences(odd.failure)
  const closed = await api.repositories.probe({ ip: '127.0.0.1', port: 9 })
  expect(closed).toMatchObject({ certificate: null, failure: { code: 'repository-refused' } })
})
