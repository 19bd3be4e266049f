import { createHash } from 'node:crypto'
import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { bdecode } from './bdecode.ts'
import {
  AGENT_WEBHOOK,
  call,
  fakeConsole,
  jobId,
  REPOSITORY_WEBHOOK,
  SEED_CALL,
  testLab,
  TORRENT_SUM
} from './helpers.ts'

const CREATE = '/CloningEngine/CrearImagen'

const digest = (algorithm: string) => (bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex')
const md5 = digest('md5')
const sha1 = digest('sha1')

/** A range of a file, read on its own. */
async function range(file: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const bytes = Buffer.alloc(length)
    await handle.read(bytes, 0, length, offset)
    return bytes
  } finally {
    await handle.close()
  }
}

async function create(lab: Lab, changes: Partial<typeof SEED_CALL> = {}) {
  const computer = lab.computer('modelo')
  const id = jobId(await call(computer, CREATE, { body: { ...SEED_CALL, ...changes } }))
  return computer.waitForJob((job) => job.id === id)
}

test("the seed's demonstration: job id, rising progress, the result, and the partition's very bytes", async () => {
  const { lab, console } = await testLab()
  const job = await create(lab)
  expect(job.id).toMatch(/^CrearImagen-[0-9a-f]{8}$/)
  expect(job).toMatchObject({ outcome: 'success', function: 'CrearImagen', body: SEED_CALL })

  expect(new Set(console.heard.map(({ path }) => path))).toEqual(new Set([AGENT_WEBHOOK]))
  const progress = console.heard.slice(0, -1).map(({ body }) => body)
  expect(progress.length).toBeGreaterThan(4)
  expect(progress.every((body) => Object.keys(body).join() === 'job_id,progress')).toBe(true)
  expect(progress.every((body) => body['job_id'] === job.id)).toBe(true)
  const fractions = progress.map((body) => body['progress'] as number)
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b))
  expect(fractions[0]).toBeGreaterThan(0)
  expect(fractions.at(-1)).toBe(1)
  const { nfn: _nfn, ...repeated } = SEED_CALL
  expect(console.heard.at(-1)).toMatchObject({ contentType: 'application/json', from: '127.0.0.1' })
  expect(console.heard.at(-1)?.body).toEqual({
    job_id: job.id,
    nfn: 'RESPUESTA_CrearImagen',
    ...repeated,
    res: '1',
    der: ''
  })

  const folder = lab.describe().repository.imagesDirectory
  expect(await readdir(folder)).toEqual(['image-test.img'])
  const [disk] = lab.describe().computers[0]?.disks ?? []
  const partition = disk?.partitions[1]
  const original = await range(disk?.file ?? '', partition?.fileOffset ?? 0, partition?.fileBytes ?? 0)
  const image = await readFile(join(folder, 'image-test.img'))
  expect(gunzipSync(image).equals(original)).toBe(true)
  expect(image.length).toBeLessThan(original.length)
})

test('the auxiliary files hold what protocol.md says', async () => {
  const { lab, console } = await testLab({ diskSizeMiB: 32 })
  await create(lab)
  const { repository } = lab
  const reply = await call(repository, TORRENT_SUM, { body: { image: 'image-test.img' } })
  expect(reply).toMatchObject({ status: 200, httpVersion: '1.1' })
  expect(jobId(reply)).toMatch(/^CreateAuxiliarFiles_[0-9a-f]{8}$/)
  await repository.waitForJob()

  const folder = repository.imagesDirectory
  const names = ['', '.full.sum', '.size', '.sum', '.torrent'].map((suffix) => `image-test.img${suffix}`)
  expect(await readdir(folder)).toEqual(names)
  const image = await readFile(join(folder, 'image-test.img'))
  const text = (suffix: string) => readFile(join(folder, `image-test.img${suffix}`), 'utf8')
  expect(image.length).toBeGreaterThan(4 * 1024 * 1024) // more than one piece
  expect(await text('.full.sum')).toBe(md5(image))
  expect(await text('.sum')).toBe(md5(image.subarray(image.length - 1024 * 1024)))
  expect(await text('.size')).toBe(String(image.length))

  const torrent = bdecode(await readFile(join(folder, 'image-test.img.torrent'))) as {
    announce: Buffer
    info: { name: Buffer; 'piece length': number; length: number; pieces: Buffer }
  }
  expect(torrent.announce.toString()).toBe('http://192.168.68.55:6969/announce')
  expect(torrent.info.name.toString()).toBe('image-test.img')
  expect(torrent.info['piece length']).toBe(4 * 1024 * 1024)
  expect(torrent.info.length).toBe(image.length)
  const pieces = Array.from({ length: Math.ceil(image.length / (4 << 20)) }, (_, index) =>
    sha1(image.subarray(index * (4 << 20), (index + 1) * (4 << 20)))
  )
  expect(torrent.info.pieces.toString('hex')).toBe(pieces.join(''))

  const webhooks = console.heard.filter(({ path }) => path === REPOSITORY_WEBHOOK).map(({ body }) => body)
  expect(webhooks.at(-1)).toEqual({ job_id: jobId(reply), success: true, image_id: md5(image) })
  const fractions = webhooks.slice(0, -1).map((body) => body['progress'] as number)
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b))
  expect(fractions.at(-1)).toBe(1)
})

