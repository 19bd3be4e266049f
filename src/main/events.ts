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
  /** A batch; the change of one of its traces is one of its own. */
  batch(id: string): void
  image(id: string): void
  client(id: number): void
  /** The partition table of a client. */
  partitions(clientId: number): void
  /** An inventory of a client has come. */
  inventoryTaken(clientId: number): void
  /** Which images lie on a client's partitions. */
  deployed(clientId: number): void
  /** A discovered computer; one that is no longer there is told to have left. */
  discovered(id: number): void
  repository(id: number): void
  orphan(orphan: OrphanWebhook): void
  /** So much that the snapshot is better pulled again. */
  inventory(): void
  smartGroups(): void
  /** The library of scripts. */
  scripts(): void
  /** Runs after the commit, once the events are out; not at all after a roll-back. */
  after(action: () => void): void
}

/** Runs a piece of work in one transaction; then, and only then, tells what it changed. */
export type Write = <T>(work: (changes: Changes) => T) => T

/**
 * Runs a piece of work for each input, all in one transaction: one wait for the disk for all of them. One that throws is
 * undone alone. @throws where the transaction itself fails; then nothing of any was kept.
 */
export type WriteEach = <I, O>(inputs: readonly I[], work: (input: I, changes: Changes) => O) => Settled<O>[]
type Settled<O> = { readonly ok: true; readonly value: O } | { readonly ok: false; readonly error: unknown }

/** What one piece of work changed. */
interface Noted {
  readonly traces: Set<number>
  readonly batches: Set<string>
  readonly images: Set<string>
  readonly clients: Set<number>
  readonly partitions: Set<number>
  readonly inventoriesTaken: Set<number>
  readonly deployed: Set<number>
  readonly discovered: Set<number>
  readonly repositories: Set<number>
  readonly orphans: OrphanWebhook[]
  readonly actions: (() => void)[]
  inventory: boolean
  smartGroups: boolean
  scripts: boolean
}

const nothing = (): Noted => ({
  traces: new Set(),
  batches: new Set(),
  images: new Set(),
  clients: new Set(),
  partitions: new Set(),
  inventoriesTaken: new Set(),
  deployed: new Set(),
  discovered: new Set(),
  repositories: new Set(),
  orphans: [],
  actions: [],
  inventory: false,
  smartGroups: false,
  scripts: false
})

const noting = (noted: Noted): Changes => ({
  trace: (id) => void noted.traces.add(id),
  batch: (id) => void noted.batches.add(id),
  image: (id) => void noted.images.add(id),
  client: (id) => void noted.clients.add(id),
  partitions: (clientId) => void noted.partitions.add(clientId),
  inventoryTaken: (clientId) => void noted.inventoriesTaken.add(clientId),
  deployed: (clientId) => void noted.deployed.add(clientId),
  discovered: (id) => void noted.discovered.add(id),
  repository: (id) => void noted.repositories.add(id),
  orphan: (orphan) => void noted.orphans.push(orphan),
  inventory: () => (noted.inventory = true),
  smartGroups: () => (noted.smartGroups = true),
  scripts: () => (noted.scripts = true),
  after: (action) => void noted.actions.push(action)
})

function merge(into: Noted, from: Noted): void {
  for (const id of from.traces) into.traces.add(id)
  for (const id of from.batches) into.batches.add(id)
  for (const id of from.images) into.images.add(id)
  for (const id of from.clients) into.clients.add(id)
  for (const id of from.partitions) into.partitions.add(id)
  for (const id of from.inventoriesTaken) into.inventoriesTaken.add(id)
  for (const id of from.deployed) into.deployed.add(id)
  for (const id of from.discovered) into.discovered.add(id)
  for (const id of from.repositories) into.repositories.add(id)
  into.orphans.push(...from.orphans)
  into.actions.push(...from.actions)
  into.inventory ||= from.inventory
  into.smartGroups ||= from.smartGroups
  into.scripts ||= from.scripts
}

/** Builds the only ways to write. */
export function createWrites(
  database: Pick<Database, 'transaction' | 'inTransaction'>,
  tables: Tables,
  bus: EventBus,
  /** Told of each batch that has changed; it is for it to tell the windows, and not each time. */
  batchChanged: (id: string) => void = () => {}
): { write: Write; writeEach: WriteEach } {
  /** Reads each changed row once, as it now is, and tells it. */
  function tell(noted: Noted): void {
    const { traces, batches, images, clients, partitions, discovered, repositories, orphans, actions } = noted
    const { inventory, smartGroups } = noted
    for (const id of clients) {
      const client = tables.clients.get(id)
      if (client) bus.publish({ type: 'client', client, systems: tables.partitions.systemsOf(id) })
    }
    for (const clientId of partitions) bus.publish({ type: 'partitions', clientId })
    for (const clientId of noted.inventoriesTaken) bus.publish({ type: 'inventory-taken', clientId })
    for (const clientId of noted.deployed) bus.publish({ type: 'deployed', clientId })
    for (const id of discovered) {
      bus.publish({ type: 'discovered', id, computer: tables.discovered.get(id) ?? null })
    }
    for (const id of repositories) {
      const repository = tables.repositories.get(id)
      if (repository) bus.publish({ type: 'repository', repository })
    }
    for (const id of images) {
      const image = tables.images.get(id)
      bus.publish(image ? { type: 'image', image } : { type: 'image-removed', id })
    }
    for (const id of traces) {
      const trace = tables.traces.get(id)
      if (!trace) continue
      bus.publish({ type: 'trace', trace: toTrace(trace) })
      if (trace.batchId !== null) batches.add(trace.batchId)
    }
    for (const id of batches) batchChanged(id)
    for (const orphan of orphans) bus.publish({ type: 'orphan', orphan })
    if (inventory) bus.publish({ type: 'inventory' })
    if (smartGroups) bus.publish({ type: 'smart-groups' })
    if (noted.scripts) bus.publish({ type: 'scripts' })
    for (const action of actions) action()
  }

  return {
    write(work) {
      const noted = nothing()
      const result = database.transaction(() => work(noting(noted)))
      tell(noted)
      return result
    },
    writeEach<I, O>(inputs: readonly I[], work: (input: I, changes: Changes) => O): Settled<O>[] {
      const all = nothing()
      const results = database.transaction(() =>
        inputs.map((input): Settled<O> => {
          const noted = nothing()
          try {
            // Inside a transaction this one is a savepoint.
            const value = database.transaction(() => work(input, noting(noted)))
            merge(all, noted)
            return { ok: true, value }
          } catch (error) {
            // A full disk has undone what came before it as well, and what follows would be in no transaction.
            if (!database.inTransaction()) throw error
            return { ok: false, error }
          }
        })
      )
      tell(all)
      return results
    }
  }
}
