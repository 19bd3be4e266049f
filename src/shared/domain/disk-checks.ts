/** What is wrong with a plan for a disk, as data: a code and the values of its sentence. */
import { MOST_GPT } from './disk-edits.ts'
import {
  changesDisk,
  extendedOf,
  freeInExtendedKb,
  freeKb,
  GIB,
  hasFileSystem,
  isExtended,
  isLogical,
  logicalPartitions,
  isSpace,
  LEAST_KB,
  lossesOf,
  MIB,
  MOST_PRIMARY,
  planOf,
  roomKb,
  startsOf,
  topPartitions,
  type DiskPlan,
  type KnownDisk,
  type PlannedPartition
} from './disk-layout.ts'
import { belongsTo, fileSystemsOf, tellingTypes, tellsTable } from './disk-types.ts'
import { partitionTypeName } from './partition-codes.ts'

/** Problems with which nothing is sent. */
export const PLAN_ERRORS = [
  'unchanged',
  'duplicate-number',
  'too-small',
  'unmarked-new',
  'unmarked-table',
  'unmarked-type',
  'unmarked-file-system',
  'unmarked-moved',
  'unmarked-resized',
  'type-not-in-table',
  'file-system-unfit',
  'file-system-too-small',
  'file-system-too-large',
  'over-disk',
  'cache-too-large',
  'too-many-primary',
  'too-many-extended',
  'logical-without-extended',
  'logical-gap',
  'over-extended',
  'beyond-msdos',
  'too-many-gpt',
  'table-untold',
  'place-unknown'
] as const
/** What should be known before. */
export const PLAN_WARNINGS = ['efi-missing', 'efi-unfit', 'table-doubtful'] as const
type PlanProblemCode = (typeof PLAN_ERRORS)[number] | (typeof PLAN_WARNINGS)[number]

export interface PlanProblem {
  readonly code: PlanProblemCode
  readonly severity: 'error' | 'warning'
  /** The partition that it is about; null: the whole disk. */
  readonly partition: number | null
  readonly params: Readonly<Record<string, string | number>>
  /** Sizes named in the sentence, in KB. */
  readonly sizes: Readonly<Record<string, number>>
}

/** KB: sectors are counted in 32 bits. */
const MOST_MSDOS_KB = 2 * 1024 * GIB
const LEAST_EFI_KB = 100 * MIB
/**
 * KB within which a file system can be made. FAT: the clusters that it counts (FAT32 at least 65,525 of 512 bytes and its
 * tables, at most 32-bit sectors; FAT16 at most 65,524 of 64 KB; Microsoft's FAT specification). NTFS: what Windows
 * formats. XFS: mkfs.xfs since 5.19. BTRFS: mkfs.btrfs. EXT: room for a journal, mke2fs.
 */
const FILE_SYSTEM_KB: Readonly<Record<string, { readonly least?: number; readonly most?: number }>> = {
  FAT16: { most: 4 * GIB },
  FAT32: { least: 33 * MIB, most: 2 * 1024 * GIB },
  NTFS: { least: 8 * MIB },
  EXT3: { least: 8 * MIB },
  EXT4: { least: 8 * MIB },
  XFS: { least: 300 * MIB },
  BTRFS: { least: 109 * MIB }
}
/** Less than that is left over by alignment. */
const SPARE_KB = 64 * MIB

const WARNINGS: ReadonlySet<string> = new Set(PLAN_WARNINGS)

interface Said {
  readonly partition?: number
  readonly params?: Readonly<Record<string, string | number>>
  readonly sizes?: Readonly<Record<string, number>>
}
type Say = (code: PlanProblemCode, said?: Said) => void

/** What is wrong with a plan for a disk, errors first. */
export function planProblems(plan: DiskPlan, known: KnownDisk): PlanProblem[] {
  const problems: PlanProblem[] = []
  const say: Say = (code, { partition, params = {}, sizes = {} } = {}) => {
    problems.push({
      code,
      severity: WARNINGS.has(code) ? 'warning' : 'error',
      partition: partition ?? null,
      params: partition === undefined ? params : { partition, ...params },
      sizes
    })
  }
  if (!changesDisk(plan, known)) say('unchanged')
  checkPartitions(plan, say)
  checkKept(plan, known, say)
  checkRoom(plan, known, say)
  if (plan.table === 'MSDOS') checkMsdos(plan, say)
  else checkGpt(plan, say)
  checkTold(plan, known, say)
  return problems.sort((one, other) => Number(WARNINGS.has(one.code)) - Number(WARNINGS.has(other.code)))
}

