/** The disks of the computers that are to be partitioned, those that are equal together. */
import { computed, ref, watch } from 'vue'
import type { Client, Partition } from '#shared/contract/rows.ts'
import { knownDisks, planOf, type KnownDisk } from '#shared/domain/disk-layout.ts'
import { api } from '../../api.ts'
import { nameCollator } from '../../composables/sortClients.ts'
import { usePull } from '../../composables/usePull.ts'
import { useInventory } from '../../stores/inventory.ts'

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

export function useDiskTargets(clientIds: () => readonly number[]) {
  const inventory = useInventory()
  const { data, failure, refresh } = usePull({
    pull: async () =>
      clientIds().length === 0
        ? []
        : (await api.partitions.ofClients({ clientIds: [...clientIds()] })).partitions,
    key: () => clientIds().join(' '),
    concerns: (event) =>
      event.type === 'inventory' || (event.type === 'partitions' && clientIds().includes(event.clientId))
  })

  const clients = computed(() =>
    clientIds()
      .map((id) => inventory.client(id))
      .filter((client) => client !== undefined)
  )
  const disksOf = computed(() => {
    const rows = new Map<number, Partition[]>()
    for (const row of data.value ?? []) {
      const own = rows.get(row.clientId)
      if (own) own.push(row)
      else rows.set(row.clientId, [row])
    }
    return new Map([...rows].map(([id, own]) => [id, knownDisks(own)]))
  })

  const numbers = computed(() =>
    [...new Set([...disksOf.value.values()].flat().map(({ disk }) => disk))].sort((one, other) => one - other)
  )
  const disk = ref<number | null>(null)
  watch(numbers, (known) => {
    if (disk.value === null || !known.includes(disk.value)) disk.value = known[0] ?? null
  })

  const ofDisk = (client: Client): KnownDisk | undefined =>
    disksOf.value.get(client.id)?.find((own) => own.disk === disk.value)
  const targets = computed(() =>
    clients.value.flatMap((client): DiskTarget[] => {
      const known = ofDisk(client)
      return known ? [{ client, known }] : []
    })
  )
  const groups = computed(() => groupsOf(targets.value))
  const groupKey = ref<string | null>(null)
  const group = computed(
    () => groups.value.find(({ key }) => key === groupKey.value) ?? groups.value[0] ?? null
  )
  const referenceId = ref<number | null>(null)
  const reference = computed(
    () =>
      group.value?.targets.find(({ client }) => client.id === referenceId.value) ??
      group.value?.targets[0] ??
      null
  )

  return {
    ready: computed(() => data.value !== null),
    failure,
    refresh,
    clients,
    numbers,
    disk,
    groups,
    groupKey,
    group,
    referenceId,
    reference,
    /** Computers of other groups. */
    others: computed(() =>
      groups.value.filter((own) => own !== group.value).flatMap((own) => own.targets.map((row) => row.client))
    ),
    withoutDisk: computed(() => clients.value.filter((client) => ofDisk(client) === undefined))
  }
}
