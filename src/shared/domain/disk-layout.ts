/**
 * Disks as they are to be: what is planned for a disk, where each partition comes to lie, and what becomes of what is on
 * it. Nothing on the wire says where a partition begins: they lie one after the other, in the order of their numbers. [L]
 */
import { normalizePartitionCode, partitionTableName, partitionTypeName } from './partition-codes.ts'
import type { PartitionFacts } from './partition-changes.ts'

/** Partition tables that a disk can be given. */
export const DISK_TABLES = ['MSDOS', 'GPT'] as const
export type DiskTable = (typeof DISK_TABLES)[number]

export const MIB = 1024
export const GIB = 1024 * MIB
/** KB: no partition is smaller, and every border lies on a multiple of it. */
export const LEAST_KB = 1024
/** KB before the first partition and behind the last one, for the table and its copy. */
const TABLE_KB = 2 * MIB
/** A file system's name where there is none. [L] */
export const NO_FILE_SYSTEM = 'EMPTY'
/** The code of a number that nothing is at: dropped where its size is 0, else room that is kept free. [L] */
export const NO_PARTITION = '0'
/** MSDOS: the highest number of a primary partition; those above lie inside the extended one. */
export const MOST_PRIMARY = 4

export interface PlannedPartition {
  readonly partition: number
  /** Hex; `0`: room that nobody uses, which keeps what follows in its place. */
  readonly code: string
  readonly fileSystem: string
  readonly sizeKb: number
  /** Whether what is on it may be lost. Nothing else than a marked partition is ever formatted. */
  readonly format: boolean
}

export interface DiskPlan {
  readonly table: DiskTable
  /** In the order of their numbers. */
  readonly partitions: readonly PlannedPartition[]
  /** The cache lies at the end of the disk; null: none. */
  readonly cacheKb: number | null
}

/** A disk as its computer has reported it. */
export interface KnownDisk {
  readonly disk: number
  /** Null: no table, or one of another kind. */
  readonly table: DiskTable | null
  readonly sizeKb: number
  /** Without the cache, in the order of their numbers. */
  readonly partitions: readonly PartitionFacts[]
  readonly cache: PartitionFacts | null
}

/** The order of a disk, as the contract has it. */
interface DiskLayout {
  disk: number
  table: DiskTable
  cacheKb: number | null
  partitions: PlannedPartition[]
}

export const isSpace = ({ code }: { readonly code: string }): boolean => code === NO_PARTITION
export const isExtended = ({ code }: { readonly code: string }): boolean =>
  partitionTypeName(code) === 'EXTENDED'
/** Whether a number is one of those inside an extended partition. */
export const isLogical = (table: DiskTable, { partition }: { readonly partition: number }): boolean =>
  table === 'MSDOS' && partition > MOST_PRIMARY
export const hasFileSystem = ({ fileSystem }: { readonly fileSystem: string }): boolean =>
  fileSystem !== NO_FILE_SYSTEM && fileSystem !== ''

const isCache = ({ code, fileSystem }: PartitionFacts): boolean =>
  partitionTypeName(code) === 'CACHE' || fileSystem === 'CACHE'
const sum = (rows: readonly { readonly sizeKb: number }[]): number =>
  rows.reduce((total, { sizeKb }) => total + sizeKb, 0)
const byNumber = (one: { readonly partition: number }, other: { readonly partition: number }): number =>
  one.partition - other.partition

/** The partitions that share out the disk itself: all but the logical ones. */
export const topPartitions = ({ table, partitions }: DiskPlan): PlannedPartition[] =>
  partitions.filter((row) => !isLogical(table, row))
export const logicalPartitions = ({ table, partitions }: DiskPlan): PlannedPartition[] =>
  partitions.filter((row) => isLogical(table, row))
export const extendedOf = ({ partitions }: DiskPlan): PlannedPartition | undefined =>
  partitions.find(isExtended)

/** The disks of a computer, from the rows of its partition table. */
export function knownDisks(rows: readonly PartitionFacts[]): KnownDisk[] {
  const numbers = [...new Set(rows.map(({ disk }) => disk))].sort((one, other) => one - other)
  return numbers.map((disk) => {
    const own = rows
      .filter((row) => row.disk === disk && row.partition !== 0)
      .map((row) => ({
        ...row,
        code: normalizePartitionCode(row.code),
        fileSystem: row.fileSystem || NO_FILE_SYSTEM
      }))
      .sort(byNumber)
    const whole = rows.find((row) => row.disk === disk && row.partition === 0)
    const name = partitionTableName(whole?.code ?? '')
    const table = DISK_TABLES.find((known) => known === name) ?? null
    const cache = own.find(isCache) ?? null
    const partitions = own.filter((row) => row !== cache)
    const used = sum(partitions.filter((row) => table === null || !isLogical(table, row)))
    const sizeKb = Math.max(whole?.sizeKb ?? 0, used + (cache?.sizeKb ?? 0))
    return { disk, table, sizeKb, partitions, cache }
  })
}

/** The plan that leaves a disk as it is. One without a table gets GPT, as computers of today expect it. */
export function planOf(known: KnownDisk): DiskPlan {
  return {
    table: known.table ?? 'GPT',
    partitions: known.partitions.map(({ partition, code, fileSystem, sizeKb }) => ({
      partition,
      code,
      fileSystem,
      sizeKb,
      format: false
    })),
    cacheKb: known.cache?.sizeKb ?? null
  }
}

/** KB that partitions and cache can take together. A disk that is fuller than that has shown that it can be. */
export function roomKb(known: KnownDisk): number {
  const taken = sum(topPartitions(planOf(known))) + (known.cache?.sizeKb ?? 0)
  return Math.max(0, known.sizeKb - TABLE_KB, taken)
}

