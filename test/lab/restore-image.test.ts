import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Lab, LabComputer } from '../../lab/lab.ts'
import {
  diskBytes,
  machines,
  partitionBytes,
  partitionOf,
  resultOf,
  runJob,
  SEED_CALL,
  testLab
} from './helpers.ts'

const { nfn: _nfn, ids: _ids, ...CREATE } = SEED_CALL
const RESTORE = { ...CREATE, ifs: '0', ptc: 'UNICAST' }
const multicast = (clients: number, wait: number) =>
  `MULTICAST 9000:full-duplex:239.194.17.36:70M:${clients}:${wait}`

/** modelo's Linux made into the image `image-test`, and others of its kind to restore it on. */
async function classroom(names: string[], options: { layout?: number; diskSizeMiB?: number } = {}) {
  const { layout = 0, ...lab } = options
  const made = await testLab({ computers: machines(['modelo', ...names], { layout }), ...lab })
  const modelo = made.lab.computer('modelo')
  const partition = partitionOf(modelo, layout === 3 ? 1 : 2)
  const source = { par: String(partition.partition), cpt: partition.code }
  expect((await runJob(modelo, 'CrearImagen', { ...CREATE, ...source })).outcome).toBe('success')
  return { ...made, modelo, source }
}

function restore(computer: LabComputer, changes: Partial<typeof RESTORE> = {}) {
  const { cpt: _cpt, ...parameters } = { ...RESTORE, ...changes }
  return runJob(computer, 'RestaurarImagen', parameters)
}

const imageFile = (lab: Lab, name: string): string => join(lab.repository.imagesDirectory, `${name}.img`)

test('the partition becomes the very same bytes, nothing else changes, and the layout names the system', async () => {
  const { lab, console, modelo } = await classroom(['pc1'])
  const pc1 = lab.computer('pc1')
  const { fileOffset, fileBytes } = partitionOf(pc1, 2)
  const end = fileOffset + fileBytes
  const around = async () => [
    await diskBytes(pc1, 0, fileOffset),
    await diskBytes(pc1, end, 8 * 1024 * 1024 - end)
  ]
  const before = await around()
  expect((await partitionBytes(pc1, 2)).equals(await partitionBytes(modelo, 2))).toBe(false)

  const job = await restore(pc1)
  expect(job).toMatchObject({ outcome: 'success', function: 'RestaurarImagen' })
  expect((await partitionBytes(pc1, 2)).equals(await partitionBytes(modelo, 2))).toBe(true)
  expect(await around()).toEqual(before)
  expect(resultOf(job)).toEqual({
    job_id: job.id,
    nfn: 'RESPUESTA_RestaurarImagen',
    dsk: '1',
    par: '2',
    idi: CREATE.idi,
    ifs: '0',
    ids: '0',
    res: '1',
    der: '',
    cfg: [
      `ser=${pc1.serialNumber}`,
      'disk=1\tpar=0\tcpt=1\tfsi=\tsoi=\ttam=524288000\tuso=0',
      'disk=1\tpar=1\tcpt=0\tfsi=EMPTY\tsoi=\ttam=1024\tuso=0',
      'disk=1\tpar=2\tcpt=83\tfsi=EXT4\tsoi=Ubuntu 24.04 LTS\ttam=524284928\tuso=3'
    ].join('\n')
  })
  const fractions = console.heard.flatMap(({ body }) =>
    body['job_id'] === job.id && typeof body['progress'] === 'number' ? [body['progress']] : []
  )
  expect(fractions.length).toBeGreaterThan(4)
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b))
  expect(fractions.at(-1)).toBe(1)
})

test('a larger partition keeps what is behind the image; its system is the image', async () => {
  const { lab } = await testLab({ computers: 3 })
  const [modelo, windows] = [lab.computer('modelo'), lab.computer('pc2')]
  await runJob(modelo, 'CrearImagen', CREATE)
  // The image is put on pc2's Windows partition, whose file is as large; a shorter one leaves the rest.
  const short = await partitionBytes(modelo, 1)
  await writeFile(imageFile(lab, 'corta'), gzipSync(short))
  const old = await partitionBytes(windows, 3)
  expect((await restore(windows, { par: '3', nci: 'corta' })).outcome).toBe('success')
  const now = await partitionBytes(windows, 3)
  expect(now.subarray(0, short.length).equals(short)).toBe(true)
  expect(now.subarray(short.length).equals(old.subarray(short.length))).toBe(true)
  // What nobody has noted, nobody knows.
  expect(partitionOf(windows, 3)).toMatchObject({ code: '700', system: '', fileSystem: 'EMPTY' })
  await restore(windows, { par: '3' })
  expect(partitionOf(windows, 3)).toMatchObject({ system: 'Ubuntu 24.04 LTS', fileSystem: 'EXT4' })
})

