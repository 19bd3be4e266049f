/** Live changes: what is written is told, after it is on disk. */
import { EventPublisher } from '@orpc/server'
import type { ConsoleEvent } from '#shared/contract/events.ts'
import type { OrphanWebhook } from '#shared/contract/rows.ts'
import type { Database } from './db/open.ts'
import { toTrace } from './db/tables/traces.ts'
import type { Tables } from './db/tables.ts'

type WithoutRevision<T> = T extends unknown ? Omit<T, 'revision'> : never
export type NewEvent = WithoutRevision<Exclude<ConsoleEvent, { type: 'subscribed' }>>

/** A window that does not read for this many events is beyond help; before that nothing is dropped. */
const MAX_BUFFERED = 100_000

/** Counts the changes of this run and hands them to whoever listens. */
export function createEventBus() {
  const publisher = new EventPublisher<{ event: ConsoleEvent }>({ maxBufferedEvents: MAX_BUFFERED })
  let revision = 0
  return {
    /** The revision of the latest change; a snapshot read now holds all changes up to it. */
    revision: () => revision,
    publish(event: NewEvent): void {
      publisher.publish('event', { ...event, revision: ++revision })
    },
    /** Everything from now on. The first event says that the subscription stands. */
    async *subscribe(signal: AbortSignal | undefined): AsyncGenerator<ConsoleEvent> {
      const events = publisher.subscribe('event', signal && { signal })
      yield { type: 'subscribed', revision }
      yield* events
    }
  }
}
export type EventBus = ReturnType<typeof createEventBus>

/** Notes, inside a write, what it changed. */
export interface Changes {
  trace(id: number): void
  image(id: string): void
  client(id: number): void
  repository(id: number): void
  orphan(orphan: OrphanWebhook): void
  /** So much that the snapshot is better pulled again. */
  inventory(): void
  /** Runs after the commit, once the events are out; not at all after a roll-back. */
  after(action: () => void): void
}

/** Runs a piece of work in one transaction; then, and only then, tells what it changed. */
export type Write = <T>(work: (changes: Changes) => T) => T

/** Builds the only way to write. */
export function createWrite(database: Database, tables: Tables, bus: EventBus): Write {
  return (work) => {
    const traces = new Set<number>()
    const images = new Set<string>()
    const clients = new Set<number>()
    const repositories = new Set<number>()
    const orphans: OrphanWebhook[] = []
    const actions: (() => void)[] = []
    let whole = false
    const result = database.transaction(() =>
      work({
        trace: (id) => void traces.add(id),
        image: (id) => void images.add(id),
        client: (id) => void clients.add(id),
        repository: (id) => void repositories.add(id),
        orphan: (orphan) => void orphans.push(orphan),
        inventory: () => (whole = true),
        after: (action) => void actions.push(action)
      })
    )
    for (const id of clients) {
      const client = tables.clients.get(id)
      if (client) bus.publish({ type: 'client', client })
    }
    for (const id of repositories) {
      const repository = tables.repositories.get(id)
      if (repository) bus.publish({ type: 'repository', repository })
    }
    for (const id of images) {
      const image = tables.images.get(id)
      if (image) bus.publish({ type: 'image', image })
    }
    for (const id of traces) {
      const trace = tables.traces.get(id)
      if (trace) bus.publish({ type: 'trace', trace: toTrace(trace) })
    }
    for (const orphan of orphans) bus.publish({ type: 'orphan', orphan })
    if (whole) bus.publish({ type: 'inventory' })
    for (const action of actions) action()
    return result
  }
}
