/** Which rows of a preview are picked, which they bring along, and which are shown. */
import { computed, ref, shallowRef } from 'vue'
import { ROW_EFFECTS, ROW_KINDS, type RowEffect, type RowKind } from '#shared/domain/imports.ts'
import { fold } from '#shared/domain/search.ts'
import type { ImportRow } from './readFile.ts'

export const isPickable = ({ effect }: ImportRow): boolean => effect === 'new' || effect === 'changed'

/** Nobody should take a computer for another one without having looked. */
const isSuggested = (row: ImportRow): boolean => isPickable(row) && row.warning?.code !== 'known-by-ip'

export function useImportSelection(rows: () => readonly ImportRow[]) {
  const picked = shallowRef<ReadonlySet<string>>(new Set())
  /** What could be picked in the preview before. */
  let offered: ReadonlySet<string> = new Set()
  const effect = ref<RowEffect | null>(null)
  const search = ref('')

  const counts = computed(() => {
    const byEffect = Object.fromEntries(ROW_EFFECTS.map((key) => [key, 0])) as Record<RowEffect, number>
    for (const row of rows()) byEffect[row.effect] += 1
    return byEffect
  })

  const shown = computed(() => {
    const words = fold(search.value.trim())
    return rows().filter(
      (row) =>
        (effect.value === null || row.effect === effect.value) &&
        (words === '' ||
          fold(row.name).includes(words) ||
          (row.place !== null && fold(row.place).includes(words)) ||
          row.changes.some(({ to }) => fold(String(to ?? '')).includes(words)))
    )
  })

  const byKey = computed(() => new Map(rows().map((row) => [row.key, row])))
  /** Everything that will be written: the picked rows and those that they need. */
  const taken = computed(() => {
    const keys = new Set(picked.value)
    // A Set's iteration goes on to what is added meanwhile.
    for (const key of keys) for (const needed of byKey.value.get(key)?.dependsOn ?? []) keys.add(needed)
    return keys
  })

  /** How many of each kind will be made or changed. */
  const totals = computed(() => {
    const kinds = Object.fromEntries(ROW_KINDS.map((kind) => [kind, 0])) as Record<RowKind, number>
    const effects = { new: 0, changed: 0 }
    for (const key of taken.value) {
      const row = byKey.value.get(key)
      if (!row) continue
      kinds[row.kind] += 1
      if (row.effect === 'new' || row.effect === 'changed') effects[row.effect] += 1
    }
    return { kinds, ...effects, all: taken.value.size }
  })

  function set(keys: Iterable<string>, on: boolean): void {
    const next = new Set(picked.value)
    for (const key of keys) {
      if (on) next.add(key)
      else next.delete(key)
    }
    picked.value = next
  }

  function take(wanted: (row: ImportRow) => boolean): void {
    picked.value = new Set(
      rows()
        .filter(wanted)
        .map(({ key }) => key)
    )
    offered = new Set(
      rows()
        .filter(isPickable)
        .map(({ key }) => key)
    )
  }

  const pickableShown = computed(() => shown.value.filter(isPickable))
  const allShown = computed<boolean | null>(() => {
    const count = pickableShown.value.filter(({ key }) => picked.value.has(key)).length
    if (count === 0) return false
    return count === pickableShown.value.length ? true : null
  })

  return {
    effect,
    search,
    counts,
    shown,
    picked,
    taken,
    totals,
    /** Of the rows that are shown: all picked, none, or some (null). */
    allShown,
    canPickShown: computed(() => pickableShown.value.length > 0),
    toggle: (row: ImportRow): void => {
      if (isPickable(row)) set([row.key], !picked.value.has(row.key))
    },
    pickShown: (on: boolean): void =>
      set(
        pickableShown.value.map(({ key }) => key),
        on
      ),
    /** What a person most likely wants: all that is new or changed, but for what should be looked at first. */
    suggest: (): void => {
      effect.value = null
      search.value = ''
      take(isSuggested)
    },
    /** After another preview of the same file. Rows that could not be taken over before, and now can, are picked too. */
    keepPossible: (): void =>
      take((row) => (offered.has(row.key) ? picked.value.has(row.key) && isPickable(row) : isSuggested(row))),
    keys: (): string[] => [...picked.value]
  }
}
export type ImportSelection = ReturnType<typeof useImportSelection>
