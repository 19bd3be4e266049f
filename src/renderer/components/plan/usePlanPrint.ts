import { nextTick, onBeforeUnmount, onMounted, ref } from 'vue'

/** Prints the plan alone: the sheet is in the page only while it is printed, whoever asked for it. */
export function usePlanPrint() {
  const printing = ref(false)
  const begin = () => void (printing.value = true)
  const end = () => void (printing.value = false)
  onMounted(() => {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  })

  async function print(): Promise<void> {
    printing.value = true
    await nextTick()
    window.print()
  }
  return { printing, print }
}
