/** Commands for many computers: given, paused, cancelled, tried again. */
import { v7 as uuidv7 } from 'uuid'
import type { Batch } from '#shared/contract/batch-rows.ts'
import type { Target } from '#shared/contract/commands.ts'
import type { Moment, Order } from '#shared/contract/orders.ts'
import type { Trace } from '#shared/contract/rows.ts'
import { isEnded } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { BatchRow } from '../db/tables/batches.ts'
import { toTrace } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { ClientStates } from '../inventory/client-states.ts'
import type { Traces } from '../traces/traces.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { Doors } from './doors.ts'
import { engineBody, systemBody } from './table.ts'
import { inAnyOrder } from './in-any-order.ts'

/** Agents that one check asks at the same time; the rest of the console asks some, too. */
const CHECKED_AT_ONCE = 32

/** The order for fewer computers than it was written for. */
function orderFor(order: Order, clientIds: ReadonlySet<number>): Order {
  if (order.command !== 'deploy-image') return order
  const places = order.places
    .map((place) => ({ ...place, clientIds: place.clientIds.filter((id) => clientIds.has(id)) }))
    .filter((place) => place.clientIds.length > 0)
  const { protocol } = order
  // Nobody waits for computers that do not take part.
  const clients = protocol.kind === 'multicast' ? Math.min(protocol.clients, clientIds.size) : 0
  return {
    ...order,
    places,
    protocol: protocol.kind === 'multicast' ? { ...protocol, clients } : protocol
  }
}

