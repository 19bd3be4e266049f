/** What has changed between two partition tables of a computer. */

/** A partition as a table has it; partition 0 is the disk itself, and its code the partition table's. [L] */
export interface PartitionFacts {
  readonly disk: number
  readonly partition: number
  readonly code: string
  readonly fileSystem: string
  readonly sizeKb: number
  readonly usagePercent: number
  readonly system: string
}

export const PARTITION_CHANGES = [
  'disk-added',
  'disk-removed',
  /** The disk has another kind of partition table. */
  'table',
  'added',
  'removed',
  'resized',
  'type',
  'file-system',
  'system',
  'usage'
] as const
type PartitionChangeKind = (typeof PARTITION_CHANGES)[number]

export interface PartitionChange {
  readonly kind: PartitionChangeKind
  readonly disk: number
  /** 0: of the disk itself. */
  readonly partition: number
  /** What it was and is, in the field that the kind is about; null where there was or is nothing. */
  readonly from: string | number | null
  readonly to: string | number | null
}

/** Percent points from which a fuller or emptier partition is worth a line: below that a table would never rest. */
const USAGE_STEP = 10

const placeOf = ({ disk, partition }: PartitionFacts): string => `${disk}.${partition}`
const byPlace = (rows: readonly PartitionFacts[]) => new Map(rows.map((row) => [placeOf(row), row]))
const disksOf = (rows: readonly PartitionFacts[]) => new Set(rows.map(({ disk }) => disk))

/** The fields that are compared, with the kind of change that each makes. */
const FIELDS = [
  ['resized', 'sizeKb'],
  ['type', 'code'],
  ['file-system', 'fileSystem'],
  ['system', 'system'],
  ['usage', 'usagePercent']
] as const

/** Rows in the order of their places. */
export function sortedPartitions<Row extends PartitionFacts>(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => one.disk - other.disk || one.partition - other.partition)
}

/** What has changed, in the order of the places. A disk that came or went is one change, whatever is on it. */
export function partitionChanges(
  before: readonly PartitionFacts[],
  after: readonly PartitionFacts[]
): PartitionChange[] {
  const [old, young] = [byPlace(before), byPlace(after)]
  const [oldDisks, youngDisks] = [disksOf(before), disksOf(after)]
  const sizeOfDisk = (rows: ReadonlyMap<string, PartitionFacts>, disk: number) =>
    rows.get(`${disk}.0`)?.sizeKb ?? null
  const changes: PartitionChange[] = []
  for (const disk of [...new Set([...oldDisks, ...youngDisks])].sort((one, other) => one - other)) {
    if (!oldDisks.has(disk)) {
      changes.push({ kind: 'disk-added', disk, partition: 0, from: null, to: sizeOfDisk(young, disk) })
      continue
    }
    if (!youngDisks.has(disk)) {
      changes.push({ kind: 'disk-removed', disk, partition: 0, from: sizeOfDisk(old, disk), to: null })
      continue
    }
    const rows = sortedPartitions([
      ...before.filter((row) => row.disk === disk),
      ...after.filter((row) => row.disk === disk && !old.has(placeOf(row)))
    ])
    for (const row of rows) changes.push(...changesAt(old.get(placeOf(row)), young.get(placeOf(row))))
  }
  return changes
}

/** The changes of one place, in at least one of the tables. */
function changesAt(was: PartitionFacts | undefined, is: PartitionFacts | undefined): PartitionChange[] {
  const { disk, partition } = (is ?? was)!
  const place = { disk, partition }
  if (!was) return [{ ...place, kind: 'added', from: null, to: is!.sizeKb }]
  if (!is) return [{ ...place, kind: 'removed', from: was.sizeKb, to: null }]
  return FIELDS.filter(([kind, field]) =>
    kind === 'usage'
      ? Math.abs(was.usagePercent - is.usagePercent) >= USAGE_STEP
      : normalized(was[field]) !== normalized(is[field])
  ).map(([kind, field]) => ({
    ...place,
    kind: kind === 'type' && partition === 0 ? 'table' : kind,
    from: was[field],
    to: is[field]
  }))
}

/** Nothing is spelt in two ways: agents say nothing where the inventory says EMPTY. [L] */
function normalized(value: string | number): string | number {
  return value === 'EMPTY' ? '' : value
}
