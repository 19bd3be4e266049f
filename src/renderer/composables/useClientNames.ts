import { useI18n } from 'vue-i18n'
import { useInventory } from '../stores/inventory.ts'
import type { ClientNames } from './sortClients.ts'

/** The names of what computers point at, in the window's language. */
export function useClientNames(): ClientNames {
  const { t } = useI18n()
  const inventory = useInventory()
  return {
    state: (state) => t(`states.client.${state}`),
    unit: (id) => inventory.unit(id)?.name ?? '',
    subnet: (id) => inventory.subnet(id)?.address ?? null
  }
}
