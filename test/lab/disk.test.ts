import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startLab } from '../../lab/lab.ts'
import type { DiskDescription } from '../../lab/lab.ts'
import { temporaryFolder, testLab } from './helpers.ts'

const MIB = 1024 * 1024
/** The least that a partition has. */
const GRAIN = 64 * 1024

/** A CRC-32 of its own (the one of zlib and GPT), bit by bit: the lab uses zlib's. */
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** Name, first byte and length of the MBR's used slots. */
function mbr(disk: Buffer) {
  expect(disk.subarray(510, 512).toString('hex')).toBe('55aa')
  return [0, 1, 2, 3]
    .map((slot) => disk.subarray(446 + slot * 16, 462 + slot * 16))
    .map((slot) => ({
      type: slot[4],
      start: slot.readUInt32LE(8) * 512,
      length: slot.readUInt32LE(12) * 512
    }))
    .filter(({ length }) => length > 0)
}

async function disksOf(computers: number, diskSizeMiB = 8): Promise<DiskDescription[]> {
  const { lab } = await testLab({ computers, diskSizeMiB })
  return lab.describe().computers.flatMap(({ disks }) => disks)
}

test("modelo's disk: an MBR with 1 MB of type 0 and a Linux partition, as the seed's wizard shows", async () => {
  const [disk] = await disksOf(1)
  if (!disk) throw new Error('no disk')
  const bytes = await readFile(disk.file)
  expect(bytes).toHaveLength(8 * MIB)
  expect(mbr(bytes)).toEqual([
    { type: 0, start: MIB, length: GRAIN },
    { type: 0x83, start: MIB + GRAIN, length: 5 * MIB }
  ])
  expect(disk).toMatchObject({ table: 'MSDOS', tableCode: '1', fileBytes: 8 * MIB })
  const [empty, linux] = disk.partitions
  expect(empty).toMatchObject({ code: '0', fileSystem: 'EMPTY', sizeKb: 1024, cloneable: false })
  expect(linux).toMatchObject({ code: '83', fileSystem: 'EXT4', system: 'Ubuntu 24.04 LTS', cloneable: true })
  expect(linux).toMatchObject({ sizeKb: 511997 * 1024, fileOffset: MIB + GRAIN, fileBytes: 5 * MIB })
})

test('a GPT: protective MBR, both headers and both copies of the entries, every CRC right', async () => {
  const disk = (await disksOf(3))[2]
  if (!disk) throw new Error('no disk')
  const bytes = await readFile(disk.file)
  const last = bytes.length / 512 - 1
  expect(mbr(bytes)).toEqual([{ type: 0xee, start: 512, length: last * 512 }])
  const entries = [1, last].map((sector) => {
    const header = bytes.subarray(sector * 512, sector * 512 + 92)
    expect(header.toString('latin1', 0, 8)).toBe('EFI PART')
    expect(Number(header.readBigUInt64LE(24))).toBe(sector)
    expect(Number(header.readBigUInt64LE(32))).toBe(sector === 1 ? last : 1)
    expect(crc(Buffer.concat([header.subarray(0, 16), Buffer.alloc(4), header.subarray(20)]))).toBe(
      header.readUInt32LE(16)
    )
    const at = Number(header.readBigUInt64LE(72)) * 512
    const array = bytes.subarray(at, at + 128 * 128)
    expect(crc(array)).toBe(header.readUInt32LE(88))
    for (const { fileOffset, fileBytes } of disk.partitions) {
      expect(fileOffset / 512).toBeGreaterThanOrEqual(Number(header.readBigUInt64LE(40)))
      expect((fileOffset + fileBytes) / 512 - 1).toBeLessThanOrEqual(Number(header.readBigUInt64LE(48)))
    }
    return array
  })
  expect(entries[0]?.equals(entries[1] ?? Buffer.alloc(0))).toBe(true)
  const places = disk.partitions.map((_, index) => {
    const entry = entries[0]?.subarray(index * 128, (index + 1) * 128) ?? Buffer.alloc(128)
    const [first, end] = [Number(entry.readBigUInt64LE(32)), Number(entry.readBigUInt64LE(40))]
    return { type: entry.toString('hex', 0, 16), fileOffset: first * 512, fileBytes: (end - first + 1) * 512 }
  })
  expect(places).toMatchObject(
    disk.partitions.map(({ fileOffset, fileBytes }) => ({ fileOffset, fileBytes }))
  )
  // The EFI system partition's GUID, as it lies on every disk that has one.
  expect(places[0]?.type).toBe('28732ac11ff8d211ba4b00a0c93ec93b')
  expect(disk.partitions.map(({ code }) => code)).toEqual(['ef00', 'c01', '700', '2700', '8300'])
})

test('every layout: partitions follow each other without overlap, the cache at the end, inside the disk', async () => {
  for (const disk of await disksOf(5, 16)) {
    let end = MIB
    for (const { fileOffset, fileBytes, fileSystem } of disk.partitions) {
      expect(fileOffset).toBe(fileSystem === 'CACHE' ? disk.fileBytes - fileBytes : end)
      expect(fileOffset).toBeGreaterThanOrEqual(end)
      end = fileOffset + fileBytes
    }
    expect(end).toBeLessThanOrEqual(disk.fileBytes - (disk.table === 'GPT' ? MIB : 0))
  }
})

