import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { v4 as uuid } from 'uuid'
import { NOT_CLONEABLE } from '../decisions.ts'
import type { DiskDescription } from '../types.ts'
import { ImageCache } from './cache.ts'
import { fillRange, seededBytes } from './content.ts'
import type { DiskPlan } from './layouts.ts'
import { readPartitionTable } from './partition-reader.ts'
import type { FoundPartition } from './partition-reader.ts'
import { SECTOR, writeGpt, writeMbr } from './partition-writer.ts'
import { bytesInside, FILE_SCALE, fits, isCache, isExtended, isLogical, place } from './scale.ts'
import type { DiskScale, WantedPartition } from './scale.ts'

const MIB = 1024 * 1024
/** GPT's copy at the end of a disk: entries and header. */
const GPT_COPY_BYTES = 33 * SECTOR

export interface DiskOptions {
  path: string
  plan: DiskPlan
  /** Of the file. */
  sizeMiB: number
  scale: DiskScale
  declaredSizes: 'seed' | 'file'
  /** Words that name this disk within its seed: they decide every byte. */
  words: string
}

/** What is known of a partition besides what the table on the disk says. */
export interface PartitionFacts {
  fileSystem: string
  /** The installed system, '' for none. */
  system: string
  usagePercent: number
}

/** A partition with all that is known of it. */
export interface KnownPartition extends FoundPartition, PartitionFacts {
  declaredKb: number
}

/** A partition table to write; partitions by number. */
export interface NewTable {
  table: 'MSDOS' | 'GPT'
  partitions: { number: number; code: string; declaredKb: number }[]
}

type Remembered = PartitionFacts & { declaredKb: number }

/**
 * The disk of a computer: a file with a real partition table and real bytes. Places and codes are always read from the
 * table on the disk; what a table has no room for (systems, declared sizes) is kept beside it, in memory.
 */
export class LabDisk {
  readonly number = 1
  readonly path: string
  /** Which images its cache partition holds. */
  readonly cache = new ImageCache()
  readonly #options: DiskOptions
  #declaredKb = 0
  #facts = new Map<number, Remembered>()
  #description: DiskDescription | undefined

  private constructor(options: DiskOptions) {
    this.#options = options
    this.path = options.path
  }

  /** Makes the disk's file. Throws when its size has no room for the layout. */
  static async create(options: DiskOptions): Promise<LabDisk> {
    const disk = new LabDisk(options)
    await disk.#make(options.plan)
    return disk
  }

