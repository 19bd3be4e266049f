/**
 * Changes of a plan for a disk. Each gives a new plan in which every partition that cannot keep what is on it is marked
 * to be formatted: nobody loses data by a change that did not show.
 */
import {
  extendedOf,
  freeInExtendedKb,
  freeKb,
  isExtended,
  isLogical,
  isSpace,
  LEAST_KB,
  logicalPartitions,
  lossesOf,
  MIB,
  MOST_PRIMARY,
  NO_FILE_SYSTEM,
  NO_PARTITION,
  planOf,
  topPartitions,
  type DiskPlan,
  type DiskTable,
  type KnownDisk,
  type PlannedPartition
} from './disk-layout.ts'
import { fileSystemsOf, translatedCode } from './disk-types.ts'

/** GPT: the highest number of a partition. */
export const MOST_GPT = 128

/** Room for another partition: at the end of the disk, of the extended partition, or where one was. */
export type Gap =
  | { readonly kind: 'end'; readonly sizeKb: number }
  | { readonly kind: 'extended'; readonly sizeKb: number }
  | { readonly kind: 'space'; readonly partition: number; readonly sizeKb: number }

const byNumber = (one: PlannedPartition, other: PlannedPartition): number => one.partition - other.partition
const wholeMib = (kb: number): number => Math.floor(kb / MIB) * MIB
const clamped = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)))

const containerOf = (plan: DiskPlan, row: PlannedPartition): PlannedPartition[] =>
  isLogical(plan.table, row) ? logicalPartitions(plan) : topPartitions(plan)
const find = (plan: DiskPlan, partition: number): PlannedPartition | undefined =>
  plan.partitions.find((row) => row.partition === partition)

/** Room that was asked for and that nothing comes behind is no more than the end of the disk. */
function withoutTrailingSpace(plan: DiskPlan, known: KnownDisk): DiskPlan {
  const stays = (row: PlannedPartition): boolean => {
    if (!isSpace(row)) return true
    if (row.sizeKb === 0) return false
    const was = known.partitions.find(({ partition }) => partition === row.partition)
    if (was && isSpace(was) && was.sizeKb === row.sizeKb) return true
    return containerOf(plan, row).some((other) => other.partition > row.partition && !isSpace(other))
  }
  return { ...plan, partitions: plan.partitions.filter(stays) }
}

/** In order, and with a mark on each partition that cannot keep what is on it. */
export function settled(plan: DiskPlan, known: KnownDisk): DiskPlan {
  const tidy = withoutTrailingSpace({ ...plan, partitions: [...plan.partitions].sort(byNumber) }, known)
  const losses = lossesOf(tidy, known)
  return {
    ...tidy,
    partitions: tidy.partitions.map((row) => {
      const format = !isSpace(row) && !isExtended(row) && (row.format || losses.has(row.partition))
      return row.format === format ? row : { ...row, format }
    })
  }
}

/** The plan to start from: the disk as it is. */
export const untouched = (known: KnownDisk): DiskPlan => settled(planOf(known), known)

function withPartition(
  plan: DiskPlan,
  known: KnownDisk,
  partition: number,
  change: Partial<PlannedPartition>
): DiskPlan {
  const partitions = plan.partitions.map((row) => (row.partition === partition ? { ...row, ...change } : row))
  return settled({ ...plan, partitions }, known)
}

/** Marks a partition to be formatted or to be kept; one that cannot keep what is on it stays marked. */
export const marked = (plan: DiskPlan, known: KnownDisk, partition: number, format: boolean): DiskPlan =>
  withPartition(plan, known, partition, { format })

/** Gives a partition another type, and a file system that fits it. */
export function retyped(plan: DiskPlan, known: KnownDisk, partition: number, code: string): DiskPlan {
  const row = find(plan, partition)
  if (!row || row.code === code) return plan
  const fitting = fileSystemsOf(code)
  const fileSystem = fitting.includes(row.fileSystem) ? row.fileSystem : (fitting[0] ?? NO_FILE_SYSTEM)
  return withPartition(plan, known, partition, { code, fileSystem })
}