/** Builds the service. */
export function createBatches(
  tables: Tables,
  write: Write,
  parts: { clientStates: ClientStates; doors: Doors; traces: Traces; dispatcher: Dispatcher },
  now: () => number
) {
  const { clientStates, doors, traces, dispatcher } = parts

  const rowOf = (id: string): BatchRow => {
    const row = tables.batches.row(id)
    if (!row) throw fail('not-found')
    return row
  }
  const batchOf = (id: string): Batch => tables.batches.get(rowOf(id).id)!

  /** What is sent, where it can be fixed now. */
  function inputsOf(order: Order): (clientId: number) => Record<string, string> | null {
    const image = order.command === 'deploy-image' ? tables.images.get(order.imageId) : undefined
    if (order.command === 'deploy-image' && !image) throw fail('not-found')
    const repository = image && tables.repositories.get(image.repositoryId)
    const named = { image: image ?? null, repository: repository ?? null }
    return (clientId) => engineBody(order, { clientId, ...named }) ?? systemBody(order)
  }

  /** Writes a batch and its traces, inside a write. */
  function add(
    clientIds: readonly number[],
    batch: Pick<BatchRow, 'order' | 'target' | 'retryOf'>,
    moment: Moment,
    changes: Changes
  ): string {
    const order = orderFor(batch.order, new Set(clientIds))
    const { command } = order
    const inputOf = inputsOf(order)
    const id = uuidv7()
    const imageId = order.command === 'deploy-image' ? order.imageId : null
    tables.batches.insert({
      ...batch,
      ...timed(moment),
      id,
      order,
      command,
      createdAt: now(),
      startedAt: moment.kind === 'now' ? now() : null
    })
    const repositoryId = imageId === null ? null : (tables.images.get(imageId)?.repositoryId ?? null)
    for (const clientId of clientIds) {
      const input = inputOf(clientId)
      traces.add(
        {
          command,
          clientId,
          repositoryId,
          imageId,
          batchId: id,
          ...(input && { input: JSON.stringify(input) })
        },
        changes
      )
    }
    changed(id, changes)
    return id
  }

  const timed = (moment: Moment) => ({
    state: moment.kind === 'now' ? ('running' as const) : ('waiting' as const),
    moment: moment.kind,
    at: moment.kind === 'at' ? moment.at : null
  })

  function changed(id: string, changes: Changes): void {
    changes.batch(id)
    changes.after(dispatcher.pumpSoon)
  }

  /** Changes a batch that is not done. */
  function change(id: string, work: (row: BatchRow, changes: Changes) => void): Batch {
    write((changes) => {
      const row = rowOf(id)
      if (row.state === 'done') throw fail('batch-ended')
      work(row, changes)
      changed(id, changes)
    })
    return batchOf(id)
  }

  const chosen = (ids: readonly number[] | undefined) => (trace: Trace) =>
    ids === undefined || ids.includes(trace.id)

  return {
    /** Who could take part, by what is known. */
    targets: (order: Order, clientIds: readonly number[], moment: Moment): Target[] =>
      [...new Set(clientIds)].map((id) => doors.target(order, id, moment.kind)),

    /** Asks each computer first; yields each as its answer comes. */
    check: (
      order: Order,
      clientIds: readonly number[],
      moment: Moment,
      signal: AbortSignal | undefined
    ): AsyncGenerator<Target> =>
      inAnyOrder(
        [...new Set(clientIds)],
        CHECKED_AT_ONCE,
        async (id) => {
          // One that is gone meanwhile is told as such.
          await clientStates.ask(id).catch(() => undefined)
          return doors.target(order, id, moment.kind)
        },
        signal
      ),

    /** @throws FailureError no-targets where nobody can take part. */
    run(order: Order, clientIds: readonly number[], moment: Moment, target: string): Batch {
      const id = write((changes) => {
        const able = [...new Set(clientIds)].filter(
          (clientId) => doors.target(order, clientId, moment.kind).obstacle === null
        )
        if (able.length === 0) throw fail('no-targets')
        return add(able, { order, target, retryOf: null }, moment, changes)
      })
      return batchOf(id)
    },

    list: (): Batch[] => tables.batches.list(),
    get: (id: string): { batch: Batch; traces: Trace[] } => ({
      batch: batchOf(id),
      traces: tables.traces.ofBatch(id).map(toTrace)
    }),

    /** Starts no more of its computers. */
    pause: (id: string): Batch => change(id, () => tables.batches.update(id, { state: 'paused' })),

    /** Goes on with one that was paused. A dangerous one that is too old asks first: it is `unconfirmed` then. */
    resume: (id: string): Batch =>
      change(id, (row) => {
        if (row.state !== 'paused') return
        if (dispatcher.isStale(row)) {
          tables.batches.update(id, { state: 'unconfirmed' })
          return
        }
        const waits =
          (row.moment === 'next-report' && row.startedAt === null) ||
          (row.moment === 'at' && (row.at ?? 0) > now())
        tables.batches.update(id, { state: waits ? 'waiting' : 'running' })
      }),

    /** Cancels what has not been called yet: all of it, or these traces. */
    cancel: (id: string, traceIds?: readonly number[]): Batch =>
      change(id, (_row, changes) => {
        for (const trace of tables.traces.ofBatch(id)) {
          if (trace.state === 'pending' && trace.calledAt === null && chosen(traceIds)(trace))
            traces.cancel(trace, changes)
        }
      }),

    /** A new batch for those that failed or were cancelled; each is looked at again when its turn comes. */
    retry(id: string, traceIds?: readonly number[]): Batch {
      const made = write((changes) => {
        const { order, target } = rowOf(id)
        const again = tables.traces
          .ofBatch(id)
          .filter(({ state }) => isEnded(state) && state !== 'success')
          .filter(chosen(traceIds))
        const clientIds = again.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]))
        if (clientIds.length === 0) throw fail('no-targets')
        return add([...new Set(clientIds)], { order, target, retryOf: id }, { kind: 'now' }, changes)
      })
      return batchOf(made)
    },

    /** Runs one at once or at another time; says of one that is `unconfirmed` that it may. */
    reschedule: (id: string, moment: Moment): Batch =>
      change(id, (row) =>
        tables.batches.update(id, {
          ...timed(moment),
          confirmedAt: now(),
          ...(moment.kind === 'now' && row.startedAt === null && { startedAt: now() })
        })
      ),

    /** Forgets one that is done; its traces stay. */
    remove(id: string): void {
      write((changes) => {
        if (rowOf(id).state !== 'done') throw fail('batch-running')
        tables.batches.remove(id)
        changes.batch(id)
      })
    }
  }
}
export type Batches = ReturnType<typeof createBatches>
