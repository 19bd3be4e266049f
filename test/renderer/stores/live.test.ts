/** Live, not polled: subscribe first, pull then, drop what the snapshot already holds. */
import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import type { ConsoleEvent } from '#shared/contract/events.ts'

const door = vi.hoisted(() => ({ streams: [] as { push(event: unknown): void; end(): void }[] }))

vi.mock('../../../src/renderer/api.ts', async () => {
  const { ref } = await import('vue')
  async function* events() {
    const queue: unknown[] = []
    let wake = () => {}
    let ended = false
    door.streams.push({
      push: (event) => (queue.push(event), wake()),
      end: () => ((ended = true), wake())
    })
    while (!ended || queue.length > 0) {
      while (queue.length > 0) yield queue.shift()
      if (!ended) await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    connection: ref('connected'),
    api: { system: { events: async () => events() } },
    failureOf: (error: Error) => ({ code: 'unexpected', params: {}, detail: error.message })
  }
})
const { useLive } = await import('../../../src/renderer/stores/live.ts')

const event = (revision: number): ConsoleEvent => ({ type: 'inventory', revision })
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await nextTick()
}

/** A started store with one feed whose pulls are answered by hand. */
async function follow() {
  door.streams.length = 0
  setActivePinia(createPinia())
  const live = useLive()
  const pulls: { answer(revision: number): void; fail(): void }[] = []
  const seen: string[] = []
  const feed = live.feed({
    pull: () =>
      new Promise<{ revision: number }>((resolve, reject) => {
        pulls.push({
          answer: (revision) => resolve({ revision }),
          fail: () => reject(new Error('no'))
        })
      }),
    apply: ({ revision }) => seen.push(`snapshot ${revision}`),
    handle: ({ revision }) => seen.push(`event ${revision}`)
  })
  void live.start()
  await settle()
  return { feed, pulls, seen, stream: () => door.streams.at(-1)! }
}

test('nothing is pulled before the subscription stands', async () => {
  const { pulls, stream } = await follow()
  expect(pulls).toHaveLength(0)
  stream().push({ type: 'subscribed', revision: 4 })
  await settle()
  expect(pulls).toHaveLength(1)
})

test('events that come during a pull wait for it; those that the snapshot holds are dropped', async () => {
  const { feed, pulls, seen, stream } = await follow()
  stream().push({ type: 'subscribed', revision: 4 })
  for (const revision of [5, 6, 7]) stream().push(event(revision))
  await settle()
  expect(seen).toEqual([])
  pulls[0]!.answer(6)
  await settle()
  expect(seen).toEqual(['snapshot 6', 'event 7'])
  expect([feed.ready.value, feed.loading.value]).toEqual([true, false])
})

test('an event as old as the snapshot is dropped later too', async () => {
  const { pulls, seen, stream } = await follow()
  stream().push({ type: 'subscribed', revision: 4 })
  await settle()
  pulls[0]!.answer(6)
  await settle()
  for (const revision of [6, 8]) stream().push(event(revision))
  await settle()
  expect(seen).toEqual(['snapshot 6', 'event 8'])
})

test('a failed pull is shown and can be tried again', async () => {
  const { feed, pulls, seen, stream } = await follow()
  stream().push({ type: 'subscribed', revision: 4 })
  await settle()
  pulls[0]!.fail()
  await settle()
  expect(feed.failure.value).toMatchObject({ code: 'unexpected', detail: 'no' })
  void feed.refresh()
  await settle()
  pulls[1]!.answer(5)
  await settle()
  expect([feed.failure.value, feed.ready.value, seen]).toEqual([null, true, ['snapshot 5']])
})

test('when the stream ends, another is opened and everything is pulled again', async () => {
  vi.useFakeTimers()
  try {
    const { pulls, stream } = await follow()
    stream().push({ type: 'subscribed', revision: 4 })
    await settle()
    pulls[0]!.answer(4)
    stream().end()
    await settle()
    await vi.advanceTimersByTimeAsync(1500)
    await settle()
    expect(door.streams).toHaveLength(2)
    stream().push({ type: 'subscribed', revision: 9 })
    await settle()
    expect(pulls).toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})

test('the answer of a pull that another has overtaken is not applied', async () => {
  const { feed, pulls, seen, stream } = await follow()
  stream().push({ type: 'subscribed', revision: 4 })
  await settle()
  void feed.refresh()
  await settle()
  pulls[1]!.answer(8)
  pulls[0]!.answer(4)
  await settle()
  expect(seen).toEqual(['snapshot 8'])
})

test('another database in place of this one is pulled at once', async () => {
  const { pulls, seen, stream } = await follow()
  stream().push({ type: 'subscribed', revision: 0 })
  await settle()
  pulls[0]!.answer(3)
  await settle()
  stream().push({ type: 'restored', revision: 4 })
  await settle()
  expect(pulls).toHaveLength(2)
  pulls[1]!.answer(4)
  await settle()
  expect(seen).toEqual(['snapshot 3', 'event 4', 'snapshot 4'])
})
