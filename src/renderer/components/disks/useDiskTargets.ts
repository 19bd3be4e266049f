/** The disks of the computers that are to be partitioned, those that are equal together. */
import { computed, ref, watch } from 'vue'
import type { Client, Partition } from '#shared/contract/rows.ts'
import { knownDisks, type KnownDisk } from '#shared/domain/disk-layout.ts'
import { api } from '../../api.ts'
import { usePull } from '../../composables/usePull.ts'
import { useInventory } from '../../stores/inventory.ts'
import { groupsOf, type DiskTarget } from './diskGroups.ts'

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
