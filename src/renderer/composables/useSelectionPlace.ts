import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useInventory } from '../stores/inventory.ts'
import { useSelection } from '../stores/selection.ts'

/** Where the computers are that somebody has picked, in words: `Aula 1`, or `2 aulas`. */
export function useSelectionPlace(): ComputedRef<string> {
  const { t } = useI18n()
  const inventory = useInventory()
  const selection = useSelection()
  return computed(() => {
    const units = selection.groups.map(({ unitId }) => inventory.unit(unitId))
    if (units.length === 1 && units[0]) return units[0].name
    const onlyClassrooms = units.every((unit) => unit?.type === 'classroom')
    return t(
      onlyClassrooms ? 'computers.selection.classrooms' : 'computers.selection.units',
      selection.groups.length
    )
  })
}
