import { useI18n } from 'vue-i18n'
import { useInventory } from '../stores/inventory.ts'
import type { ClientNames } from './sortClients.ts'

/** The names of what computers point at, in the window's language. */
export function useClientNames(): ClientNames {
  const { t } = useI18n()
  const inventory = useInventory()
  return {
    state: (state) => t(`states.client.${state}`),
    // Straight from the maps: a list is sorted by thousands of these.
    unit: (id) => inventory.units.get(id)?.name ?? '',
    subnet: (id) => (id === null ? null : (inventory.subnets.get(id)?.address ?? null))
  }
}
