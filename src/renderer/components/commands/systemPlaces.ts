import type { Partition } from '#shared/contract/rows.ts'

export interface SystemPlace {
  readonly disk: number
  readonly partition: number
  /** The systems that are there, the most frequent one first. */
  readonly systems: readonly string[]
  readonly count: number
}

/** Partitions that hold data only say so in place of a system's name. [L] */
const DATA = 'DATA'
/** The places that hold a system on at least one computer, those that most have in front. */
export function systemPlaces(partitions: readonly Partition[]): SystemPlace[] {
  const places = new Map<string, { disk: number; partition: number; systems: Map<string, number> }>()
  for (const { disk, partition, system } of partitions) {
    if (partition === 0 || system === '' || system === DATA) continue
    const key = `${disk}.${partition}`
    const place = places.get(key) ?? { disk, partition, systems: new Map<string, number>() }
    place.systems.set(system, (place.systems.get(system) ?? 0) + 1)
    places.set(key, place)
  }
  return [...places.values()]
    .map(({ disk, partition, systems }) => ({
      disk,
      partition,
      systems: [...systems].sort((one, other) => other[1] - one[1]).map(([name]) => name),
      count: [...systems.values()].reduce((sum, count) => sum + count, 0)
    }))
    .sort((one, other) => other.count - one.count || one.disk - other.disk || one.partition - other.partition)
}
