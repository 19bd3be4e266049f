import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { codeOfGuid } from './gpt-types.ts'
import { SECTOR } from './partition-writer.ts'
import { isExtended, MOST_PRIMARY } from './scale.ts'

/** A partition as found in a disk's own table. Bytes from the start of the disk. */
export interface FoundPartition {
  number: number
  code: string
  offset: number
  length: number
}

export interface FoundTable {
  table: 'MSDOS' | 'GPT'
  partitions: FoundPartition[]
}

/**
 * Reads the partition table of a disk (an image file): MBR, or GPT with its checksums verified. Throws when there is
 * none or it is damaged. Partition numbers are the table's slots, from 1; the logical ones of an MBR are numbered from 5.
 */
export async function readPartitionTable(path: string): Promise<FoundTable> {
  const file = await open(path, 'r')
  try {
    const read = async (sector: number, length: number) => {
      const buffer = Buffer.alloc(length)
      const { bytesRead } = await file.read(buffer, 0, length, sector * SECTOR)
      if (bytesRead !== length) throw new Error(`${path} ends inside its partition table`)
      return buffer
    }
    const mbr = await read(0, SECTOR)
    if (mbr.readUInt16LE(510) !== 0xaa55) throw new Error(`${path} has no partition table`)
    const partitions = mbrPartitions(mbr)
    if (!partitions.some(({ code }) => code === 'ee')) {
      const extended = partitions.find(isExtended)
      const logical = extended ? await logicalPartitions(path, extended, read) : []
      return { table: 'MSDOS', partitions: [...partitions, ...logical] }
    }
    return { table: 'GPT', partitions: await gptPartitions(path, read) }
  } finally {
    await file.close()
  }
}

function mbrPartitions(mbr: Buffer): FoundPartition[] {
  return [1, 2, 3, 4].flatMap((number) => {
    const at = 446 + (number - 1) * 16
    const length = mbr.readUInt32LE(at + 12) * SECTOR
    // As the kernel does: a slot without size is free, one with a size counts even if its type is 0.
    if (length === 0) return []
    const code = mbr.readUInt8(at + 4).toString(16)
    return [{ number, code, offset: mbr.readUInt32LE(at + 8) * SECTOR, length }]
  })
}

/** Follows the chain of tables in an extended partition, each of which tells a partition and where the next table is. */
async function logicalPartitions(
  path: string,
  extended: FoundPartition,
  read: (sector: number, length: number) => Promise<Buffer>
): Promise<FoundPartition[]> {
  const found: FoundPartition[] = []
  const seen = new Set<number>()
  let at: number | undefined = extended.offset
  while (at !== undefined) {
    if (seen.has(at)) throw new Error(`the logical partitions of ${path} go round in a circle`)
    seen.add(at)
    const table = await read(at / SECTOR, SECTOR)
    if (table.readUInt16LE(510) !== 0xaa55) throw new Error(`a logical partition of ${path} has no table`)
    const [own, next] = [1, 2].map((slot) => mbrPartitions(table).find(({ number }) => number === slot))
    if (own) found.push({ ...own, number: MOST_PRIMARY + 1 + found.length, offset: at + own.offset })
    at = next && extended.offset + next.offset
  }
  return found
}

async function gptPartitions(
  path: string,
  read: (sector: number, length: number) => Promise<Buffer>
): Promise<FoundPartition[]> {
  const header = await read(1, SECTOR)
  if (header.toString('latin1', 0, 8) !== 'EFI PART') throw new Error(`${path} has no GPT header`)
  const sum = header.readUInt32LE(16)
  const checked = Buffer.from(header.subarray(0, header.readUInt32LE(12)))
  checked.writeUInt32LE(0, 16)
  if (crc32(checked) !== sum) throw new Error(`the GPT header of ${path} is damaged`)
  const count = header.readUInt32LE(80)
  const size = header.readUInt32LE(84)
  const entries = await read(Number(header.readBigUInt64LE(72)), count * size)
  if (crc32(entries) !== header.readUInt32LE(88)) throw new Error(`the GPT entries of ${path} are damaged`)
  return Array.from({ length: count }, (_, index) =>
    entries.subarray(index * size, (index + 1) * size)
  ).flatMap((entry, index) => {
    const guid = guidText(entry.subarray(0, 16))
    if (/^[0-]*$/.test(guid)) return []
    const first = Number(entry.readBigUInt64LE(32))
    const last = Number(entry.readBigUInt64LE(40))
    const place = { offset: first * SECTOR, length: (last - first + 1) * SECTOR }
    return [{ number: index + 1, code: codeOfGuid(guid), ...place }]
  })
}

function guidText(stored: Buffer): string {
  const bytes = Buffer.from(stored)
  bytes.subarray(0, 4).swap32()
  bytes.subarray(4, 6).swap16()
  bytes.subarray(6, 8).swap16()
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
