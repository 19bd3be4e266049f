/** A disk's layout, for its chart: the partitions, and what no partition takes. */
import type { Partition } from '#shared/contract/rows.ts'

export interface DiskPart {
  /** 0: not partitioned. */
  readonly partition: number
  readonly sizeKb: number
  /** Of the disk, from 0 to 1. */
  readonly share: number
  readonly row: Partition | null
}

export interface Disk {
  readonly disk: number
  readonly sizeKb: number
  /** The code of its partition table. */
  readonly code: string
  readonly parts: readonly DiskPart[]
}

/** Alignment leaves gaps that are no free space worth a slice. */
const NEGLIGIBLE = 0.005

export function disksOf(partitions: readonly Partition[]): Disk[] {
  const numbers = [...new Set(partitions.map((row) => row.disk))].sort((a, b) => a - b)
  return numbers.map((disk) => {
    const rows = partitions.filter((row) => row.disk === disk)
    const whole = rows.find((row) => row.partition === 0)
    const own = rows.filter((row) => row.partition !== 0).sort((a, b) => a.partition - b.partition)
    const used = own.reduce((sum, row) => sum + row.sizeKb, 0)
    // An agent's figures may not add up; a disk is never smaller than its partitions.
    const sizeKb = Math.max(whole?.sizeKb ?? 0, used)
    const share = (kb: number): number => (sizeKb === 0 ? 0 : kb / sizeKb)
    const free = sizeKb - used
    return {
      disk,
      sizeKb,
      code: whole?.code ?? '',
      parts: [
        ...own.map((row) => ({
          partition: row.partition,
          sizeKb: row.sizeKb,
          share: share(row.sizeKb),
          row
        })),
        ...(share(free) > NEGLIGIBLE ? [{ partition: 0, sizeKb: free, share: share(free), row: null }] : [])
      ]
    }
  })
}
