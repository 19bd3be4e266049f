/** The partitions with an installed system that computers have, and how many of them have each. */
import { computed, onMounted, ref, shallowRef } from 'vue'
import type { Partition } from '#shared/contract/rows.ts'
import { api, failureOf, type ShownFailure } from '../../api.ts'
import { systemPlaces } from './systemPlaces.ts'

/** Questions under way at the same time. */
const AT_ONCE = 20

export function useSystemPlaces(clientIds: readonly number[]) {
  const partitions = shallowRef<readonly Partition[]>([])
  const loading = ref(true)
  const failure = ref<ShownFailure | null>(null)

  onMounted(async () => {
    try {
      const found: Partition[] = []
      for (let from = 0; from < clientIds.length; from += AT_ONCE) {
        const some = clientIds.slice(from, from + AT_ONCE)
        const sheets = await Promise.all(some.map((id) => api.inventory.client({ id })))
        found.push(...sheets.flatMap((sheet) => sheet.partitions))
      }
      partitions.value = found
    } catch (error) {
      failure.value = failureOf(error)
    }
    loading.value = false
  })
  return { places: computed(() => systemPlaces(partitions.value)), loading, failure }
}
