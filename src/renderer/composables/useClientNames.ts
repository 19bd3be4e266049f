import { useI18n } from 'vue-i18n'
import { useCarried } from '../stores/carried.ts'
import { useInventory } from '../stores/inventory.ts'
import type { ClientNames } from './sortClients.ts'

/** The names of what computers point at, in the window's language. */
export function useClientNames(): ClientNames & { isBehind(clientId: number): boolean } {
  const { t } = useI18n()
  const inventory = useInventory()
  const carried = useCarried()
  return {
    state: (state) => t(`states.client.${state}`),
    // Straight from the maps: a list is sorted by thousands of these.
    unit: (id) => inventory.units.get(id)?.name ?? '',
    subnet: (id) => (id === null ? null : (inventory.subnets.get(id)?.address ?? null)),
    isBehind: (id) => Boolean(carried.byClient.get(id)?.behind),
    image: (id) => carried.byClient.get(id)?.names ?? null,
    imageVersion(id) {
      const line = carried.byClient.get(id)
      if (!line) return null
      return t(`computers.version.${line.behind ? 'older' : 'current'}`, {
        fullsum: line.fullsum.slice(0, 8)
      })
    }
  }
}
