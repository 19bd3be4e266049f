/** The plan that is being made for a disk, with its way back. */
import { computed, shallowReactive, shallowRef, watch } from 'vue'
import { untouched } from '#shared/domain/disk-edits.ts'
import { planOf, type DiskPlan, type KnownDisk } from '#shared/domain/disk-layout.ts'

export type DiskEdit = (plan: DiskPlan, known: KnownDisk) => DiskPlan

/** Steps that can be taken back. */
const MOST_STEPS = 200

/** @param known the disk to start from; another one, or one that has changed, starts afresh */
export function useDiskEditor(known: () => KnownDisk | null, onChanged: () => void) {
  const plan = shallowRef<DiskPlan | null>(null)
  const past = shallowReactive<DiskPlan[]>([])
  const future = shallowReactive<DiskPlan[]>([])
  /** The plan at the beginning of a drag, which is one step however long it takes. */
  let before: DiskPlan | null = null

  function start(): void {
    const disk = known()
    plan.value = disk && untouched(disk)
    past.length = future.length = 0
    before = null
  }

  function remember(step: DiskPlan): void {
    past.push(step)
    if (past.length > MOST_STEPS) past.shift()
    future.length = 0
  }

  /** Changes the plan: one step, unless it is part of a drag. */
  function edit(change: DiskEdit): void {
    const disk = known()
    if (!disk || !plan.value) return
    const next = change(before ?? plan.value, disk)
    if (JSON.stringify(next) === JSON.stringify(plan.value)) return
    if (!before) remember(plan.value)
    plan.value = next
  }

  function step(from: DiskPlan[], to: DiskPlan[]): void {
    const other = from.pop()
    if (!other || !plan.value) return
    to.push(plan.value)
    plan.value = other
  }

  watch(
    () => {
      const disk = known()
      return disk && JSON.stringify([disk.disk, disk.sizeKb, disk.table, planOf(disk)])
    },
    (_, old) => {
      const edited = past.length > 0
      start()
      if (old && edited) onChanged()
    },
    { immediate: true }
  )

  return {
    plan,
    edit,
    /** What follows, up to `drop`, is one step, and each edit of it begins at the plan of now. */
    drag: (): void => void (before = plan.value),
    drop(): void {
      if (before && before !== plan.value) remember(before)
      before = null
    },
    /** Ends a drag as if it had not been. */
    abandon(): void {
      if (before) plan.value = before
      before = null
    },
    undo: (): void => step(past, future),
    redo: (): void => step(future, past),
    reset: (): void => edit((_, disk) => untouched(disk)),
    canUndo: computed(() => past.length > 0),
    canRedo: computed(() => future.length > 0)
  }
}
export type DiskEditor = ReturnType<typeof useDiskEditor>