  /** What an agent says about it, as of the last change. */
  get description(): DiskDescription {
    if (this.#description === undefined) throw new Error(`${this.path} is not made yet`)
    return this.#description
  }

  get fileBytes(): number {
    return this.#options.sizeMiB * MIB
  }

  /** The whole disk's declared size. */
  get declaredKb(): number {
    return this.#options.declaredSizes === 'seed' ? this.#declaredKb : this.fileBytes / 1024
  }

  /** Its table and partitions, read from the disk itself. */
  async read(): Promise<{ table: 'MSDOS' | 'GPT'; partitions: KnownPartition[] }> {
    const { table, partitions } = await readPartitionTable(this.path)
    return { table, partitions: partitions.map((found) => ({ ...found, ...this.#remembered(found) })) }
  }

  /** Asks the disk again, as the agent's function Actualizar does. */
  async refresh(): Promise<DiskDescription> {
    const { table, partitions } = await this.read()
    this.#description = {
      disk: this.number,
      file: this.path,
      fileBytes: this.fileBytes,
      table,
      tableCode: table === 'MSDOS' ? '1' : '2',
      sizeKb: this.declaredKb,
      partitions: partitions.map(({ number, code, offset, length, declaredKb, ...facts }) => ({
        disk: this.number,
        partition: number,
        code,
        ...facts,
        ...(isCache(code) && { usagePercent: this.cache.usagePercent(length) }),
        sizeKb: declaredKb,
        cloneable: !NOT_CLONEABLE.has(code),
        fileOffset: offset,
        fileBytes: length
      }))
    }
    return this.#description
  }

  /** Says what is in a partition from now on. */
  async learn(number: number, facts: PartitionFacts): Promise<void> {
    const { declaredKb = 0 } = this.#facts.get(number) ?? {}
    this.#facts.set(number, { ...facts, declaredKb })
    await this.refresh()
  }

  /**
   * Where the partitions of a table would be, or null when they do not fit. With sizes of a real classroom they are put on
   * the file by the lab's scale.
   */
  plan({ table, partitions }: NewTable): (WantedPartition & { offset: number; declaredKb: number })[] | null {
    const { scale, declaredSizes } = this.#options
    const { partitionBytes } = declaredSizes === 'seed' ? scale : FILE_SCALE
    const inside = (partition: { number: number }) => isLogical(table, partition)
    const declared = (rows: NewTable['partitions']) =>
      rows.reduce((sum, { declaredKb }) => sum + declaredKb, 0)
    const top = partitions.filter((partition) => !inside(partition))
    if (!fits(declared(top), this.declaredKb, table)) return null
    if (declared(partitions.filter(inside)) > declared(top.filter(isExtended))) return null
    const wanted = partitions.map((partition) => ({
      ...partition,
      bytes: partitionBytes(partition.declaredKb)
    }))
    // On a scale, the tables of the logical partitions would take more than they do in a classroom.
    const least = declaredSizes === 'seed' ? bytesInside(wanted.filter(inside)) : 0
    const sized = wanted.map((partition) =>
      isExtended(partition) ? { ...partition, bytes: Math.max(partition.bytes, least) } : partition
    )
    return place(sized, this.fileBytes, table)
  }

  /**
   * Writes another partition table. Bytes of partitions are left as they are, and what is known of those that keep place
   * and size too; of the others nothing is known. Throws when they do not fit: ask plan() first.
   */
  async repartition(wanted: NewTable): Promise<void> {
    const placed = this.plan(wanted)
    if (placed === null) throw new Error(`${this.path} has no room for these partitions`)
    const before = await this.read()
    const facts = new Map<number, Remembered>()
    for (const { number, offset, bytes, declaredKb } of placed) {
      const same = before.partitions.find((old) => old.offset === offset && old.length === bytes)
      const { fileSystem = 'EMPTY', system = '', usagePercent = 0 } = same ?? {}
      facts.set(number, { fileSystem, system, usagePercent, declaredKb })
    }
    await this.#change(async (file) => {
      await file.write(Buffer.alloc(MIB), 0, MIB, 0)
      if (before.table === 'GPT')
        await file.write(Buffer.alloc(GPT_COPY_BYTES), 0, GPT_COPY_BYTES, this.fileBytes - GPT_COPY_BYTES)
      await this.#writeTable(file, wanted.table, placed)
    })
    this.#facts = facts
    await this.refresh()
  }

  /** Gives it a layout of its own making, and empties it of all that was on it. */
  async #make(plan: DiskPlan): Promise<void> {
    const { path, sizeMiB, scale, words } = this.#options
    this.#declaredKb = plan.declaredMiB * 1024
    const wanted = plan.partitions.map(({ code, declaredMiB }, index) => ({
      number: index + 1,
      code,
      bytes: scale.partitionBytes(declaredMiB * 1024)
    }))
    const placed = place(wanted, this.fileBytes, plan.table)
    if (placed === null) throw new Error(`a disk of ${sizeMiB} MiB has no room for its layout; use 8 or more`)
    const file = await open(path, 'w+')
    try {
      await file.truncate(this.fileBytes)
      await this.#writeTable(file, plan.table, placed)
      for (const { number, offset, bytes } of placed)
        if (plan.partitions[number - 1]?.filled) await fillRange(file, offset, bytes, `${words}/${number}`)
    } finally {
      await file.close()
    }
    for (const [index, { fileSystem, system, usagePercent, declaredMiB }] of plan.partitions.entries())
      this.#facts.set(index + 1, { fileSystem, system, usagePercent, declaredKb: declaredMiB * 1024 })
    await this.refresh()
  }

  async #writeTable(
    file: FileHandle,
    table: 'MSDOS' | 'GPT',
    partitions: (WantedPartition & { offset: number })[]
  ): Promise<void> {
    const { words } = this.#options
    const placed = partitions.map(({ number, code, offset, bytes }) => ({
      number,
      code,
      firstSector: offset / SECTOR,
      sectors: bytes / SECTOR,
      guid: seededGuid(`${words}/guid/${number}`),
      label: isCache(code) ? 'CACHE' : ''
    }))
    if (table === 'MSDOS') await writeMbr(file, seededBytes(`${words}/signature`, 4).readUInt32LE(), placed)
    else {
      const entries = placed.filter(({ code }) => code !== '0')
      await writeGpt(file, this.fileBytes / SECTOR, seededGuid(`${words}/disk`), entries)
    }
  }

  async #change(work: (file: FileHandle) => Promise<void>): Promise<void> {
    const file = await open(this.path, 'r+')
    try {
      await work(file)
    } finally {
      await file.close()
    }
  }

  #remembered({ number, length }: FoundPartition): Remembered {
    const known = this.#facts.get(number)
    if (known === undefined) throw new Error(`${this.path}: nothing is known of partition ${number}`)
    return this.#options.declaredSizes === 'seed' ? known : { ...known, declaredKb: length / 1024 }
  }
}

function seededGuid(words: string): string {
  return uuid({ random: seededBytes(words, 16) })
}
