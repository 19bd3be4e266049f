/** Orders as the window keeps them, and the bell, for which all computers of an order are one job. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Trace } from '#shared/contract/rows.ts'
import type { BatchState } from '#shared/domain/commands.ts'
import type { TraceState } from '#shared/domain/states.ts'

const door = vi.hoisted(() => ({
  push: (_event: unknown): void => undefined,
  batches: [] as unknown[],
  running: [] as unknown[],
  seen: 0,
  batch: {} as unknown
}))

vi.mock('../../../src/renderer/api.ts', async () => {
  const { ref } = await import('vue')
  async function* events() {
    const queue: unknown[] = [{ type: 'subscribed', revision: 0 }]
    let wake = (): void => undefined
    door.push = (event) => (queue.push(event), wake())
    for (;;) {
      while (queue.length > 0) yield queue.shift()
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    connection: ref('connected'),
    api: {
      system: { events: async () => events() },
      batches: {
        list: async () => ({ revision: 1, batches: door.batches }),
        get: async () => door.batch
      },
      traces: {
        recent: async () => ({ revision: 1, running: door.running, latest: [], seenAt: 5 }),
        markSeen: async () => ({ seenAt: ++door.seen + 10 }),
        orphans: async () => []
      }
    },
    failureOf: () => null
  }
})
const { useBatches } = await import('../../../src/renderer/stores/batches.ts')
const { useTraces } = await import('../../../src/renderer/stores/traces.ts')
const { useLive } = await import('../../../src/renderer/stores/live.ts')
const { useBatch } = await import('../../../src/renderer/composables/useBatch.ts')

const batch = (number: number, state: BatchState): Batch =>
  ({ id: `batch ${number}`, number, state }) as Batch
const trace = (id: number, state: TraceState, batchId: string | null): Trace =>
  ({ id, state, batchId, clientId: id, finishedAt: null }) as Trace
let revision = 10
const push = (event: object): void => door.push({ ...event, revision: ++revision })

beforeEach(async () => {
  setActivePinia(createPinia())
  door.batches = [batch(3, 'unconfirmed'), batch(2, 'paused'), batch(1, 'done')]
  door.running = []
  void useLive().start()
  const batches = useBatches()
  await vi.waitUntil(() => batches.ready)
})

test('orders stand in the section of their state, and go from one to the next', async () => {
  const batches = useBatches()
  expect(batches.unconfirmed.map(({ number }) => number)).toEqual([3])
  expect(batches.running.map(({ number }) => number)).toEqual([2])
  push({ type: 'batch', batch: batch(4, 'waiting') })
  push({ type: 'batch', batch: batch(3, 'running') })
  push({ type: 'batch-removed', id: 'batch 1' })
  await vi.waitUntil(() => batches.waiting.length === 1)
  expect(batches.running.map(({ number }) => number)).toEqual([3, 2])
  expect(batches.done).toEqual([])
})

test('the bell counts an order once, and what waits for its turn holds nobody', async () => {
  door.running = [trace(1, 'in-progress', 'a'), trace(2, 'pending', 'a'), trace(3, 'pending', null)]
  const traces = useTraces()
  await vi.waitUntil(() => traces.ready)
  expect(traces.running.map(({ id }) => id)).toEqual([1, 3])
  push({ type: 'trace', trace: trace(2, 'in-progress', 'a') })
  await vi.waitUntil(() => traces.jobOfClient(2) !== undefined)
  expect(traces.runningCount).toBe(2)
})

test('the bell tells of an order once it is done, of single jobs beside it, and not of what somebody saw end', async () => {
  const traces = useTraces()
  await vi.waitUntil(() => traces.ready)
  const done = (number: number, finishedAt: number, failed = 0): Batch =>
    ({ ...batch(number, 'done'), finishedAt, counts: { failed } }) as Batch
  const single = { ...trace(900, 'success', null), finishedAt: 9 }
  push({ type: 'trace', trace: single })
  // Hundreds of computers of one order leave the single job where it is.
  for (let id = 1; id <= 300; id += 1)
    push({ type: 'trace', trace: { ...trace(id, 'success', 'batch 8'), finishedAt: 10 } })
  push({ type: 'batch', batch: done(8, 10, 1) })
  push({ type: 'batch', batch: done(7, 10) })
  push({ type: 'batch', batch: done(6, 4) })
  await vi.waitUntil(() => traces.unseen === 3)
  expect(traces.latest).toEqual([single])
  expect(traces.unseenFailed).toBe(true)
  await traces.watch('batch 8')
  expect(traces.unseen).toBe(2)
  expect(traces.unseenFailed).toBe(false)
  expect(traces.seenAt).toBe(5)
  await traces.markSeen()
  push({ type: 'batch', batch: done(9, 20) })
  await vi.waitUntil(() => traces.unseen === 1)
  // There was nothing else to tell: also the next start does not tell of it.
  await traces.watch('batch 9')
  expect(traces.seenAt).toBe(12)
})

test('the page of an order shows the newest of what was pulled and what was told', async () => {
  door.batch = {
    revision: 20,
    batch: { ...batch(7, 'running'), progress: 0.5 },
    traces: [trace(1, 'in-progress', 'batch 7'), trace(2, 'pending', 'batch 7')]
  }
  const scope = effectScope()
  const page = scope.run(() => useBatch(() => 'batch 7'))!
  await vi.waitUntil(() => page.batch.value !== null)
  const tell = (at: number, event: object): void => door.push({ ...event, revision: at })
  tell(19, { type: 'trace', trace: trace(1, 'pending', 'batch 7') })
  tell(21, { type: 'trace', trace: trace(2, 'success', 'batch 7') })
  tell(22, { type: 'trace', trace: trace(3, 'success', 'batch 8') })
  tell(23, { type: 'batch', batch: { ...batch(7, 'running'), progress: 0.75 } })
  await vi.waitUntil(() => page.batch.value?.progress === 0.75)
  expect(page.traces.value.map(({ state }) => state)).toEqual(['in-progress', 'success'])
  scope.stop()
})