test('an image shorter than 1 MiB: .sum is the MD5 of the whole', async () => {
  const { lab } = await testLab({ computers: 2 })
  const pc1 = lab.computer('pc1')
  await pc1.setState('og-live')
  // The EFI partition: 64 KiB.
  await call(pc1, CREATE, { body: { ...SEED_CALL, par: '1', cpt: 'ef00', nci: 'efi' } })
  expect((await pc1.waitForJob()).outcome).toBe('success')
  await call(lab.repository, TORRENT_SUM, { body: { image: 'efi.img' } })
  await lab.repository.waitForJob()
  const read = (suffix: string) => readFile(join(lab.repository.imagesDirectory, `efi.img${suffix}`), 'utf8')
  expect(Number(await read('.size'))).toBeLessThan(1024 * 1024)
  expect(await read('.sum')).toBe(await read('.full.sum'))
})

test.each([
  [{ ipr: '10.0.0.1' }, '012'],
  [{ dsk: '2' }, '002'],
  [{ par: '7' }, '003'],
  [{ cpt: '7' }, '003'],
  [{ par: '1', cpt: '0' }, '020'],
  [{ nci: '../../fuera' }, '001'],
  [{ nci: 'x'.repeat(51) }, '001']
])('%o ends in res 2 with der %s', async (changes, code) => {
  const { lab, console } = await testLab()
  const job = await create(lab, changes)
  expect(job.outcome).toBe('failed')
  expect(console.heard.at(-1)?.body).toMatchObject({
    job_id: job.id,
    nfn: 'RESPUESTA_CrearImagen',
    ...changes,
    res: '2',
    der: expect.stringMatching(new RegExp(`^${code}-.+`)) as string
  })
  expect(await readdir(lab.repository.imagesDirectory)).toEqual([])
})

test('while it works it is busy, whatever is asked of the engine, and free again afterwards', async () => {
  const { lab } = await testLab({ jobDurationMs: 60_000, computers: 1 })
  const computer = lab.computer('modelo')
  await call(computer, CREATE, { body: SEED_CALL })
  for (const path of [CREATE, '/CloningEngine/Actualizar', '/CloningEngine/Nada']) {
    expect(await call(computer, path, { body: SEED_CALL })).toMatchObject({
      status: 500,
      json: { error: 'system is busy. ' }
    })
  }
  expect((await call(computer, '/opengnsys/status')).json).toMatchObject({ status: 'OPG' })
  expect(computer.jobs).toHaveLength(1)
  await lab.stop()
  expect(computer.jobs[0]?.outcome).toBe('stopped')
  expect(await readdir(lab.repository.imagesDirectory)).toEqual([])

  const free = await testLab()
  await create(free.lab)
  await create(free.lab, { nci: 'otra' })
  expect(await readdir(free.lab.repository.imagesDirectory)).toEqual(['image-test.img', 'otra.img'])
})

test('a job takes at least its duration', async () => {
  const { lab } = await testLab({ jobDurationMs: 300, computers: 1 })
  const start = performance.now()
  await create(lab)
  expect(performance.now() - start).toBeGreaterThanOrEqual(295)
})

test('a new image of the same name replaces the old one, whose auxiliary files go', async () => {
  const { lab } = await testLab()
  await create(lab)
  await call(lab.repository, TORRENT_SUM, { body: { image: 'image-test.img' } })
  await lab.repository.waitForJob()
  await create(lab)
  expect(await readdir(lab.repository.imagesDirectory)).toEqual(['image-test.img'])
})

test('webhooks are sent once, and one without a JSON reply counts as failed', async () => {
  const { lab, console } = await testLab()
  console.reply = { status: 200, body: 'thanks' }
  const job = await create(lab)
  expect(job.webhooks.every(({ outcome, attempts }) => outcome === 'failed' && attempts === 1)).toBe(true)
  expect(console.heard).toHaveLength(job.webhooks.length)
})

test('a job ends well though nobody is there to hear it', async () => {
  const { lab } = await testLab({ consoleUrl: 'https://127.0.0.1:1' })
  const job = await create(lab)
  expect(job.outcome).toBe('success')
  expect(job.webhooks.at(-1)).toMatchObject({
    outcome: 'failed',
    error: expect.stringContaining('ECONNREFUSED') as string
  })
})

test("webhooks come from the computer's own address, or from the one set", async () => {
  const console = await fakeConsole()
  const { lab } = await testLab({
    consoleUrl: console.url,
    computers: [
      { name: 'modelo', ip: '192.168.2.2', mac: '08:00:27:00:00:01', host: '127.0.0.2' },
      { name: 'otro', ip: '192.168.2.3', mac: '08:00:27:00:00:02', localAddress: '127.0.0.9' }
    ]
  })
  expect(lab.computer('modelo').host).toBe('127.0.0.2')
  for (const computer of lab.computers) {
    await call(computer, '/CloningEngine/Actualizar', { body: { nfn: 'Actualizar', ids: '0' } })
    await computer.waitForJob()
  }
  expect([...new Set(console.heard.map(({ from }) => from))]).toEqual(['127.0.0.2', '127.0.0.9'])
})
