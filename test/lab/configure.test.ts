import { execFileSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Lab, LabComputer, LabOptions } from '../../lab/lab.ts'
import { diskBytes, machines, partitionBytes, partitionOf, resultOf, runJob, testLab } from './helpers.ts'

/** A computer of a layout. */
async function computerOf(layout: number, options: Partial<LabOptions> = {}) {
  const { lab } = await testLab({ computers: machines(['pc'], { layout }), ...options })
  return lab.computer('pc')
}

const configure = (computer: LabComputer, cfg: string, dsk = '1') =>
  runJob(computer, 'Configurar', { dsk, cfg })

const MIB = 1024
/** A partition as Configurar is asked for it, its size in MiB. */
const part = (number: number, code: string, fileSystem: string, mib: number, format = 0): string =>
  `par=${number}*cpt=${code}*sfi=${fileSystem}*tam=${mib * MIB}*ope=${format}%`
const head = (cacheMiB = 0): string => `dis=1*che=${cacheMiB > 0 ? 1 : 0}*tch=${cacheMiB * MIB}!`

/** The table as the layout text tells it: `number code file-system system size`. */
function table(computer: LabComputer): string[] {
  const { disks } = computer.describe()
  return (disks[0]?.partitions ?? []).map(
    ({ partition, code, fileSystem, system, sizeKb }) =>
      `${partition} ${code} ${fileSystem} ${system ? 'system' : '-'} ${sizeKb / MIB}`
  )
}

/** Sector ranges and types as sfdisk reads them, where it is installed. */
async function sfdisk(computer: LabComputer) {
  for (const path of ['/usr/sbin/sfdisk', '/sbin/sfdisk']) {
    if (!(await stat(path).catch(() => null))) continue
    const text = execFileSync(path, ['--json', computer.diskFile], { encoding: 'utf8', stdio: 'pipe' })
    const { partitiontable } = JSON.parse(text) as {
      partitiontable: { label: string; partitions?: { node: string; start: number; size: number }[] }
    }
    const places = (partitiontable.partitions ?? []).map(({ node, start, size }) => ({
      number: Number(/(\d+)$/.exec(node)?.[1]),
      fileOffset: start * 512,
      fileBytes: size * 512
    }))
    return { label: partitiontable.label, places }
  }
  return null
}

async function expectSfdiskAgrees(computer: LabComputer): Promise<void> {
  const [disk] = computer.describe().disks
  const places = disk?.partitions.map(({ partition, fileOffset, fileBytes }) => ({
    number: partition,
    fileOffset,
    fileBytes
  }))
  const read = await sfdisk(computer)
  expect(read ?? { label: disk?.table === 'GPT' ? 'gpt' : 'dos', places }).toEqual({
    label: disk?.table === 'GPT' ? 'gpt' : 'dos',
    places
  })
}

test("the seed's own layout asked for again: nothing is touched", async () => {
  const pc = await computerOf(0)
  const before = await diskBytes(pc, MIB * 1024, 7 * MIB * 1024)
  const job = await configure(pc, head() + part(1, 'EMPTY', 'EMPTY', 1) + part(2, 'LINUX', 'EXT4', 511_997))
  expect(resultOf(job)).toMatchObject({
    nfn: 'RESPUESTA_Configurar',
    res: '1',
    der: '',
    cfg: expect.stringContaining(
      'par=2\tcpt=83\tfsi=EXT4\tsoi=Ubuntu 24.04 LTS\ttam=524284928\tuso=3'
    ) as string
  })
  expect((await diskBytes(pc, MIB * 1024, 7 * MIB * 1024)).equals(before)).toBe(true)
  await expectSfdiskAgrees(pc)
})

test('one partition is kept to the byte, one is formatted, one is new, one goes, and a cache comes to the end', async () => {
  const pc = await computerOf(3)
  const kept = await partitionBytes(pc, 1)
  const cfg =
    head(90_000) +
    part(1, 'NTFS', 'NTFS', 204_800) +
    part(2, 'LINUX', 'EXT4', 153_600, 1) +
    'par=3*cpt=EMPTY*sfi=EMPTY*tam=0*ope=0%'
  const job = await configure(pc, cfg)
  expect(resultOf(job)).toMatchObject({ res: '1', der: '' })
  expect(table(pc)).toEqual(['1 7 NTFS system 204800', '2 83 EXT4 - 153600', '4 ca CACHE - 90000'])
  expect((await partitionBytes(pc, 1)).equals(kept)).toBe(true)
  const formatted = await partitionBytes(pc, 2)
  expect(formatted.readUInt16LE(1024 + 56)).toBe(0xef53)
  expect(formatted.filter((byte) => byte !== 0)).toHaveLength(2)
  const { disks } = pc.describe()
  expect(partitionOf(pc, 4).fileOffset + partitionOf(pc, 4).fileBytes).toBe(disks[0]?.fileBytes)
  await expectSfdiskAgrees(pc)
})

