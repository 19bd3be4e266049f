/** Keeps the computers that a page is for in its address, so that a reload or the way back shows the same ones. */
import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCommandTargets } from '../stores/commandTargets.ts'
import { idsFromText, idsToText } from './targetIds.ts'

export function useTargetsInAddress(): void {
  const route = useRoute()
  const router = useRouter()
  const targets = useCommandTargets()
  const { name } = route

  function take(): void {
    const { on, of } = route.query
    if (typeof on !== 'string' || on === idsToText(targets.clientIds)) return
    targets.set(idsFromText(on), typeof of === 'string' ? of : '')
  }
  function write(): void {
    const on = idsToText(targets.clientIds) || undefined
    if (route.name !== name || route.query['on'] === on) return
    void router.replace({ query: { ...route.query, on, of: on && targets.target } })
  }

  take()
  // Another entry of the history is another choice, but for a page that is being left.
  watch(
    () => route.query['on'],
    () => {
      if (route.name === name) take()
    }
  )
  watch(() => targets.clientIds, write, { immediate: true })
}
