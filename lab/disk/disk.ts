import { open } from 'node:fs/promises'
import { v4 as uuid } from 'uuid'
import { NOT_CLONEABLE } from '../decisions.ts'
import type { DiskDescription } from '../types.ts'
import { fillRange, seededBytes } from './content.ts'
import type { DiskPlan } from './layouts.ts'
import { readPartitionTable } from './partition-reader.ts'
import { SECTOR, writeGpt, writeMbr } from './partition-writer.ts'
import type { PlacedPartition } from './partition-writer.ts'

const MIB = 1024 * 1024

export interface DiskOptions {
  path: string
  plan: DiskPlan
  sizeMiB: number
  /** Words that name this disk within its seed: they decide every byte. */
  words: string
}

/**
 * Makes a disk's file: a sparse file of the size asked with a real partition table, and reproducible data in the
 * partitions. Throws when the size has no room for the layout.
 */
export async function createDisk({ path, plan, sizeMiB, words }: DiskOptions): Promise<void> {
  const placed = placePartitions(plan, sizeMiB, words)
  const file = await open(path, 'w+')
  try {
    await file.truncate(sizeMiB * MIB)
    if (plan.table === 'MSDOS') {
      await writeMbr(file, seededBytes(`${words}/signature`, 4).readUInt32LE(), placed)
    } else {
      await writeGpt(file, (sizeMiB * MIB) / SECTOR, seededGuid(`${words}/disk`), placed)
    }
    for (const [index, { firstSector, sectors }] of placed.entries()) {
      if (!plan.partitions[index]?.filled) continue
      await fillRange(file, firstSector * SECTOR, sectors * SECTOR, `${words}/${index + 1}`)
    }
  } finally {
    await file.close()
  }
}

/**
 * Puts partitions on MiB boundaries, with one MiB before them for the table and one after for GPT's copy: those without
 * weight get 1 MiB, the rest is shared by weight.
 */
function placePartitions(plan: DiskPlan, sizeMiB: number, words: string): PlacedPartition[] {
  const weights = plan.partitions.reduce((sum, { weight }) => sum + weight, 0)
  const room = sizeMiB - 2 - plan.partitions.length
  if (!Number.isInteger(sizeMiB) || room < 0) {
    throw new Error(
      `a disk of ${sizeMiB} MiB has no room for ${plan.partitions.length} partitions; use 8 or more`
    )
  }
  let next = 1
  return plan.partitions.map(({ code, weight, system, fileSystem }, index) => {
    const mib = 1 + (weights > 0 ? Math.floor((room * weight) / weights) : 0)
    const firstSector = (next * MIB) / SECTOR
    next += mib
    const guid = seededGuid(`${words}/guid/${index + 1}`)
    return { code, firstSector, sectors: (mib * MIB) / SECTOR, guid, label: system || fileSystem }
  })
}

function seededGuid(words: string): string {
  return uuid({ random: seededBytes(words, 16) })
}

/**
 * What an agent says about a disk: places and codes from the table on the disk itself, the rest from its plan.
 * `declared` chooses the sizes of a real classroom or the file's.
 */
export async function describeDisk(
  number: number,
  { path, plan, sizeMiB }: DiskOptions,
  declared: 'seed' | 'file'
): Promise<DiskDescription> {
  const found = await readPartitionTable(path)
  const partitions = found.partitions.map((partition) => {
    const planned = plan.partitions[partition.number - 1]
    if (planned === undefined) throw new Error(`${path}: partition ${partition.number} is not in its plan`)
    return {
      disk: number,
      partition: partition.number,
      code: partition.code,
      fileSystem: planned.fileSystem,
      sizeKb: declared === 'seed' ? planned.declaredMiB * 1024 : partition.length / 1024,
      usagePercent: planned.usagePercent,
      system: planned.system,
      cloneable: !NOT_CLONEABLE.has(partition.code),
      fileOffset: partition.offset,
      fileBytes: partition.length
    }
  })
  return {
    disk: number,
    file: path,
    fileBytes: sizeMiB * MIB,
    table: found.table,
    tableCode: found.table === 'MSDOS' ? '1' : '2',
    sizeKb: (declared === 'seed' ? plan.declaredMiB : sizeMiB) * 1024,
    partitions
  }
}