test('what an image holds is known to the next lab of the same folder', async () => {
  const { lab } = await classroom(['pc1'])
  const { directory } = lab.describe()
  await lab.stop()
  const again = await testLab({ directory, computers: machines(['modelo', 'pc1'], { layout: 0 }) })
  expect(resultOf(await restore(again.lab.computer('pc1')))['cfg']).toContain('soi=Ubuntu 24.04 LTS')
})

test.each<[Partial<typeof RESTORE>, string]>([
  [{ nci: 'ninguna' }, '002'],
  [{ dsk: '2' }, '002'],
  [{ par: '7' }, '003'],
  [{ par: '1' }, '020'],
  [{ ipr: '10.0.0.1' }, '012'],
  [{ nci: 'basura' }, '033'],
  [{ nci: 'cortada' }, '033'],
  [{ nci: 'vacia' }, '033'],
  [{ nci: 'grande' }, '030'],
  [{ nci: '../../fuera' }, '001'],
  ...[
    'unicast',
    'UNICAST ',
    'MULTICAST',
    'MULTICAST 9000:full-duplex:239.194.17.36:70:50:60',
    'MULTICAST 9000:full-duplex:239.194.17.36:70M:50',
    'MULTICAST 0:full-duplex:239.194.17.36:70M:50:60',
    'MULTICAST 70000:full-duplex:239.194.17.36:70M:50:60',
    'MULTICAST 9000:simplex:239.194.17.36:70M:50:60',
    'MULTICAST 9000:full-duplex:192.168.2.2:70M:50:60',
    'MULTICAST 9000:full-duplex:239.194.17.360:70M:50:60',
    'MULTICAST 9000:full-duplex:239.194.17.36:70M:0:60',
    'TORRENT',
    'TORRENT peer',
    'TORRENT boss:60'
  ].map((ptc): [Partial<typeof RESTORE>, string] => [{ ptc }, '001'])
])('%j ends in res 2 with der %s, and the disk is untouched', async (changes, code) => {
  const { lab, modelo } = await classroom([])
  await writeFile(imageFile(lab, 'basura'), 'this is no gzip at all')
  await writeFile(imageFile(lab, 'cortada'), gzipSync(await partitionBytes(modelo, 2)).subarray(0, 4096))
  await writeFile(imageFile(lab, 'vacia'), '')
  // One byte more than the partition, of zeros: the file is small, the image is not.
  await writeFile(imageFile(lab, 'grande'), gzipSync(Buffer.alloc(partitionOf(modelo, 2).fileBytes + 1)))
  const before = await diskBytes(modelo, 0, 8 * 1024 * 1024)
  const job = await restore(modelo, changes)
  expect(resultOf(job)).toMatchObject({
    res: '2',
    der: expect.stringMatching(new RegExp(`^${code}-.+`)) as string,
    ids: '0',
    idi: RESTORE.idi
  })
  expect(resultOf(job)).not.toHaveProperty('cfg')
  expect((await diskBytes(modelo, 0, 8 * 1024 * 1024)).equals(before)).toBe(true)
  expect(partitionOf(modelo, 2).system).toBe('Ubuntu 24.04 LTS')
})

test.each([{ kind: 'die-half-way' }, { kind: 'fail', der: '014-Error al escribir' }] as const)(
  '$kind: half of the image is on the disk, the other half is not, and no system is left',
  async (fault) => {
    const { lab, modelo } = await classroom(['pc1'])
    const pc1 = lab.computer('pc1')
    const [image, old] = [await partitionBytes(modelo, 2), await partitionBytes(pc1, 2)]
    await pc1.setFault(fault)
    const job = await restore(pc1)
    expect(job.outcome).toBe(fault.kind === 'fail' ? 'failed' : 'died')
    const now = await partitionBytes(pc1, 2)
    const written = Math.floor(image.length / 2)
    expect(now.subarray(0, written).equals(image.subarray(0, written))).toBe(true)
    expect(now.subarray(-1024 * 1024).equals(old.subarray(-1024 * 1024))).toBe(true)
    await pc1.setFault(null)
    expect(resultOf(await runJob(pc1, 'Actualizar'))['cfg']).toMatch(/par=2\tcpt=83\tfsi=EXT4\tsoi=\t/)
    expect((await restore(pc1)).outcome).toBe('success')
    expect((await partitionBytes(pc1, 2)).equals(image)).toBe(true)
  }
)

