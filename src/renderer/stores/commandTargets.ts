import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** The computers that a command with a page of its own (an image to deploy, a partition table) is aimed at. */
export const useCommandTargets = defineStore('command-targets', () => {
  const clientIds = shallowRef<number[]>([])
  /** What they are, in words: `Aula 1`. */
  const target = ref('')

  function set(ids: readonly number[], words: string): void {
    clientIds.value = [...ids]
    target.value = words
  }

  return { clientIds, target, set }
})
