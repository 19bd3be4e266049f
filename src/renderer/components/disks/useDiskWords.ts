/** Plans, their problems and what becomes of a disk, in words. */
import { useI18n } from 'vue-i18n'
import type { PlanProblem } from '#shared/domain/disk-checks.ts'
import {
  fatesOf,
  hasFileSystem,
  isExtended,
  isSpace,
  keepsCache,
  type DiskPlan,
  type KnownDisk
} from '#shared/domain/disk-layout.ts'
import { partitionTypeName } from '#shared/domain/partition-codes.ts'
import { useFormat } from '../../composables/useFormat.ts'

interface Described {
  readonly code: string
  readonly fileSystem: string
  readonly sizeKb: number
  readonly system?: string
}

export interface OutcomeLine {
  readonly key: string
  readonly kind: 'kept' | 'lost' | 'created'
  readonly text: string
}

export function useDiskWords() {
  const { t } = useI18n()
  const { sizeOfKb } = useFormat()

  /** `EXT4`, or the type where there is no file system. */
  const kindOf = (row: Described): string =>
    hasFileSystem(row) ? row.fileSystem : partitionTypeName(row.code)
  /** `EXT4, 500 GB, Ubuntu 24.04` */
  const describe = (row: Described): string =>
    [kindOf(row), sizeOfKb(row.sizeKb), row.system].filter(Boolean).join(', ')

  function problemText({ code, partition, params, sizes }: PlanProblem): string {
    const said = Object.entries(sizes).map(([name, kb]) => [name, sizeOfKb(kb)])
    const key = code === 'too-small' && partition === null ? 'cache-too-small' : code
    return t(`disks.problems.${key}`, { ...params, ...Object.fromEntries(said) })
  }

  function cacheLine(plan: DiskPlan, known: KnownDisk): OutcomeLine[] {
    const { cacheKb } = plan
    const line = (fate: string, kind: OutcomeLine['kind'], kb: number): OutcomeLine[] => [
      {
        key: 'cache',
        kind,
        text: t(`disks.cacheFates.${fate}`, { size: sizeOfKb(kb), as: sizeOfKb(cacheKb ?? 0) })
      }
    ]
    if (known.cache === null) return cacheKb === null ? [] : line('created', 'created', cacheKb)
    if (keepsCache(plan, known)) return line('kept', 'kept', known.cache.sizeKb)
    return line(cacheKb === null ? 'removed' : 'formatted', 'lost', known.cache.sizeKb)
  }

  /** What becomes of each partition, those that are lost first. */
  function outcome(plan: DiskPlan, known: KnownDisk): OutcomeLine[] {
    const fates = fatesOf(plan, known).filter(({ row }) => row !== known.cache)
    const there = new Set(fates.map(({ row }) => row.partition))
    const lines = fates.map(({ row, fate }): OutcomeLine => {
      const own = plan.partitions.find(({ partition }) => partition === row.partition)
      const what = describe(row)
      const as = own && fate === 'formatted' ? describe(own) : ''
      const same = own && kindOf(own) === kindOf(row) && sizeOfKb(own.sizeKb) === sizeOfKb(row.sizeKb)
      const key = as && !same ? 'formattedAs' : fate
      return {
        key: `p${row.partition}`,
        kind: fate === 'kept' ? 'kept' : 'lost',
        text: t(`disks.${key}`, { partition: row.partition, what, as })
      }
    })
    const created = plan.partitions
      .filter((row) => !there.has(row.partition) && !isSpace(row) && !isExtended(row))
      .map((row): OutcomeLine => ({
        key: `new ${row.partition}`,
        kind: 'created',
        text: t('disks.created', { partition: row.partition, what: describe(row) })
      }))
    const all = [...lines, ...cacheLine(plan, known), ...created]
    return (['lost', 'kept', 'created'] as const).flatMap((kind) => all.filter((line) => line.kind === kind))
  }

  return { describe, kindOf, problemText, outcome }
}