test('a cache that keeps its size keeps its images; without one they go', async () => {
  const pc = await computerOf(3)
  const { par, cpt } = { par: '3', cpt: '83' }
  const image = { dsk: '1', par: '2', idi: 'x', ipr: '192.168.68.55', nci: 'mint' }
  await runJob(pc, 'CrearImagen', { ...image, cpt })
  await runJob(pc, 'RestaurarImagen', { ...image, ifs: '0', ptc: 'TORRENT peer:1' })
  expect(pc.cachedImages).toEqual(['mint'])
  const rest = part(1, 'NTFS', 'NTFS', 204_800) + part(2, 'LINUX', 'EXT4', 153_600)
  await configure(pc, head(110_346) + rest)
  expect(table(pc).at(-1)).toBe('4 ca CACHE - 110346')
  expect(pc.cachedImages).toEqual(['mint'])
  // Listed among the partitions it keeps the number that it is given.
  await configure(pc, head(110_346) + rest + part(Number(par), 'CACHE', 'CACHE', 110_346))
  expect(table(pc).at(-1)).toBe('3 ca CACHE - 110346')
  expect(pc.cachedImages).toEqual(['mint'])
  await configure(pc, head(110_346) + rest + part(3, 'CACHE', 'CACHE', 110_346, 1))
  expect(pc.cachedImages).toEqual([])
  await runJob(pc, 'RestaurarImagen', { ...image, ifs: '0', ptc: 'TORRENT peer:1' })
  await configure(pc, head() + rest)
  expect(pc.cachedImages).toEqual([])
  expect(table(pc)).toHaveLength(2)
})

test('a partition that moves or grows loses what was known of it, unless it is asked to be formatted', async () => {
  const pc = await computerOf(1)
  await configure(
    pc,
    head() +
      part(1, 'EFI', 'FAT32', 20_000, 1) +
      part(2, 'LINUX', 'EXT4', 400_000) +
      part(3, 'LINUX-SWAP', 'LINUX-SWAP', 8192, 1) +
      part(5, 'LINUX', 'XFS', 60_000, 1)
  )
  expect(table(pc)).toEqual([
    '1 ef00 FAT32 - 20000',
    '2 8300 EMPTY - 400000',
    '3 8200 LINUX-SWAP - 8192',
    '5 8300 XFS - 60000'
  ])
  expect((await partitionBytes(pc, 3)).toString('latin1', 4086, 4096)).toBe('SWAPSPACE2')
  await expectSfdiskAgrees(pc)
})

test.each<[number, string, 'MSDOS' | 'GPT', string[]]>([
  [0, part(1, 'EFI', 'FAT32', 512, 1) + part(2, 'LINUX', 'EXT4', 100_000, 1), 'GPT', ['ef00', '8300']],
  [
    0,
    part(1, 'BIOS-BOOT', 'EMPTY', 1) + part(2, 'LINUX-RESERV', 'EXT4', 100_000, 1),
    'GPT',
    ['ef02', '8301']
  ],
  [3, part(1, 'WIN-RESERV', 'EMPTY', 16) + part(2, 'WINDOWS', 'NTFS', 90_000, 1), 'GPT', ['c01', '700']],
  [1, part(1, 'LINUX', 'EXT4', 100_000, 1), 'GPT', ['8300']],
  [2, part(1, 'HNTFS-WINRE', 'NTFS', 500, 1) + part(2, 'LINUX', 'EXT4', 90_000, 1), 'MSDOS', ['27', '83']],
  [2, part(1, 'NTFS', 'NTFS', 90_000, 1) + part(2, 'EFI', 'FAT32', 500, 1), 'MSDOS', ['7', 'ef']],
  [3, part(1, 'LINUX', 'EXT4', 100_000, 1), 'MSDOS', ['83']],
  [2, '', 'GPT', []]
])('on layout %i, %s makes a table of %s', async (layout, partitions, kind, codes) => {
  const pc = await computerOf(layout)
  expect(resultOf(await configure(pc, head() + partitions))).toMatchObject({ res: '1' })
  const [disk] = pc.describe().disks
  expect(disk?.table).toBe(kind)
  expect(disk?.partitions.map(({ code }) => code)).toEqual(codes)
  await expectSfdiskAgrees(pc)
})

