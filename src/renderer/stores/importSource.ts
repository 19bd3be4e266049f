import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** What is to be imported: a file that was chosen, wherever that was, or a text that was pasted. It outlives errors. */
export const useImportSource = defineStore('import-source', () => {
  const file = shallowRef<File | null>(null)
  const text = ref('')
  return { file, text }
})
