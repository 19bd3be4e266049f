import { computed, onScopeDispose, readonly, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { CreateImageDraft } from '#shared/contract/inputs.ts'
import { CREATE_IMAGE_CHECKS, type CheckName, type CheckState } from '#shared/domain/checks.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { api, failureOf, type ShownFailure } from '../../api.ts'
import { useLive } from '../../stores/live.ts'

export interface ShownCheck {
  readonly name: CheckName
  readonly state: CheckState
  /** While a check runs again this is still its last outcome, so that the page does not jump under the reader. */
  readonly failure: Failure | null
}

export interface Preflight {
  readonly checks: ComputedRef<readonly ShownCheck[]>
  /** True from a change of the draft to the end of the checks that it asks for. */
  readonly checking: ComputedRef<boolean>
  readonly failedCount: ComputedRef<number>
  /** Why the checks themselves broke off. */
  readonly failure: Readonly<Ref<ShownFailure | null>>
  run(): Promise<void>
}

/** Long enough not to ask the computer at every key, short enough to feel live. */
const SETTLE = 500

/** Runs the checks of a draft, and again whenever it has changed; a run that was overtaken is given up. */
export function usePreflight(draft: () => CreateImageDraft | null): Preflight {
  const outcomes = ref(new Map<CheckName, ShownCheck>())
  const stale = ref(true)
  const running = ref(false)
  const failure = ref<ShownFailure | null>(null)
  let controller: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function mark(name: CheckName, state: CheckState, reason: Failure | null): void {
    const kept = state === 'running' ? (outcomes.value.get(name)?.failure ?? null) : reason
    outcomes.value.set(name, { name, state, failure: kept })
  }

  /** Earlier outcomes say nothing of now: better no answer than an old one. */
  function breakOff(reason: ShownFailure): void {
    failure.value = reason
    for (const name of CREATE_IMAGE_CHECKS) mark(name, 'skipped', null)
  }

  async function run(): Promise<void> {
    const input = draft()
    clearTimeout(timer)
    controller?.abort()
    if (!input) return
    const mine = new AbortController()
    controller = mine
    stale.value = false
    running.value = true
    failure.value = null
    try {
      for await (const check of await api.imaging.preflight(input, { signal: mine.signal })) {
        if (mine.signal.aborted) return
        mark(check.name, check.state, check.failure)
      }
      const open = [...outcomes.value.values()].some((check) => check.state === 'running')
      if (open) breakOff({ code: 'unexpected', params: {}, detail: null })
    } catch (error) {
      if (!mine.signal.aborted) breakOff(failureOf(error))
    } finally {
      if (controller === mine) running.value = false
    }
  }

  watch(
    () => JSON.stringify(draft()),
    (_, before) => {
      stale.value = true
      clearTimeout(timer)
      if (before === undefined || before === 'null') void run()
      else timer = setTimeout(() => void run(), SETTLE)
    },
    { immediate: true }
  )
  const stopSubscribed = useLive().onSubscribed(() => {
    if (failure.value) void run()
  })
  onScopeDispose(() => {
    stopSubscribed()
    clearTimeout(timer)
    controller?.abort()
  })

  const checks = computed(() =>
    CREATE_IMAGE_CHECKS.map(
      (name) => outcomes.value.get(name) ?? { name, state: 'running' as const, failure: null }
    )
  )
  return {
    checks,
    checking: computed(() => stale.value || running.value),
    failedCount: computed(() => checks.value.filter((check) => check.state === 'failed').length),
    failure: readonly(failure) as Readonly<Ref<ShownFailure | null>>,
    run
  }
}