/** KB that no partition takes, before the cache; less than nothing where too much is planned. */
export function freeKb(plan: DiskPlan, known: KnownDisk): number {
  return roomKb(known) - sum(topPartitions(plan)) - (plan.cacheKb ?? 0)
}

/** KB of the extended partition that no logical one takes; null: there is no extended one. */
export function freeInExtendedKb(plan: DiskPlan): number | null {
  const extended = extendedOf(plan)
  return plan.table === 'MSDOS' && extended ? extended.sizeKb - sum(logicalPartitions(plan)) : null
}

/** Where each partition begins, in KB from where the first one does. */
export function startsOf(plan: DiskPlan): Map<number, number> {
  const starts = new Map<number, number>()
  const lay = (rows: readonly PlannedPartition[], from: number): void => {
    let start = from
    for (const { partition, sizeKb } of rows) {
      starts.set(partition, start)
      start += sizeKb
    }
  }
  lay(topPartitions(plan), 0)
  lay(logicalPartitions(plan), starts.get(extendedOf(plan)?.partition ?? 0) ?? 0)
  return starts
}

/** Why a partition cannot keep what is on it. */
export const LOSS_REASONS = ['new', 'table', 'type', 'file-system', 'moved', 'resized'] as const
export type LossReason = (typeof LOSS_REASONS)[number]

/** The partitions that cannot stay as they are, with the reason. Free room and extended partitions hold nothing. */
export function lossesOf(plan: DiskPlan, known: KnownDisk): Map<number, LossReason> {
  const losses = new Map<number, LossReason>()
  const [now, before] = [startsOf(plan), startsOf(planOf(known))]
  for (const row of plan.partitions) {
    const was = known.partitions.find(({ partition }) => partition === row.partition)
    if (isSpace(row) || isExtended(row)) continue
    if (!was || isSpace(was)) losses.set(row.partition, 'new')
    else if (plan.table !== known.table) losses.set(row.partition, 'table')
    else if (was.code !== row.code) losses.set(row.partition, 'type')
    else if (was.fileSystem !== row.fileSystem) losses.set(row.partition, 'file-system')
    else if (was.sizeKb !== row.sizeKb) losses.set(row.partition, 'resized')
    else if (now.get(row.partition) !== before.get(row.partition)) losses.set(row.partition, 'moved')
  }
  return losses
}

/**
 * The first partition that an order keeps and a disk cannot: it is not there, or would be lost; null: there is none.
 * Where no file system is wanted, the order formats nothing whether it is marked or not.
 */
export function lostByOrder(
  order: Omit<DiskLayout, 'partitions'> & { readonly partitions: readonly PlannedPartition[] },
  known: KnownDisk
): number | null {
  const partitions = order.partitions.filter((row) => !isSpace(row) || row.sizeKb > 0)
  const losses = lossesOf({ ...order, partitions }, known)
  const lost = partitions.find((row) => !row.format && hasFileSystem(row) && losses.has(row.partition))
  return lost?.partition ?? null
}

/** Whether the cache keeps the images that are in it. */
export const keepsCache = (plan: DiskPlan, known: KnownDisk): boolean =>
  known.cache !== null && plan.cacheKb === known.cache.sizeKb && plan.table === known.table

/** How a disk is laid out, as a text to compare: how full its partitions are makes no difference. */
export const layoutText = (known: KnownDisk): string =>
  JSON.stringify([known.table, known.sizeKb, planOf(known)])

/** What becomes of what is on a disk now. */
interface Fate {
  readonly row: PartitionFacts
  readonly fate: 'kept' | 'formatted' | 'removed'
}

/** The fate of each partition that holds something, and of the cache. */
export function fatesOf(plan: DiskPlan, known: KnownDisk): Fate[] {
  const fates = known.partitions
    .filter((row) => !isSpace(row) && !isExtended(row))
    .map((row): Fate => {
      const own = plan.partitions.find(({ partition }) => partition === row.partition)
      if (!own || isSpace(own) || isExtended(own)) return { row, fate: 'removed' }
      return { row, fate: own.format ? 'formatted' : 'kept' }
    })
  if (!known.cache) return fates
  const renewed = plan.cacheKb === null ? 'removed' : 'formatted'
  return [...fates, { row: known.cache, fate: keepsCache(plan, known) ? 'kept' : renewed }]
}

/** Whether a plan changes anything of the disk. */
export function changesDisk(plan: DiskPlan, known: KnownDisk): boolean {
  const now = planOf(known)
  const text = ({ cacheKb, partitions }: DiskPlan): string => JSON.stringify([cacheKb, partitions])
  return plan.table !== known.table || text(plan) !== text(now)
}

/**
 * The order for a plan. What is at a number on one of the disks that it is for, and not in the plan, is dropped.
 * Formatted is what is marked and has a file system.
 */
export function layoutOf(plan: DiskPlan, known: KnownDisk, others: readonly KnownDisk[] = []): DiskLayout {
  const planned = plan.partitions.map((row) => ({ ...row, format: row.format && hasFileSystem(row) }))
  const numbers = new Set(planned.map(({ partition }) => partition))
  const dropped = new Set<number>()
  for (const { partitions, cache } of [known, ...others]) {
    for (const { partition } of partitions) if (!numbers.has(partition)) dropped.add(partition)
    if (cache && plan.cacheKb === null && !numbers.has(cache.partition)) dropped.add(cache.partition)
  }
  const gone = [...dropped].map((partition) => ({
    partition,
    code: NO_PARTITION,
    fileSystem: NO_FILE_SYSTEM,
    sizeKb: 0,
    format: false
  }))
  const partitions = [...planned, ...gone].sort(byNumber)
  return { disk: known.disk, table: plan.table, cacheKb: plan.cacheKb, partitions }
}
