/** The rows of the tree of units that are not folded away, and the keys that go through them. */
import { computed, nextTick, ref, type ComputedRef } from 'vue'
import { useInventory, type UnitNode } from '../../stores/inventory.ts'

export interface TreeRow {
  readonly node: UnitNode
  /** From 1. */
  readonly level: number
  /** Null: there is nothing below it. */
  readonly open: boolean | null
  readonly position: number
  readonly siblings: number
  readonly parentId: number | null
}

interface TreeKeys {
  box(): HTMLElement | null
  chosen(): number | null
  choose(unitId: number): void
}

const initial = (text: string): string => text.slice(0, 1).toLocaleLowerCase()

export function useTreeRows({ box, chosen, choose }: TreeKeys) {
  const inventory = useInventory()
  /** What somebody has folded; whatever else there is, and comes, is open. */
  const folded = ref<ReadonlySet<number>>(new Set())
  const gone = ref<number | null>(null)

  const rows: ComputedRef<TreeRow[]> = computed(() => {
    const found: TreeRow[] = []
    const add = (nodes: readonly UnitNode[], level: number, parentId: number | null): void => {
      nodes.forEach((node, index) => {
        const open = node.children.length === 0 ? null : !folded.value.has(node.id)
        found.push({ node, level, open, position: index + 1, siblings: nodes.length, parentId })
        if (open) add(node.children, level + 1, node.id)
      })
    }
    add(inventory.tree, 1, null)
    return found
  })
  const indexOf = (unitId: number | null): number => rows.value.findIndex(({ node }) => node.id === unitId)
  /** The one that Tab leads to: where one has gone to, or what is shown, or the first. */
  const stop = computed(() => {
    const index = [gone.value, chosen()].map(indexOf).find((each) => each >= 0) ?? 0
    return rows.value[index]?.node.id ?? null
  })

  function fold(unitId: number, away: boolean): void {
    const others = new Set(folded.value)
    if (away) others.add(unitId)
    else others.delete(unitId)
    folded.value = others
  }

  async function go(row: TreeRow | undefined): Promise<void> {
    if (!row) return
    gone.value = row.node.id
    await nextTick()
    box()?.querySelector<HTMLElement>(`[data-unit="${row.node.id}"]`)?.focus()
  }

  /** The next row whose name begins with what was typed. */
  function named(letter: string, from: number): TreeRow | undefined {
    const after = [...rows.value.slice(from + 1), ...rows.value.slice(0, from + 1)]
    return after.find(({ node }) => initial(node.unit.name) === letter.toLocaleLowerCase())
  }

  /** What a key leads to; undefined: it is none of the tree's. */
  function target(event: KeyboardEvent, index: number): TreeRow | null | undefined {
    const row = rows.value[index]!
    switch (event.key) {
      case 'ArrowDown':
        return rows.value[index + 1] ?? null
      case 'ArrowUp':
        return rows.value[index - 1] ?? null
      case 'Home':
        return rows.value[0]!
      case 'End':
        return rows.value.at(-1)!
      case 'ArrowRight':
        if (row.open === false) fold(row.node.id, false)
        return row.open ? rows.value[index + 1]! : null
      case 'ArrowLeft':
        if (row.open) fold(row.node.id, true)
        return row.open ? null : (rows.value[indexOf(row.parentId)] ?? null)
      case 'Enter':
      case ' ':
        choose(row.node.id)
        return null
      default:
        return /^\p{L}$|^\d$/u.test(event.key) ? named(event.key, index) : undefined
    }
  }

  function onKey(event: KeyboardEvent): void {
    const element = event.target instanceof HTMLElement ? event.target : null
    if (!element?.matches('[data-unit]') || event.ctrlKey || event.altKey || event.metaKey) return
    const index = indexOf(Number(element.dataset['unit']))
    const to = index < 0 ? undefined : target(event, index)
    if (to === undefined) return
    event.preventDefault()
    if (to) void go(to)
  }

  return { rows, stop, fold, onKey, gone: (unitId: number): void => void (gone.value = unitId) }
}