export const refiled = (plan: DiskPlan, known: KnownDisk, partition: number, fileSystem: string): DiskPlan =>
  withPartition(plan, known, partition, { fileSystem })

/** The room behind a partition that it can grow into: the next one, or what is free at the end. */
function roomBehind(
  plan: DiskPlan,
  known: KnownDisk,
  row: PlannedPartition
): { next: PlannedPartition | null; sizeKb: number; least: number } {
  const own = containerOf(plan, row)
  const next = own[own.findIndex(({ partition }) => partition === row.partition) + 1] ?? null
  if (next) return { next, sizeKb: next.sizeKb, least: isSpace(next) ? 0 : leastOf(plan, next) }
  const free = isLogical(plan.table, row) ? (freeInExtendedKb(plan) ?? 0) : freeKb(plan, known)
  return { next: null, sizeKb: Math.max(0, free), least: 0 }
}

/** An extended partition is not smaller than what is in it. */
function leastOf(plan: DiskPlan, row: PlannedPartition): number {
  if (!isExtended(row)) return LEAST_KB
  return Math.max(
    LEAST_KB,
    logicalPartitions(plan).reduce((total, { sizeKb }) => total + sizeKb, 0)
  )
}

/** How small and how large a partition can be made by its border, in KB. */
export function borderLimits(
  plan: DiskPlan,
  known: KnownDisk,
  partition: number
): { least: number; most: number } {
  const row = find(plan, partition)
  if (!row) return { least: 0, most: 0 }
  const behind = roomBehind(plan, known, row)
  const least = Math.min(leastOf(plan, row), row.sizeKb)
  return { least, most: row.sizeKb + Math.max(0, behind.sizeKb - behind.least) }
}

/** Moves the border behind a partition: what comes next gives way. Borders lie on whole MiB. */
export function dragged(plan: DiskPlan, known: KnownDisk, partition: number, sizeKb: number): DiskPlan {
  const row = find(plan, partition)
  if (!row) return plan
  const { least, most } = borderLimits(plan, known, partition)
  const size = sizeKb >= most ? most : clamped(Math.round(sizeKb / MIB) * MIB, least, most)
  if (size === row.sizeKb) return plan
  const { next } = roomBehind(plan, known, row)
  const partitions = plan.partitions.map((own) => {
    if (own.partition === partition) return { ...own, sizeKb: size }
    return own.partition === next?.partition ? { ...own, sizeKb: own.sizeKb + row.sizeKb - size } : own
  })
  return settled({ ...plan, partitions }, known)
}

/**
 * Gives a partition a size. Where one behind it is kept, that one has to stay where it is, and the next one gives way;
 * elsewhere what comes behind moves along, even beyond the end of the disk: the checks then say so.
 */
export function resized(plan: DiskPlan, known: KnownDisk, partition: number, sizeKb: number): DiskPlan {
  const row = find(plan, partition)
  if (!row) return plan
  const behind = containerOf(plan, row).filter((other) => other.partition > partition)
  const holds = ({ format, partition: number }: PlannedPartition): boolean =>
    !format && known.partitions.some((was) => was.partition === number)
  const keeps = behind.some(
    (other) => holds(other) || (isExtended(other) && logicalPartitions(plan).some(holds))
  )
  if (keeps) return dragged(plan, known, partition, sizeKb)
  return withPartition(plan, known, partition, { sizeKb: Math.max(0, wholeMib(sizeKb)) })
}

/** Where a partition can be added, the largest first. */
export function gapsOf(plan: DiskPlan, known: KnownDisk): Gap[] {
  const gaps: Gap[] = plan.partitions
    .filter(isSpace)
    .map(({ partition, sizeKb }) => ({ kind: 'space', partition, sizeKb }))
  const end = wholeMib(freeKb(plan, known))
  if (end >= LEAST_KB && numberAtEnd(plan) !== null) gaps.push({ kind: 'end', sizeKb: end })
  const inside = wholeMib(freeInExtendedKb(plan) ?? 0)
  if (inside >= LEAST_KB) gaps.push({ kind: 'extended', sizeKb: inside })
  return gaps
    .filter(({ sizeKb }) => sizeKb >= LEAST_KB)
    .sort((one, other) => other.sizeKb - one.sizeKb || one.kind.localeCompare(other.kind))
}

