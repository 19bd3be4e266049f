/** Who could take part in a command: by what is known at once, then by what each computer's agent answers. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Target } from '#shared/contract/commands.ts'
import type { Moment, Order } from '#shared/contract/orders.ts'
import { api, failureOf, type ShownFailure } from '../api.ts'
import { coalesce } from './coalesce.ts'

export interface TargetQuestion {
  readonly order: Order
  readonly clientIds: readonly number[]
  readonly moment: Moment
}

/** @param ask what is asked, null while it cannot be yet; the console is asked anew whenever `key` changes */
export function useTargets(ask: () => TargetQuestion | null, key: () => string) {
  const known = shallowRef<ReadonlyMap<number, Target>>(new Map())
  const answered = ref(0)
  const checking = ref(false)
  const ready = ref(false)
  const failure = ref<ShownFailure | null>(null)
  let stream = new AbortController()
  onScopeDispose(() => stream.abort())

  const targets = new Map<number, Target>()
  const drawSoon = coalesce(() => (known.value = new Map(targets)))

  async function run(): Promise<void> {
    stream.abort()
    stream = new AbortController()
    const { signal } = stream
    const asked = ask()
    failure.value = null
    ready.value = false
    checking.value = asked?.moment.kind === 'now'
    answered.value = 0
    if (!asked) return
    const question = { ...asked, clientIds: [...asked.clientIds] }
    try {
      const snapshot = await api.commands.targets(question, { signal })
      if (signal.aborted) return
      targets.clear()
      for (const target of snapshot.targets) targets.set(target.clientId, target)
      known.value = new Map(targets)
      ready.value = true
      if (!checking.value) return
      for await (const target of await api.commands.check(question, { signal })) {
        targets.set(target.clientId, target)
        answered.value += 1
        drawSoon()
      }
    } catch (error) {
      if (!signal.aborted) failure.value = failureOf(error)
    }
    if (!signal.aborted) checking.value = false
  }
  watch(key, () => void run(), { immediate: true })

  const all = computed(() => [...known.value.values()])
  return {
    takePart: computed(() => all.value.filter(({ obstacle }) => obstacle === null)),
    leftOut: computed(() => all.value.filter(({ obstacle }) => obstacle !== null)),
    ready,
    /** Whether agents are still being asked, and how many have answered. */
    checking,
    answered,
    failure,
    refresh: run
  }
}
