import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue'

/**
 * Lets a page be drawn in several goes, so that the window answers in between: 0 at first, and one more in each task
 * after that.
 */
export function useStages(last: number): Readonly<Ref<number>> {
  const stage = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  function next(): void {
    stage.value += 1
    if (stage.value < last) timer = setTimeout(next)
  }
  onMounted(() => {
    timer = setTimeout(next)
  })
  onScopeDispose(() => clearTimeout(timer))
  return readonly(stage)
}
