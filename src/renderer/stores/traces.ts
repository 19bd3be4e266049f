import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { OrphanWebhook, Trace } from '#shared/contract/rows.ts'
import { fairShare } from '#shared/domain/fair-share.ts'
import { isEnded } from '#shared/domain/states.ts'
import { KEPT_ORPHANS } from '#shared/domain/trust.ts'
import { api } from '../api.ts'
import { coalesce } from '../composables/coalesce.ts'
import { useBatches } from './batches.ts'
import { useLive } from './live.ts'

/** Whether a trace only waits for its turn in a batch: it holds nobody yet. */
const queued = ({ state, batchId }: Trace): boolean => state === 'pending' && batchId !== null
/** All computers of a batch count as one. */
const counted = (traces: readonly Trace[]): number =>
  new Set(traces.map(({ id, batchId }) => batchId ?? id)).size

/** Single jobs that have ended, as many as the bell keeps; the rest is on the page of traces. */
const LATEST = 50

export const useTraces = defineStore('traces', () => {
  const live = useLive()
  const running = shallowRef<Trace[]>([])
  const latest = shallowRef<Trace[]>([])
  const orphans = shallowRef<OrphanWebhook[]>([])
  const seenAt = ref(0)
  const batches = useBatches()
  /** Batches that ended before somebody's eyes. */
  const watched = shallowReactive(new Set<string>())

  /** Traces that have changed and are not drawn yet: a classroom's jobs report their progress all at once. */
  const arrived = new Map<number, Trace>()
  /** Puts the traces where their states belong, also when a late result changes one that had ended. */
  const drawSoon = coalesce(() => {
    const others = (traces: Trace[]) => traces.filter((other) => !arrived.has(other.id))
    const news = [...arrived.values()]
    running.value = [
      ...news.filter((trace) => !isEnded(trace.state) && !queued(trace)),
      ...others(running.value)
    ].sort((a, b) => b.id - a.id)
    const ended = news.filter(({ state, batchId }) => isEnded(state) && batchId === null)
    latest.value = [...ended, ...others(latest.value)]
      .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || b.id - a.id)
      .slice(0, LATEST)
    arrived.clear()
  })

  const { loading, ready, failure, refresh } = live.feed({
    async pull() {
      const [recent, unknown] = await Promise.all([api.traces.recent(), api.traces.orphans()])
      return { ...recent, orphans: unknown }
    },
    apply(snapshot) {
      arrived.clear()
      running.value = snapshot.running.filter((trace) => !queued(trace))
      latest.value = snapshot.latest
      orphans.value = snapshot.orphans
      seenAt.value = snapshot.seenAt
    },
    handle(event) {
      if (event.type === 'trace') {
        arrived.set(event.trace.id, event.trace)
        drawSoon()
      } else if (event.type === 'orphan') {
        const others = orphans.value.filter((orphan) => orphan.id !== event.orphan.id)
        orphans.value = fairShare([event.orphan, ...others], KEPT_ORPHANS)
      }
    }
  })

  async function markSeen(): Promise<void> {
    const { seenAt: now } = await api.traces.markSeen()
    seenAt.value = now
  }

  const isNew = ({ finishedAt }: { finishedAt: number | null }): boolean => (finishedAt ?? 0) > seenAt.value
  const unseenTraces = computed(() => latest.value.filter(isNew))
  const unseenBatches = computed(() => batches.done.filter((batch) => isNew(batch) && !watched.has(batch.id)))
  const unseen = computed(() => unseenTraces.value.length + unseenBatches.value.length)

  /** Somebody has seen a batch end: where there is nothing else to look at, the bell has nothing to tell. */
  async function watch(batchId: string): Promise<void> {
    watched.add(batchId)
    if (ready.value && batches.ready && unseen.value === 0) await markSeen()
  }
  const jobOfClient = (clientId: number): Trace | undefined =>
    running.value.find((trace) => trace.clientId === clientId)

  return {
    running,
    latest,
    orphans,
    seenAt,
    /** Jobs that run, a batch counted once. */
    runningCount: computed(() => counted(running.value)),
    /** What has ended and nobody has looked at yet, a batch counted once. */
    unseen,
    /** Whether one of those has failed. */
    unseenFailed: computed(
      () =>
        unseenTraces.value.some(({ state }) => state === 'failed') ||
        unseenBatches.value.some(({ counts }) => counts.failed > 0)
    ),
    jobOfClient,
    loading,
    ready,
    failure,
    refresh,
    markSeen,
    watch
  }
})
