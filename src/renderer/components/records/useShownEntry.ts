/** Which inventory of a history is shown: the newest, also when another one comes, until somebody chooses one. */
import { computed, ref, watch } from 'vue'

export function useShownEntry<Entry extends { readonly id: number }>(entries: () => readonly Entry[]) {
  const chosen = ref<number | null>(null)
  watch(
    () => entries()[0]?.id,
    (newest, before) => {
      if (chosen.value === before || !entries().some(({ id }) => id === chosen.value))
        chosen.value = newest ?? null
    },
    { immediate: true }
  )
  return {
    chosen,
    entry: computed(() => entries().find(({ id }) => id === chosen.value) ?? null)
  }
}
