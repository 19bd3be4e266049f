/** Dragging units and computers onto a unit of the tree; what a unit cannot take is refused while it hovers. */
import { computed, ref } from 'vue'
import { canHold } from '#shared/domain/units.ts'
import { useInventoryEdits } from '../../composables/useInventoryEdits.ts'
import { useInventory } from '../../stores/inventory.ts'
import { CLIENTS_DRAG_TYPE } from './dragClients.ts'

/** The top of the tree, which is no unit, as what something is dropped on. */
export const TOP = 0

/** The unit that an element of the tree stands for. */
export function unitAt(target: EventTarget | null): number | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-unit]') : null
  return element ? Number(element.dataset.unit) : null
}

export function useUnitDrop() {
  const inventory = useInventory()
  const edits = useInventoryEdits()
  /** The unit that is dragged; what a drag holds cannot be read before it is dropped. */
  const dragged = ref<number | null>(null)
  const over = ref<number | null>(null)

  /** Whether what is dragged is a unit that is not at the top already. */
  const topOffered = computed(() => (inventory.unit(dragged.value)?.parentId ?? null) !== null)

  const bringsClients = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes(CLIENTS_DRAG_TYPE) ?? false

  function takesDragged(target: number): boolean {
    const unit = inventory.unit(dragged.value)
    if (target === TOP) return topOffered.value
    const holder = inventory.unit(target)
    if (!unit || !holder || unit.parentId === target) return false
    return !inventory.unitIdsBelow(unit.id).has(target) && canHold(holder.type, unit.type)
  }

  /** Computers can stand in any unit. */
  const takes = (target: number | null, event: DragEvent): boolean =>
    target !== null &&
    (dragged.value === null ? target !== TOP && bringsClients(event) : takesDragged(target))

  function read(event: DragEvent): number[] {
    const ids: unknown = JSON.parse(event.dataTransfer?.getData(CLIENTS_DRAG_TYPE) || '[]')
    return Array.isArray(ids) ? ids.filter((id) => Number.isInteger(id)) : []
  }

  return {
    /** The unit that would take what hovers over it. */
    over: computed(() => over.value),
    topOffered,
    handlers: {
      dragstart(event: DragEvent): void {
        dragged.value = unitAt(event.target)
        const name = inventory.unit(dragged.value)?.name ?? ''
        event.dataTransfer?.setData('text/plain', name)
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
      },
      dragover(event: DragEvent): void {
        const target = unitAt(event.target)
        over.value = takes(target, event) ? target : null
        if (over.value === null) return
        event.preventDefault()
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'move'
      },
      dragleave(event: DragEvent): void {
        if (unitAt(event.relatedTarget) === null) over.value = null
      },
      drop(event: DragEvent): void {
        const target = unitAt(event.target)
        over.value = null
        if (target === null || !takes(target, event)) return
        event.preventDefault()
        if (dragged.value !== null) void edits.moveUnit(dragged.value, target === TOP ? null : target)
        else void edits.moveClients(read(event), target)
        dragged.value = null
      },
      dragend(): void {
        dragged.value = null
        over.value = null
      }
    }
  }
}
