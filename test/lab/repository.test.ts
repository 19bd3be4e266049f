import { X509Certificate } from 'node:crypto'
import { readdir, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { call, testLab, TORRENT_SUM } from './helpers.ts'

const BASE = '/ogrepository/v1'

/** Puts an image in the repository with its auxiliary files, and returns its fullsum. */
async function putImage(lab: Lab, name: string, content: string): Promise<string> {
  await writeFile(join(lab.repository.imagesDirectory, name), content)
  await call(lab.repository, `${BASE}/images/torrentsum`, { body: { image: name } })
  const job = await lab.repository.waitForJob(({ body }) => body['image'] === name)
  return String(job.webhooks.at(-1)?.body['image_id'])
}

test('its certificate is its own, valid, for its declared and its loopback address, and told by describe()', async () => {
  const { lab } = await testLab({ computers: 1 })
  const { certificatePem, certificateSha256, host, port } = lab.describe().repository
  const certificate = new X509Certificate(certificatePem)
  expect(certificate.fingerprint256).toBe(certificateSha256)
  expect(certificate.checkIP('192.168.68.55')).toBe('192.168.68.55')
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
  // A client that trusts just this certificate gets through with every check on.
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host, port, ca: certificatePem }, () => {
      expect(socket.authorized).toBe(true)
      expect(socket.getPeerCertificate().fingerprint256).toBe(certificateSha256)
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
})

test.each([
  [{ image: 'nada.img' }, 404],
  [{ image: '../../../etc/passwd' }, 400],
  [{ image: '../images/a.img' }, 400],
  [{ image: 'sub/a.img' }, 400],
  [{ image: 'a.img.sum' }, 400],
  [{ image: '..img' }, 400],
  [{ image: 'a\u0000.img' }, 400],
  [{ image: 7 }, 400],
  [{}, 400],
  ['[]', 400],
  ['nada', 400],
  [`"${'x'.repeat(70_000)}"`, 413]
])('torrentsum %j: %i', async (body, status) => {
  const { lab } = await testLab({ computers: 1 })
  await writeFile(join(lab.repository.imagesDirectory, 'a.img'), 'a')
  const reply = await call(lab.repository, TORRENT_SUM, { body })
  expect(reply.status).toBe(status)
  expect(reply.json).toEqual({ error: expect.stringMatching(/./) as string })
  expect(lab.repository.jobs).toHaveLength(0)
})

test('a folder called like an image is none', async () => {
  const { lab } = await testLab({ computers: 1 })
  await symlink('/etc', join(lab.repository.imagesDirectory, 'etc.img'))
  expect((await call(lab.repository, TORRENT_SUM, { body: { image: 'etc.img' } })).status).toBe(404)
})

test('status, list, detail, bin and restore, removal', async () => {
  const { lab } = await testLab({ computers: 1 })
  const { repository } = lab
  const get = async (path: string) => (await call(repository, `${BASE}${path}`)).json
  const remove = (fullsum: string, query: string) =>
    call(repository, `${BASE}/images/${fullsum}${query}`, { method: 'DELETE' })
  expect(await get('/images')).toEqual([])
  const one = await putImage(lab, 'uno.img', 'one')
  const two = await putImage(lab, 'dos.img', 'two!')
  await writeFile(join(repository.imagesDirectory, 'suelta.img'), 'no files beside it')
  expect(one).toBe('f97c5d29941bfb1b2fdab0874906ab82') // printf one | md5sum
  expect(await get('/status')).toMatchObject({ status: 'ok', images: 3 })
  expect(await get('/images')).toEqual([
    {
      name: 'dos.img',
      size: 4,
      fullsum: two,
      sum: two,
      created: expect.stringMatching(/^\d{4}-.*Z$/) as string
    },
    { name: 'suelta.img', size: 18, fullsum: null, sum: null, created: expect.any(String) as string },
    { name: 'uno.img', size: 3, fullsum: one, sum: one, created: expect.any(String) as string }
  ])
  expect(await get(`/images/${one}`)).toMatchObject({ name: 'uno.img', fullsum: one })
  expect((await call(repository, `${BASE}/images/${'0'.repeat(32)}`)).status).toBe(404)

  expect((await remove(one, '')).status).toBe(400)
  expect((await remove(one, '?method=other')).status).toBe(400)
  expect((await remove(one, '?method=trash')).status).toBe(200)
  expect(await get('/trash')).toMatchObject([{ name: 'uno.img', fullsum: one }])
  expect((await call(repository, `${BASE}/images/${one}`)).status).toBe(404)
  expect((await readdir(repository.imagesDirectory)).filter((name) => name.startsWith('uno'))).toEqual([])
  const restore = () => call(repository, `${BASE}/trash/${one}/restore`, { method: 'POST' })
  await writeFile(join(repository.imagesDirectory, 'uno.img'), 'in the way')
  expect((await restore()).status).toBe(409)
  await repository.store.remove(
    (await repository.store.list()).find(({ name }) => name === 'uno.img') as never
  )
  expect((await restore()).status).toBe(200)
  expect((await restore()).status).toBe(404)
  expect(await get('/trash')).toEqual([])
  expect((await readdir(repository.imagesDirectory)).filter((name) => name.startsWith('uno'))).toHaveLength(5)

  expect((await remove(two, '?method=permanent')).status).toBe(200)
  expect((await readdir(repository.imagesDirectory)).filter((name) => name.startsWith('dos'))).toEqual([])
})

test('wake on LAN is taken and remembered; what is not a route is 404 with {"error"}', async () => {
  const { lab } = await testLab({ computers: 1 })
  const packet = { broadcast_ip: '192.168.2.255', mac: '08:00:27:4F:BE:38' }
  expect((await call(lab.repository, `${BASE}/wol`, { body: packet })).status).toBe(200)
  expect((await call(lab.repository, `${BASE}/wol`, { body: { mac: packet.mac } })).status).toBe(400)
  expect(lab.repository.wakeUps).toEqual([packet])
  for (const path of [
    '/',
    '/images',
    `${BASE}/nada`,
    `${BASE}/images/`,
    `${BASE}/images/a/b`,
    `${BASE}/constructor`
  ]) {
    expect(await call(lab.repository, path)).toMatchObject({
      status: 404,
      json: { error: expect.any(String) as string }
    })
  }
})

test('it speaks HTTP/1.1 and keeps connections alive', async () => {
  const { lab } = await testLab({ computers: 1 })
  const { host, port } = lab.repository
  const reply = await new Promise<{ version: string; connection: string | undefined }>((resolve, reject) => {
    request({
      host,
      port,
      path: `${BASE}/status`,
      rejectUnauthorized: false,
      headers: { connection: 'keep-alive' }
    })
      .on('error', reject)
      .on('response', (response) => {
        response.resume()
        resolve({ version: response.httpVersion, connection: response.headers.connection })
      })
      .end()
  })
  expect(reply).toEqual({ version: '1.1', connection: 'keep-alive' })
})
