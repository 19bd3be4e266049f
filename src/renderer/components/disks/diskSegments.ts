/** A plan as the parts of a bar: partitions, those inside an extended one, what is free, and the cache at the end. */
import {
  freeInExtendedKb,
  freeKb,
  isExtended,
  isSpace,
  LEAST_KB,
  logicalPartitions,
  topPartitions,
  type DiskPlan,
  type KnownDisk,
  type PlannedPartition
} from '#shared/domain/disk-layout.ts'

export interface Segment {
  readonly key: string
  readonly kind: 'partition' | 'extended' | 'free' | 'cache'
  readonly sizeKb: number
  readonly row: PlannedPartition | null
  readonly inside: readonly Segment[]
}

const free = (key: string, sizeKb: number): Segment[] =>
  sizeKb >= LEAST_KB ? [{ key, kind: 'free', sizeKb, row: null, inside: [] }] : []

function segmentOf(row: PlannedPartition, plan: DiskPlan): Segment {
  const { partition, sizeKb } = row
  const extended = isExtended(row) && plan.table === 'MSDOS'
  const inside = extended
    ? [
        ...logicalPartitions(plan).map((own) => segmentOf(own, plan)),
        ...free('inside', freeInExtendedKb(plan) ?? 0)
      ]
    : []
  const kind = isSpace(row) ? 'free' : extended ? 'extended' : 'partition'
  return { key: `p${partition}`, kind, sizeKb, row, inside }
}

/** The parts of a disk from its beginning to its end. */
export function segmentsOf(plan: DiskPlan, known: KnownDisk): Segment[] {
  const { cacheKb } = plan
  return [
    ...topPartitions(plan).map((row) => segmentOf(row, plan)),
    ...free('end', freeKb(plan, known)),
    ...(cacheKb === null
      ? []
      : [{ key: 'cache', kind: 'cache' as const, sizeKb: cacheKb, row: null, inside: [] }])
  ]
}
