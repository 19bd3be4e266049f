/** Fills an empty inventory with the example, to get to know the console. */
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, failureOf, type ShownFailure } from '../api.ts'
import { useInventory } from '../stores/inventory.ts'
import { useNotices } from '../stores/notices.ts'

type Document = Parameters<typeof api.inventory.importDocument>[0]

export function useExample() {
  const { t } = useI18n()
  const inventory = useInventory()
  const notices = useNotices()
  const busy = ref(false)
  const failure = ref<ShownFailure | null>(null)

  async function load(): Promise<void> {
    busy.value = true
    failure.value = null
    try {
      const { default: example } = await import('../../../resources/inventories/centro-demo.json')
      // JSON has no types of its own; the console looks at all of it.
      const added = await api.inventory.importDocument(example as Document)
      await inventory.refresh()
      notices.success(t('importer.done', added))
    } catch (error) {
      failure.value = failureOf(error)
    }
    busy.value = false
  }

  return { busy, failure, load }
}
