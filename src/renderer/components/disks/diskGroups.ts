/** Disks that can be given the same table. */
import type { Client } from '#shared/contract/rows.ts'
import { planOf, type KnownDisk } from '#shared/domain/disk-layout.ts'
import { nameCollator } from '../../composables/sortClients.ts'

export interface DiskTarget {
  readonly client: Client
  readonly known: KnownDisk
}

/** Disks of the same size and table; the computer whose layout most of them share comes first. */
export interface DiskGroup {
  readonly key: string
  readonly targets: readonly DiskTarget[]
}

const keyOf = ({ table, sizeKb }: KnownDisk): string => `${table} ${sizeKb}`
const layoutKey = ({ known }: DiskTarget): string => JSON.stringify(planOf(known))

function byLayout(targets: readonly DiskTarget[]): DiskTarget[] {
  const counts = new Map<string, number>()
  for (const target of targets) counts.set(layoutKey(target), (counts.get(layoutKey(target)) ?? 0) + 1)
  const rank = (target: DiskTarget): number => counts.get(layoutKey(target)) ?? 0
  return [...targets].sort(
    (one, other) => rank(other) - rank(one) || nameCollator.compare(one.client.name, other.client.name)
  )
}

/** Groups of equal disks, the largest first. */
export function groupsOf(targets: readonly DiskTarget[]): DiskGroup[] {
  const groups = new Map<string, DiskTarget[]>()
  for (const target of targets) {
    const key = keyOf(target.known)
    const group = groups.get(key)
    if (group) group.push(target)
    else groups.set(key, [target])
  }
  return [...groups]
    .map(([key, own]) => ({ key, targets: byLayout(own) }))
    .sort((one, other) => other.targets.length - one.targets.length || one.key.localeCompare(other.key))
}