test.each<[string, string]>([
  [`dis=2*che=0*tch=0!${part(1, 'LINUX', 'EXT4', 1000)}`, '001'],
  [`dis=1*che=0*tch=0${part(1, 'LINUX', 'EXT4', 1000)}`, '001'],
  [`dis=1*che=2*tch=0!${part(1, 'LINUX', 'EXT4', 1000)}`, '001'],
  [`dis=1*che=1*tch=0!${part(1, 'LINUX', 'EXT4', 1000)}`, '001'],
  [`dis=1*che=0*tch=5!${part(1, 'LINUX', 'EXT4', 1000)}`, '001'],
  [head() + part(1, 'LINUX', 'EXT4', 1000).slice(0, -1), '001'],
  [head() + part(1, 'LINUX', 'EXT4', 1000) + part(1, 'LINUX', 'EXT4', 1000), '001'],
  [head() + part(1, 'LINUXX', 'EXT4', 1000), '001'],
  [head() + part(1, 'LINUX', 'EXT4', 1000).replace('*ope=0', ''), '001'],
  [head() + part(1, 'LINUX', 'EXT4', 1000).replace('ope=0', 'ope=2'), '001'],
  [head() + part(1, 'LINUX', 'EXT4', 1000).replaceAll('*', '\t'), '001'],
  [head() + part(1, 'LINUX', 'EXT9', 1000), '020'],
  [head() + part(1, 'LINUX', 'EXT4', 0), '019'],
  [head() + part(1, 'LINUX', 'EXT4', 512_000), '019'],
  [head(200_000) + part(1, 'LINUX', 'EXT4', 400_000), '021'],
  [head(1000) + part(4, 'CACHE', 'CACHE', 2000), '021'],
  [head() + part(4, 'CACHE', 'CACHE', 2000), '021'],
  [head(1000) + [1, 2, 3, 4].map((number) => part(number, 'LINUX', 'EXT4', 1000)).join(''), '021'],
  [head() + part(5, 'LINUX', 'EXT4', 1000), '003'],
  [head() + part(1, 'EXTENDED', 'EMPTY', 1000, 1), '003'],
  [head() + part(1, 'EXTENDED', 'EMPTY', 1000) + part(6, 'LINUX', 'EXT4', 500), '003'],
  [
    head() +
      part(1, 'EXTENDED', 'EMPTY', 1000) +
      part(2, 'EXTENDED', 'EMPTY', 9) +
      part(5, 'NTFS', 'NTFS', 5),
    '003'
  ],
  [head() + part(1, 'EXTENDED', 'EMPTY', 1000) + part(5, 'LINUX', 'EXT4', 1001), '019'],
  [head() + part(1, 'BIOS-BOOT', 'EMPTY', 1) + part(2, 'NTFS', 'NTFS', 1000), '003']
])('%s ends in res 2 with der %s, and the disk is untouched', async (cfg, code) => {
  const pc = await computerOf(0)
  const before = await diskBytes(pc, 0, 8 * MIB * 1024)
  const result = resultOf(await configure(pc, cfg))
  expect(result).toMatchObject({ res: '2', der: expect.stringMatching(new RegExp(`^${code}-.+`)) as string })
  expect((await diskBytes(pc, 0, 8 * MIB * 1024)).equals(before)).toBe(true)
})

test('a disk that is not there is not found', async () => {
  const pc = await computerOf(0)
  const result = resultOf(await configure(pc, head().replace('dis=1', 'dis=2'), '2'))
  expect(result['der']).toMatch(/^002-/)
})