test('multicast: three wait for each other, and receive together', async () => {
  const { lab, modelo } = await classroom(['pc1', 'pc2', 'pc3', 'otro'])
  const [pc1, pc2, pc3, other] = ['pc1', 'pc2', 'pc3', 'otro'].map((name) => lab.computer(name))
  if (!pc1 || !pc2 || !pc3 || !other) throw new Error('computers are missing')
  const ptc = multicast(3, 600)
  const jobs = [restore(pc1, { ptc }), restore(pc2, { ptc })]
  // Another group, and nobody else in it: it goes at once, while the two still wait.
  const alone = ptc.replace('9000', '9002').replace(':3:', ':1:')
  expect((await restore(other, { ptc: alone })).outcome).toBe('success')
  expect([pc1, pc2].map(({ jobs: [job] }) => [job?.outcome, job?.progress])).toEqual([
    ['running', 0],
    ['running', 0]
  ])
  jobs.push(restore(pc3, { ptc }))
  const image = await partitionBytes(modelo, 2)
  expect((await Promise.all(jobs)).map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success'])
  for (const computer of [pc1, pc2, pc3]) expect((await partitionBytes(computer, 2)).equals(image)).toBe(true)
})

test('multicast: who has joined by the end of the wait goes; who dies meanwhile holds nobody up', async () => {
  const { lab } = await classroom(['pc1', 'pc2'])
  const [pc1, pc2] = [lab.computer('pc1'), lab.computer('pc2')]
  const jobs = [restore(pc1, { ptc: multicast(50, 1) }), restore(pc2, { ptc: multicast(50, 1) })]
  expect((await Promise.all(jobs)).map(({ outcome }) => outcome)).toEqual(['success', 'success'])

  const waiting = restore(pc1, { ptc: multicast(2, 600) })
  await pc1.until(({ busy }) => busy)
  await lab.stop()
  expect((await waiting).outcome).toBe('stopped')
})

test('multicast and torrent keep the image in the cache, as long as there is room', async () => {
  const { lab, source } = await classroom(['pc1'], { layout: 3 })
  const pc1 = lab.computer('pc1')
  const target = { par: source.par }
  expect((await restore(pc1, target)).outcome).toBe('success')
  expect(pc1.cachedImages).toEqual([])
  expect((await restore(pc1, { ...target, ptc: 'TORRENT peer:60' })).outcome).toBe('success')
  expect(pc1.cachedImages).toEqual(['image-test'])
  expect(partitionOf(pc1, 4).usagePercent).toBeGreaterThan(0)
  // The same one takes no further room.
  expect((await restore(pc1, { ...target, ptc: multicast(1, 0) })).outcome).toBe('success')
  const bytes = await partitionBytes(pc1, 1)
  await writeFile(imageFile(lab, 'otra'), gzipSync(bytes, { level: 0 }))
  expect(resultOf(await restore(pc1, { ...target, nci: 'otra', ptc: 'TORRENT seeder:0' }))).toMatchObject({
    res: '2',
    der: expect.stringMatching(/^016-/) as string
  })

  const remove = (nci: string) => runJob(pc1, 'EliminarImagenCache', { nci })
  expect(resultOf(await remove('ninguna'))['der']).toMatch(/^002-/)
  expect(resultOf(await remove('image-test'))).toMatchObject({
    res: '1',
    cfg: expect.stringContaining('cpt=ca\tfsi=CACHE\tsoi=\ttam=112994304\tuso=0') as string
  })
  expect(pc1.cachedImages).toEqual([])
  expect(lab.describe().computers[1]?.cachedImages).toEqual([])
  expect(resultOf(await remove('image-test'))['der']).toMatch(/^002-/)
})

test('a computer without a cache has nothing to delete from it, and receives by torrent all the same', async () => {
  const { lab } = await classroom(['pc1'])
  const pc1 = lab.computer('pc1')
  expect((await restore(pc1, { ptc: 'TORRENT leecher:10' })).outcome).toBe('success')
  expect(pc1.cachedImages).toEqual([])
  expect(resultOf(await runJob(pc1, 'EliminarImagenCache', { nci: 'x' }))['der']).toMatch(/^015-/)
})

test('an image whose file goes away is not found', async () => {
  const { lab } = await classroom(['pc1'])
  await rm(imageFile(lab, 'image-test'))
  expect(resultOf(await restore(lab.computer('pc1')))['der']).toMatch(/^002-/)
})