test('partitions that declare the same have the same bytes on every disk of the lab', async () => {
  const { lab } = await testLab({ computers: 4 })
  const [modelo, , windows] = lab.describe().computers
  expect(modelo?.disks[0]).toMatchObject({ fileBytes: 8 * MIB, sizeKb: 512_000 * 1024 })
  expect(windows?.disks[0]).toMatchObject({ fileBytes: 13 * MIB, sizeKb: 953_869 * 1024 })
  const [linux, larger] = [modelo?.disks[0]?.partitions[1], windows?.disks[0]?.partitions[2]]
  expect(larger?.sizeKb).toBeGreaterThan(linux?.sizeKb ?? 0)
  expect(larger?.fileBytes).toBeGreaterThanOrEqual(linux?.fileBytes ?? 0)
})

test('a classroom of one layout, and one computer in it whose disk is too small', async () => {
  const machine = (name: string, digit: number) => ({
    name,
    ip: `192.168.2.${digit}`,
    mac: `08:00:27:00:00:0${digit}`
  })
  const computers = [machine('a', 2), machine('b', 3), { ...machine('c', 4), diskSizeMiB: 6 }]
  const { lab } = await testLab({ computers, layout: 1 })
  const [a, b, c] = lab.describe().computers.map(({ disks }) => disks[0])
  const sizes = (disk: DiskDescription | undefined) => disk?.partitions.map(({ sizeKb }) => sizeKb / 1024)
  expect(sizes(a)).toEqual([512, 503_294, 8192])
  expect(sizes(b)).toEqual(sizes(a))
  expect(c).toMatchObject({ fileBytes: 6 * MIB, sizeKb: 307_200 * 1024 })
  expect(sizes(c)).toEqual([512, 298_494, 8192])
  expect(c?.partitions[1]?.fileBytes).toBeLessThan(a?.partitions[1]?.fileBytes ?? 0)
})

test('sfdisk reads the tables, where it is installed', async ({ skip }) => {
  let sfdisk = ''
  for (const path of ['/usr/sbin/sfdisk', '/sbin/sfdisk'])
    if (await stat(path).catch(() => null)) sfdisk = path
  if (sfdisk === '') skip('sfdisk is not installed here')
  for (const disk of await disksOf(4)) {
    const { partitiontable } = JSON.parse(
      execFileSync(sfdisk, ['--json', disk.file], { encoding: 'utf8' })
    ) as {
      partitiontable: { label: string; partitions: { start: number; size: number }[] }
    }
    expect(partitiontable.label).toBe(disk.table === 'GPT' ? 'gpt' : 'dos')
    expect(partitiontable.partitions.map(({ start, size }) => [start * 512, size * 512])).toEqual(
      disk.partitions.map(({ fileOffset, fileBytes }) => [fileOffset, fileBytes])
    )
  }
})

test('declared sizes can be those of the file', async () => {
  const { lab } = await testLab({ declaredSizes: 'file', computers: 1 })
  const [disk] = lab.describe().computers[0]?.disks ?? []
  expect(disk?.sizeKb).toBe(8 * 1024)
  expect(disk?.partitions.map(({ sizeKb }) => sizeKb)).toEqual([64, 5 * 1024])
})

test('the same seed gives the same bytes, another one others; they compress in part', async () => {
  const sums = await Promise.all(
    [7, 7, 8].map(async (seed) => {
      const { lab } = await testLab({ seed, computers: 3 })
      const disks = lab.computers.map(({ diskFile }) => readFile(diskFile))
      return (await Promise.all(disks)).map((bytes) => createHash('sha256').update(bytes).digest('hex'))
    })
  )
  expect(sums[0]).toEqual(sums[1])
  expect(new Set([...(sums[0] ?? []), ...(sums[2] ?? [])]).size).toBe(6)

  const { lab } = await testLab({ computers: 1, diskSizeMiB: 24 })
  const linux = (await readFile(lab.computer('modelo').diskFile)).subarray(2 * MIB)
  const ratio = deflateRawSync(linux).length / linux.length
  expect(ratio).toBeGreaterThan(0.2)
  expect(ratio).toBeLessThan(0.6)
})

test('zeros are holes: a disk takes less room than its size', async () => {
  const { lab } = await testLab({ computers: 1, diskSizeMiB: 64 })
  const { size, blocks } = await stat(lab.computer('modelo').diskFile)
  expect(size).toBe(64 * MIB)
  expect(blocks * 512).toBeLessThan(size * 0.8)
})

test('a lab that cannot be is refused with a reason', async () => {
  const directory = await temporaryFolder()
  await expect(startLab({ directory, diskSizeMiB: 3, computers: 3 })).rejects.toThrow(/no room/)
  await expect(startLab({ directory, computers: 0 })).rejects.toThrow(/1 to 253/)
  const twin = { name: 'a', ip: '192.168.2.2', mac: '08:00:27:00:00:01' }
  await expect(startLab({ directory, computers: [twin, twin] })).rejects.toThrow(/same name/)
  await expect(startLab({ directory, computers: [{ ...twin, name: '../x' }] })).rejects.toThrow(
    /not a computer's name/
  )
})