test('logical partitions lie in the extended one, are kept to the byte, and go with it', async () => {
  const pc = await computerOf(3)
  const rows = (last: string) =>
    head(50_000) +
    part(1, 'NTFS', 'NTFS', 204_800) +
    part(2, 'EXTENDED', 'EMPTY', 200_000) +
    part(5, 'LINUX', 'EXT4', 150_000, 1) +
    last
  expect(resultOf(await configure(pc, rows(part(6, 'LINUX-SWAP', 'LINUX-SWAP', 8192, 1))))).toMatchObject({
    res: '1',
    cfg: expect.stringContaining('par=6\tcpt=82\tfsi=LINUX-SWAP\tsoi=\ttam=8388608') as string
  })
  expect(table(pc)).toEqual([
    '1 7 NTFS system 204800',
    '2 5 EMPTY - 200000',
    '4 ca CACHE - 50000',
    '5 83 EXT4 - 150000',
    '6 82 LINUX-SWAP - 8192'
  ])
  await expectSfdiskAgrees(pc)
  const image = { dsk: '1', idi: 'x', ipr: '192.168.68.55', nci: 'logica' }
  await runJob(pc, 'CrearImagen', { ...image, par: '5', cpt: '83' })
  const linux = await partitionBytes(pc, 5)
  const kept = rows(part(6, 'LINUX', 'EXT4', 40_000, 1) + part(7, 'LINUX-SWAP', 'LINUX-SWAP', 4096, 1))
  expect(
    resultOf(await configure(pc, kept.replace('tam=153600000*ope=1', 'tam=153600000*ope=0')))
  ).toMatchObject({ res: '1' })
  expect((await partitionBytes(pc, 5)).equals(linux)).toBe(true)
  await expectSfdiskAgrees(pc)
  // The image fits a logical partition of the same size, and what is beside it stays.
  const swap = await partitionBytes(pc, 7)
  const job = await runJob(pc, 'RestaurarImagen', { ...image, par: '5', ifs: '0', ptc: 'UNICAST' })
  expect(job.outcome).toBe('success')
  expect((await partitionBytes(pc, 7)).equals(swap)).toBe(true)
  await configure(pc, head() + part(1, 'NTFS', 'NTFS', 204_800))
  expect(table(pc)).toEqual(['1 7 NTFS system 204800'])
  await expectSfdiskAgrees(pc)
})

test('half way through, the table is written and only the first partitions are formatted', async () => {
  const pc = await computerOf(0)
  await pc.setFault({ kind: 'die-half-way' })
  const cfg = head() + part(1, 'LINUX', 'EXT4', 300_000, 1) + part(2, 'LINUX', 'XFS', 200_000, 1)
  expect((await configure(pc, cfg)).outcome).toBe('died')
  await pc.setFault(null)
  expect(table(pc)).toEqual(['1 83 EMPTY - 300000', '2 83 EMPTY - 200000'])
  await expectSfdiskAgrees(pc)
})

test('with the sizes of the file, a partition has the very KB that it was asked for', async () => {
  const pc = await computerOf(0, { declaredSizes: 'file' })
  const cfg = 'dis=1*che=1*tch=1024!par=1*cpt=LINUX*sfi=EXT4*tam=3000*ope=1%'
  expect(resultOf(await configure(pc, cfg))).toMatchObject({ res: '1' })
  expect(partitionOf(pc, 1)).toMatchObject({ sizeKb: 3000, fileBytes: 3000 * 1024 })
  expect(partitionOf(pc, 4)).toMatchObject({ sizeKb: 1024, fileBytes: 1024 * 1024 })
  await expectSfdiskAgrees(pc)
  const tooLarge = 'dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=8000*ope=1%'
  expect(resultOf(await configure(pc, tooLarge))['der']).toMatch(/^019-/)
})

test("computers that are partitioned alike take each other's images, whatever they had before", async () => {
  const names = ['a', 'b', 'c', 'd']
  const computers = machines(names).map((computer, layout) => ({ ...computer, layout }))
  const { lab }: { lab: Lab } = await testLab({ computers })
  const cfg =
    head(50_000) + part(1, 'LINUX', 'EXT4', 300_000, 1) + part(2, 'LINUX-SWAP', 'LINUX-SWAP', 8192, 1)
  for (const computer of lab.computers) expect((await configure(computer, cfg)).outcome).toBe('success')
  const a = lab.computer('a')
  const image = { dsk: '1', par: '1', idi: 'x', ipr: '192.168.68.55', nci: 'comun' }
  await runJob(a, 'CrearImagen', { ...image, cpt: '83' })
  for (const computer of lab.computers) {
    const job = await runJob(computer, 'RestaurarImagen', { ...image, ifs: '0', ptc: 'UNICAST' })
    expect(job.outcome).toBe('success')
    expect((await partitionBytes(computer, 1)).equals(await partitionBytes(a, 1))).toBe(true)
  }
})

test('room that is kept free in a GPT table keeps what is behind it in its place', async () => {
  const computer = await computerOf(2)
  const before = await partitionBytes(computer, 5)
  const rows = [
    part(1, 'EFI', 'FAT32', 100),
    part(2, 'WIN-RESERV', 'EMPTY', 16),
    part(3, 'EMPTY', 'EMPTY', 512_000),
    part(4, 'WIN-RECOV', 'NTFS', 750),
    part(5, 'LINUX', 'EXT4', 441_000)
  ]
  await configure(computer, head() + rows.join(''))
  expect(table(computer).map((row) => row.split(' ')[0])).toEqual(['1', '2', '4', '5'])
  expect((await partitionBytes(computer, 5)).equals(before)).toBe(true)
  await expectSfdiskAgrees(computer)
})
