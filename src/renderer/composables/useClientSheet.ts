/** A computer and its partitions: the row lives in the inventory, the partitions are pulled with it. */
import { computed, onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Partition } from '#shared/contract/rows.ts'
import { api, failureOf, type ShownFailure } from '../api.ts'
import { useInventory } from '../stores/inventory.ts'
import { useLive } from '../stores/live.ts'

export function useClientSheet(id: MaybeRefOrGetter<number>) {
  const live = useLive()
  const inventory = useInventory()
  const partitions = shallowRef<Partition[]>([])
  const ready = ref(false)
  const failure = ref<ShownFailure | null>(null)
  let run = 0

  async function load(): Promise<void> {
    const mine = ++run
    try {
      const sheet = await api.inventory.client({ id: toValue(id) })
      if (mine !== run) return
      partitions.value = sheet.partitions
      ready.value = true
      failure.value = null
    } catch (error) {
      if (mine === run) failure.value = failureOf(error)
    }
  }

  watch(
    () => toValue(id),
    () => {
      ready.value = false
      partitions.value = []
      void load()
    }
  )
  const stops = [
    live.onSubscribed(() => void load()),
    live.onEvent((event) => {
      const own = event.type === 'partitions' && event.clientId === toValue(id)
      if (own || event.type === 'inventory') void load()
    })
  ]
  onScopeDispose(() => {
    for (const stop of stops) stop()
  })

  const gone = computed(
    () => failure.value?.code === 'not-found' || (inventory.ready && !inventory.client(toValue(id)))
  )
  return { partitions, ready, failure, gone, load }
}
