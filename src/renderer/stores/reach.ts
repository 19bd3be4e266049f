import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Reach } from '#shared/contract/reach.ts'
import { api } from '../api.ts'

/** Where the classrooms can reach the webhook server; asked when the server has moved, or somebody looks. */
export const useReach = defineStore('reach', () => {
  const reach = ref<Reach | null>(null)
  let latest = 0
  return {
    reach,
    async refresh(): Promise<void> {
      const mine = ++latest
      // What is not known is not warned of; the window says elsewhere that its console is out of reach.
      const known = await api.system.reach().catch(() => null)
      if (mine === latest && known) reach.value = known
    }
  }
})