/** The number of a partition behind all others; null where the table has none left. */
function numberAtEnd(plan: DiskPlan): number | null {
  const number = Math.max(0, ...topPartitions(plan).map(({ partition }) => partition)) + 1
  return number <= (plan.table === 'MSDOS' ? MOST_PRIMARY : MOST_GPT) ? number : null
}

function numberIn(plan: DiskPlan, gap: Gap): number | null {
  if (gap.kind === 'space') return gap.partition
  if (gap.kind === 'end') return numberAtEnd(plan)
  return Math.max(MOST_PRIMARY, ...logicalPartitions(plan).map(({ partition }) => partition)) + 1
}

/** Adds a partition that fills a gap; the same plan where the table has no number left. */
export function added(plan: DiskPlan, known: KnownDisk, gap: Gap, code: string): DiskPlan {
  const partition = numberIn(plan, gap)
  if (partition === null) return plan
  const fileSystem = fileSystemsOf(code)[0] ?? NO_FILE_SYSTEM
  const others = plan.partitions.filter((row) => row.partition !== partition)
  const own = { partition, code, fileSystem, sizeKb: gap.sizeKb, format: true }
  return settled({ ...plan, partitions: [...others, own] }, known)
}

/**
 * Takes a partition out, an extended one with those inside. Its room stays free where something behind it is kept, so
 * that this does not move; elsewhere the logical ones behind it close up, as their table cannot leave a number out.
 */
export function removed(plan: DiskPlan, known: KnownDisk, partition: number): DiskPlan {
  const row = find(plan, partition)
  if (!row) return plan
  const inside = isExtended(row) && plan.table === 'MSDOS' ? logicalPartitions(plan) : []
  const left = plan.partitions.filter((own) => !inside.includes(own))
  const keeps = containerOf(plan, row).some(
    (own) => own.partition > partition && !own.format && !isSpace(own)
  )
  const partitions = keeps
    ? left.map((own) =>
        own === row ? { ...own, code: NO_PARTITION, fileSystem: NO_FILE_SYSTEM, format: false } : own
      )
    : left
        .filter((own) => own !== row)
        .map((own) =>
          isLogical(plan.table, row) && own.partition > partition
            ? { ...own, partition: own.partition - 1 }
            : own
        )
  return settled({ ...plan, partitions }, known)
}

/**
 * Gives the disk a cache of this size, or none. Where there is no room for it, the last partition gives way if it is to
 * be formatted anyway.
 */
export function cached(plan: DiskPlan, known: KnownDisk, cacheKb: number | null): DiskPlan {
  const size = known.cache?.sizeKb === cacheKb ? cacheKb : wholeMib(cacheKb ?? 0) || null
  const next = { ...plan, cacheKb: size }
  const missing = -freeKb(next, known)
  const last = topPartitions(plan).at(-1)
  if (missing <= 0 || !last?.format || last.sizeKb - missing < LEAST_KB) return settled(next, known)
  return withPartition(next, known, last.partition, { sizeKb: wholeMib(last.sizeKb - missing) })
}

/**
 * Gives the disk another table: everything on it is lost. The types become their counterparts, numbers begin at 1 again,
 * and what was inside an extended partition stands by itself, as GPT has none.
 */
export function retabled(plan: DiskPlan, known: KnownDisk, table: DiskTable): DiskPlan {
  if (table === plan.table) return plan
  const extended = table === 'GPT' ? extendedOf(plan) : undefined
  const partitions = plan.partitions
    .filter((row) => row !== extended && !isSpace(row))
    .map((row, index) => ({
      ...row,
      partition: index + 1,
      code: translatedCode(row.code, table, row.fileSystem),
      format: true
    }))
  return settled({ ...plan, table, partitions }, known)
}
