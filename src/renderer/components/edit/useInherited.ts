/** What holds where a field is left empty: the value of the nearest unit above that has one. */
import { useI18n } from 'vue-i18n'
import { useInventory } from '../../stores/inventory.ts'

/** @param from the unit that is asked first */
export function useInherited(from: () => number | null) {
  const { t } = useI18n()
  const inventory = useInventory()
  return (key: 'ogLive' | 'pxeTemplate' | 'repositoryId'): string => {
    const id = from()
    const unit = id === null ? undefined : inventory.nearestUnit(id, (above) => above[key] !== null)
    const value = unit?.[key] ?? null
    if (!unit || value === null) return t('edit.inheritedNone')
    const shown = typeof value === 'number' ? inventory.repository(value)?.name : value
    return t('edit.inherited', { value: shown ?? '', unit: unit.name })
  }
}
