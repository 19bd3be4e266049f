import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OrphanWebhook, Trace } from '#shared/contract/rows.ts'
import { isEnded } from '#shared/domain/states.ts'
import { api } from '../api.ts'
import { useLive } from './live.ts'

/** Ended traces that the bell keeps; the rest is on the page of traces. */
const LATEST = 50

export const useTraces = defineStore('traces', () => {
  const live = useLive()
  const running = shallowRef<Trace[]>([])
  const latest = shallowRef<Trace[]>([])
  const orphans = shallowRef<OrphanWebhook[]>([])
  const seenAt = ref(0)

  /** Puts a trace where its state belongs, also when a late result changes one that had ended. */
  function merge(trace: Trace): void {
    const others = (traces: Trace[]) => traces.filter((other) => other.id !== trace.id)
    const ended = isEnded(trace.state)
    running.value = ended
      ? others(running.value)
      : [trace, ...others(running.value)].sort((a, b) => b.id - a.id)
    latest.value = ended
      ? [trace, ...others(latest.value)]
          .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || b.id - a.id)
          .slice(0, LATEST)
      : others(latest.value)
  }

  const { loading, ready, failure, refresh } = live.feed({
    async pull() {
      const [recent, unknown] = await Promise.all([api.traces.recent(), api.traces.orphans()])
      return { ...recent, orphans: unknown }
    },
    apply(snapshot) {
      running.value = snapshot.running
      latest.value = snapshot.latest
      orphans.value = snapshot.orphans
      seenAt.value = snapshot.seenAt
    },
    handle(event) {
      if (event.type === 'trace') merge(event.trace)
      else if (event.type === 'orphan') {
        orphans.value = [event.orphan, ...orphans.value.filter((orphan) => orphan.id !== event.orphan.id)]
      }
    }
  })

  async function markSeen(): Promise<void> {
    const { seenAt: now } = await api.traces.markSeen()
    seenAt.value = now
  }

  const unseen = computed(() => latest.value.filter((trace) => (trace.finishedAt ?? 0) > seenAt.value))
  const jobOfClient = (clientId: number): Trace | undefined =>
    running.value.find((trace) => trace.clientId === clientId)

  return {
    running,
    latest,
    orphans,
    seenAt,
    unseen: computed(() => unseen.value.length),
    /** Whether one of those that nobody has looked at yet has failed. */
    unseenFailed: computed(() => unseen.value.some((trace) => trace.state === 'failed')),
    jobOfClient,
    loading,
    ready,
    failure,
    refresh,
    markSeen
  }
})