/** Whether a plan can be sent to a disk. */
export const canBeSent = (problems: readonly PlanProblem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning')

function checkPartitions({ table, partitions }: DiskPlan, say: Say): void {
  const seen = new Set<number>()
  for (const row of partitions) {
    const { partition, code, fileSystem, sizeKb, format } = row
    if (seen.has(partition)) say('duplicate-number', { partition })
    seen.add(partition)
    if (isSpace(row)) continue
    if (sizeKb < LEAST_KB) say('too-small', { partition, sizes: { least: LEAST_KB } })
    const type = partitionTypeName(code)
    if (!belongsTo(code, table)) say('type-not-in-table', { partition, params: { type, table } })
    else if (format && hasFileSystem(row) && !fileSystemsOf(code).includes(fileSystem))
      say('file-system-unfit', { partition, params: { type, fileSystem } })
    else if (format) checkFileSystem(row, say)
  }
}

/** A file system can be made in a partition of this size. One that is kept has shown that it could. */
function checkFileSystem({ partition, fileSystem, sizeKb }: PlannedPartition, say: Say): void {
  if (sizeKb < LEAST_KB) return
  const { least = 0, most = Infinity } = FILE_SYSTEM_KB[fileSystem] ?? {}
  if (sizeKb < least) say('file-system-too-small', { partition, params: { fileSystem }, sizes: { least } })
  if (sizeKb > most) say('file-system-too-large', { partition, params: { fileSystem }, sizes: { most } })
}

/** What is not marked keeps its number, its place, its size and its kind, or it would be lost. */
function checkKept(plan: DiskPlan, known: KnownDisk, say: Say): void {
  for (const [partition, reason] of lossesOf(plan, known)) {
    const row = plan.partitions.find((own) => own.partition === partition)!
    // One that is new and has no file system is made as it is to be without being formatted.
    if (row.format || (reason === 'new' && !hasFileSystem(row))) continue
    say(`unmarked-${reason}`, { partition })
  }
}

function checkRoom(plan: DiskPlan, known: KnownDisk, say: Say): void {
  const room = roomKb(known)
  const cache = plan.cacheKb ?? 0
  if (plan.cacheKb !== null && cache < LEAST_KB) say('too-small', { sizes: { least: LEAST_KB } })
  if (cache > room) say('cache-too-large', { sizes: { cache, room } })
  else if (freeKb(plan, known) < 0) say('over-disk', { sizes: { over: -freeKb(plan, known), room } })
}

function checkMsdos(plan: DiskPlan, say: Say): void {
  const cache = plan.cacheKb === null ? 0 : 1
  // Room that is kept free has a number of its own, too.
  const top = topPartitions(plan)
  if (top.length + cache > MOST_PRIMARY)
    say('too-many-primary', { params: { most: MOST_PRIMARY, count: top.length + cache } })
  const extended = plan.partitions.filter(isExtended)
  if (extended.length > 1) say('too-many-extended', { partition: extended[1]!.partition })
  for (const row of plan.partitions) {
    const { partition, sizeKb } = row
    const inside = isLogical(plan.table, row)
    if (inside && (isExtended(row) || !extendedOf(plan))) say('logical-without-extended', { partition })
    if ((startsOf(plan).get(partition) ?? 0) + sizeKb > MOST_MSDOS_KB)
      say('beyond-msdos', { partition, sizes: { most: MOST_MSDOS_KB } })
  }
  // The table counts them: there is no 6 without a 5.
  const logical = logicalPartitions(plan).map(({ partition }) => partition)
  const behind = logical.find((partition, index) => partition !== MOST_PRIMARY + 1 + index)
  if (behind !== undefined) say('logical-gap', { partition: behind, params: { missing: behind - 1 } })
  const free = freeInExtendedKb(plan)
  if (free !== null && free < 0)
    say('over-extended', { partition: extendedOf(plan)!.partition, sizes: { over: -free } })
}

function checkGpt({ partitions }: DiskPlan, say: Say): void {
  if (partitions.some(({ partition }) => partition > MOST_GPT))
    say('too-many-gpt', { params: { most: MOST_GPT } })
  if (partitions.length === 0) return
  const efi = partitions.filter(({ code }) => partitionTypeName(code) === 'EFI')
  if (efi.length === 0) return say('efi-missing')
  const fits = efi.some(({ fileSystem, sizeKb }) => fileSystem === 'FAT32' && sizeKb >= LEAST_EFI_KB)
  if (!fits) say('efi-unfit', { partition: efi[0]!.partition, sizes: { least: LEAST_EFI_KB } })
}

/** The order names types and no table, and says no places: what could come out otherwise than it is planned. [L] */
function checkTold(plan: DiskPlan, known: KnownDisk, say: Say): void {
  const { table, partitions } = plan
  // A disk without a table gets the one that the agent thinks best; an EFI partition is a strong hint at GPT. [D]
  const hasEfi = partitions.some(({ code }) => partitionTypeName(code) === 'EFI')
  const isOther = known.table !== table
  const isTold = partitions.some(({ code }) => tellsTable(code, table))
  if (!isTold && (isOther || (table === 'MSDOS' && hasEfi))) {
    const doubtful = !isOther || known.table === null || (table === 'GPT' && hasEfi)
    const types = tellingTypes(table).join(', ')
    say(doubtful ? 'table-doubtful' : 'table-untold', { params: { table, types } })
  }
  const reported = planOf(known)
  const numbers = topPartitions(reported).map(({ partition }) => partition)
  const hole = numbers.findIndex((number, index) => number !== index + 1)
  if (hole === -1 || freeKb(reported, known) < SPARE_KB) return
  const kept = plan.partitions.find(({ partition, format }) => !format && partition >= numbers[hole]!)
  if (kept) say('place-unknown', { partition: kept.partition })
}
