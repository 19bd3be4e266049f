/** Every unit as a choice of a list, in the order and with the depth of the tree. */
import { computed, type ComputedRef } from 'vue'
import { useInventory, type UnitNode } from '../../stores/inventory.ts'

export interface UnitChoice {
  readonly value: number
  /** `Centro Demo › Aula Demo`: found by the name of any of them. */
  readonly title: string
  readonly node: UnitNode
  readonly depth: number
}

export function useUnitChoices(): { choices: ComputedRef<UnitChoice[]> } {
  const inventory = useInventory()
  const flat = (nodes: readonly UnitNode[], above: string, depth: number): UnitChoice[] =>
    nodes.flatMap((node) => {
      const title = above + node.unit.name
      return [{ value: node.id, title, node, depth }, ...flat(node.children, `${title} › `, depth + 1)]
    })
  return { choices: computed(() => flat(inventory.tree, '', 0)) }
}
