import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { guidOfCode } from './gpt-types.ts'
import { GRAIN, isExtended, MOST_PRIMARY } from './scale.ts'

/** Bytes of a sector. */
export const SECTOR = 512
/** Slots of a GPT. */
export const GPT_ENTRIES = 128
const GPT_ENTRY_BYTES = 128
const GPT_ENTRY_SECTORS = (GPT_ENTRIES * GPT_ENTRY_BYTES) / SECTOR
const GPT_HEADER_BYTES = 92

/** A partition to write: first sector, number of sectors, code in hex. */
export interface PlacedPartition {
  /** Its slot in the table, from 1. */
  number: number
  code: string
  firstSector: number
  sectors: number
  /** Partition GUID, for GPT. */
  guid: string
  label: string
}

/**
 * Writes an MBR (MSDOS) table: up to four primary partitions in sector 0, and a table of its own (EBR) before each logical
 * one, at the beginning of the grain that is kept for it. Logical ones are numbered 5, 6 and so on, in their order.
 */
export async function writeMbr(
  file: FileHandle,
  signature: number,
  partitions: PlacedPartition[]
): Promise<void> {
  const primary = partitions.filter(({ number }) => number <= MOST_PRIMARY)
  await file.write(mbrSector(signature, primary), 0, SECTOR, 0)
  const extended = primary.find(isExtended)
  if (!extended) return
  const logical = partitions.filter(({ number }) => number > MOST_PRIMARY)
  // The chain begins with the extended partition, even where nothing is in it.
  const tables = [extended.firstSector, ...logical.slice(1).map(tableSectorOf)]
  for (const [index, sector] of tables.entries()) {
    const own = logical[index]
    const next = logical[index + 1]
    const slots: PlacedPartition[] = []
    if (own) slots.push({ ...own, number: 1, firstSector: own.firstSector - sector })
    if (next) {
      const from = tableSectorOf(next)
      const sectors = next.firstSector + next.sectors - from
      const place = { firstSector: from - extended.firstSector, sectors }
      slots.push({ ...extended, ...place, number: 2 })
    }
    await file.write(mbrSector(0, slots), 0, SECTOR, sector * SECTOR)
  }
}

/** The sector with the table of a logical partition. */
const tableSectorOf = ({ firstSector }: PlacedPartition): number => firstSector - GRAIN / SECTOR

/** Writes a GPT: protective MBR, header and entries at the start, and their copies at the end, with their CRCs. */
export async function writeGpt(
  file: FileHandle,
  totalSectors: number,
  diskGuid: string,
  partitions: PlacedPartition[]
): Promise<void> {
  const whole = Math.min(totalSectors - 1, 0xffffffff)
  const protective = { number: 1, code: 'ee', firstSector: 1, sectors: whole, guid: diskGuid, label: '' }
  const entries = Buffer.alloc(GPT_ENTRIES * GPT_ENTRY_BYTES)
  for (const partition of partitions)
    gptEntry(partition).copy(entries, (partition.number - 1) * GPT_ENTRY_BYTES)
  const last = totalSectors - 1
  const header = (own: number, other: number, entriesAt: number) =>
    gptHeader({ own, other, entriesAt, totalSectors, diskGuid, entriesCrc: crc32(entries) })
  await file.write(mbrSector(0, [protective]), 0, SECTOR, 0)
  await file.write(header(1, last, 2), 0, SECTOR, SECTOR)
  await file.write(entries, 0, entries.length, 2 * SECTOR)
  await file.write(entries, 0, entries.length, (last - GPT_ENTRY_SECTORS) * SECTOR)
  await file.write(header(last, 1, last - GPT_ENTRY_SECTORS), 0, SECTOR, last * SECTOR)
}

function mbrSector(signature: number, partitions: PlacedPartition[]): Buffer {
  const sector = Buffer.alloc(SECTOR)
  sector.writeUInt32LE(signature, 440)
  for (const partition of partitions) {
    const at = 446 + (partition.number - 1) * 16
    // FE FF FF is the agreed "beyond cylinder addressing, use the sector numbers".
    sector.set([0x00, 0xfe, 0xff, 0xff, Number.parseInt(partition.code, 16), 0xfe, 0xff, 0xff], at)
    sector.writeUInt32LE(partition.firstSector, at + 8)
    sector.writeUInt32LE(partition.sectors, at + 12)
  }
  sector.set([0x55, 0xaa], 510)
  return sector
}

function gptEntry(partition: PlacedPartition): Buffer {
  const entry = Buffer.alloc(GPT_ENTRY_BYTES)
  guidBytes(guidOfCode(partition.code)).copy(entry, 0)
  guidBytes(partition.guid).copy(entry, 16)
  entry.writeBigUInt64LE(BigInt(partition.firstSector), 32)
  entry.writeBigUInt64LE(BigInt(partition.firstSector + partition.sectors - 1), 40)
  entry.write(partition.label.slice(0, 36), 56, 'utf16le')
  return entry
}

function gptHeader(values: {
  own: number
  other: number
  entriesAt: number
  totalSectors: number
  diskGuid: string
  entriesCrc: number
}): Buffer {
  const header = Buffer.alloc(SECTOR)
  header.write('EFI PART', 0, 'latin1')
  header.writeUInt32LE(0x00010000, 8)
  header.writeUInt32LE(GPT_HEADER_BYTES, 12)
  header.writeBigUInt64LE(BigInt(values.own), 24)
  header.writeBigUInt64LE(BigInt(values.other), 32)
  header.writeBigUInt64LE(BigInt(2 + GPT_ENTRY_SECTORS), 40)
  header.writeBigUInt64LE(BigInt(values.totalSectors - 2 - GPT_ENTRY_SECTORS), 48)
  guidBytes(values.diskGuid).copy(header, 56)
  header.writeBigUInt64LE(BigInt(values.entriesAt), 72)
  header.writeUInt32LE(GPT_ENTRIES, 80)
  header.writeUInt32LE(GPT_ENTRY_BYTES, 84)
  header.writeUInt32LE(values.entriesCrc, 88)
  header.writeUInt32LE(crc32(header.subarray(0, GPT_HEADER_BYTES)), 16)
  return header
}

/** A GUID as GPT stores it: its first three fields little-endian. */
function guidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).swap32()
  bytes.subarray(4, 6).swap16()
  bytes.subarray(6, 8).swap16()
  return bytes
}
