/**
 * Live, not polled: subscribe first, pull the snapshot then, and drop events that the snapshot already holds. A store
 * hands over how to pull, to apply and to handle; this one knows when.
 */
import { defineStore } from 'pinia'
import { readonly, ref, watch, type Ref } from 'vue'
import type { ConsoleEvent } from '#shared/contract/events.ts'
import { api, connection, failureOf, type ShownFailure } from '../api.ts'

interface FeedOptions<Snapshot extends { revision: number }> {
  pull(): Promise<Snapshot>
  apply(snapshot: Snapshot): void
  handle(event: ConsoleEvent): void
}

export interface Feed {
  /** True until the first snapshot is there, and while another is on its way. */
  readonly loading: Readonly<Ref<boolean>>
  readonly ready: Readonly<Ref<boolean>>
  readonly failure: Readonly<Ref<ShownFailure | null>>
  /** Pulls the snapshot again. */
  refresh(): Promise<void>
}

type Handler = (event: ConsoleEvent) => void
const RETRY_AFTER = 1000

function connected(): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(
      connection,
      (state) => {
        if (state !== 'connected') return
        resolve()
        queueMicrotask(() => stop())
      },
      { immediate: true }
    )
  })
}

export const useLive = defineStore('live', () => {
  const subscribed = ref(false)
  const handlers = new Set<Handler>()
  const resubscribed = new Set<() => void>()
  let started = false

  /** Calls the handler with every event from now on; returns how to stop. */
  function onEvent(handler: Handler): () => void {
    handlers.add(handler)
    return () => handlers.delete(handler)
  }

  /** Calls back after every (re)subscription and after a restore, at once where there is one already; returns how to stop. */
  function onSubscribed(callback: () => void): () => void {
    resubscribed.add(callback)
    if (subscribed.value) callback()
    return () => resubscribed.delete(callback)
  }

  async function follow(): Promise<void> {
    for await (const event of await api.system.events()) {
      if (event.type === 'subscribed') subscribed.value = true
      else for (const handler of handlers) handler(event)
      // Another database: whatever was pulled is of the old one, as after a subscription that was lost.
      if (event.type === 'subscribed' || event.type === 'restored')
        for (const callback of resubscribed) callback()
    }
  }

  /** Follows the console's events for as long as the window is open. */
  async function start(): Promise<void> {
    if (started) return
    started = true
    for (;;) {
      await connected()
      // However the stream ends, by an error or not, what it would have said is missing: begin again.
      await follow().catch(() => undefined)
      subscribed.value = false
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
    }
  }

  function feed<Snapshot extends { revision: number }>(options: FeedOptions<Snapshot>): Feed {
    const loading = ref(true)
    const ready = ref(false)
    const failure = ref<ShownFailure | null>(null)
    let since = 0
    let run = 0
    /** Events that came while a snapshot was on its way; null: none is. */
    let held: ConsoleEvent[] | null = null

    async function refresh(): Promise<void> {
      const mine = ++run
      held = []
      loading.value = true
      try {
        const snapshot = await options.pull()
        if (mine !== run) return
        options.apply(snapshot)
        since = snapshot.revision
        ready.value = true
        failure.value = null
        const waiting = held
        held = null
        waiting.forEach(take)
      } catch (error) {
        if (mine !== run) return
        held = null
        failure.value = failureOf(error)
      }
      loading.value = false
    }

    function take(event: ConsoleEvent): void {
      if (held) held.push(event)
      else if (ready.value && event.revision > since) options.handle(event)
    }

    onEvent(take)
    onSubscribed(() => void refresh())
    return { loading: readonly(loading), ready: readonly(ready), failure: readonly(failure), refresh }
  }

  return { subscribed: readonly(subscribed), onEvent, onSubscribed, feed, start }
})
