/**
 * Starts the computers of batches when their turn comes: in order, so many at a time, and what is left after a restart.
 * What there is to do is asked of the database each time; only what is being started is remembered here.
 */
import type { Settings } from '#shared/contract/inputs.ts'
import { COMMAND_FACTS, type BatchCommand } from '#shared/domain/commands.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { failure } from '#shared/domain/failures.ts'
import type { Client } from '#shared/contract/rows.ts'
import { isEnded, type ClientState } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { BatchRow, PendingTarget } from '../db/tables/batches.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { ClientStates } from '../inventory/client-states.ts'
import type { DiskReader } from '../inventory/read-disks.ts'
import type { Logger } from '../ports.ts'
import { logFailure, type Storage } from '../storage.ts'
import type { Timings } from '../timings.ts'
import type { Traces } from '../traces/traces.ts'
import { doorFailure, statesForReport, type Doors } from './doors.ts'
import { createMoments } from './moments.ts'
import { showsLife } from './kinds.ts'
import { actionOf } from './table.ts'

/** Milliseconds after which a computer is asked again what it does before it is told to do something. */
const FRESH = 30_000
const HOUR = 3_600_000

/** Computers of a batch that wait for each other: they run together, however many they are. */
const runsTogether = ({ order }: BatchRow): boolean =>
  order.command === 'deploy-image' && order.protocol.kind === 'multicast'

/** Milliseconds after a magic packet in which a computer that comes up has come up because of it, however late. */
const LATE_WAKE = HOUR

/** Builds the dispatcher. */
export function createDispatcher(
  tables: Tables,
  writes: { write: Write; writeSoon: WriteSoon },
  parts: { traces: Traces; clientStates: ClientStates; doors: Doors; disks: DiskReader },
  options: {
    settings: () => Settings
    /** The console starts a batch by itself, whose time has come; inside the write. */
    began: (batchId: string) => void
    /** A batch has ended; after the commit. */
    ended: (batchId: string) => void
    storage: Pick<Storage, 'problem' | 'onRoom'>
    timings: Timings
    log: Logger
    now: () => number
    /** Looks first whether the clock can be believed. */
    looks?: () => void
  }
) {
  const { traces, clientStates, doors, disks } = parts
  const { settings, began, ended, storage, timings, log, now, looks } = options
  const { write, writeSoon } = writes
  /** What is being started, until its call has been answered. */
  const starting = new Map<number, { command: BatchCommand; clientId: number | null }>()
  /** When the command was last started, on the clock that nobody sets. */
  const lastStart = new Map<BatchCommand, number>()
  /** When a batch was last seen to run. Not in the database: while the console is closed, nothing runs. */
  const served = new Map<string, number>()
  /** On the clock that nobody sets: until then no computer is called. */
  let heldUntil = 0
  let waitsForReports = false
  let scheduled = false
  let stopped = true
  let timer: NodeJS.Timeout | undefined
  const pauses = new Set<NodeJS.Timeout>()

  function fail(id: number, cause: Failure, changes: Changes): void {
    const trace = tables.traces.get(id)
    if (trace) traces.fail(trace, cause, changes)
  }
  const freeSlots = (command: BatchCommand): number => {
    const limit = settings().commands[command]?.concurrency ?? COMMAND_FACTS[command].concurrency
    const underWay = [...starting.values()].filter((one) => one.command === command).length
    return limit - tables.batches.working(command) - underWay
  }

  /**
   * Whether it is so long ago that a dangerous batch was to run that somebody has to say whether it still may. What has
   * begun and goes on takes as long as it takes; not what was paused, or left behind by a console that was closed. What
   * waits for reports waits computer by computer: it never goes on by itself.
   */
  function isStale(batch: BatchRow): boolean {
    if (COMMAND_FACTS[batch.command].danger === 'none') return false
    const since = now() - settings().queueLimitHours * HOUR
    const at = batch.moment === 'at' ? (batch.at ?? 0) : 0
    if (Math.max(batch.createdAt, at, batch.confirmedAt ?? 0) >= since) return false
    if (batch.moment === 'next-report' || batch.startedAt === null) return true
    return (served.get(batch.id) ?? tables.batches.lastWork(batch.id)) < since
  }

  function pumpSoon(): void {
    if (scheduled || stopped) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      quietly(pump)
    })
  }

  /** A batch that has nothing left is done. Inside a write. */
  function finish(batchId: string, changes: Changes, tell: boolean): void {
    tables.batches.update(batchId, { state: 'done', finishedAt: now() })
    served.delete(batchId)
    changes.batch(batchId)
    if (tell) changes.after(() => ended(batchId))
  }

  function begin({ id, startedAt }: BatchRow, changes: Changes): void {
    tables.batches.update(id, { state: 'running', startedAt: startedAt ?? now() })
    began(id)
    changes.batch(id)
  }

  const moments = createMoments(tables, write, { isStale, begin }, now)

  /** What stands in the way now. Null: nothing; undefined: it waits on. */
  async function obstacle(batch: BatchRow, clientId: number): Promise<Failure | null | undefined> {
    let client = tables.clients.get(clientId)
    if (!client) return failure('not-found')
    const age = now() - Math.max(client.stateCheckedAt ?? 0, client.reportedAt ?? 0)
    // One that is off is woken without asking it first; what is not known, however lately, is asked.
    const matters = batch.command !== 'power-on' || showsLife(client.state)
    // What was seen later than now was seen by another clock.
    const fresh = age >= 0 && age <= FRESH
    if ((!fresh || client.state === 'unknown') && matters) client = await clientStates.ask(clientId)
    const lasting = doors.lastingObstacle(batch.order, client)
    if (lasting) return lasting
    const closed = doorFailure(batch.command, client)
    return closed && batch.moment === 'next-report' ? undefined : closed
  }

  /** Whether a trace may still be started: somebody may have stopped its batch while its computer was asked. */
  function mayStart(traceId: number, batchId: string): boolean {
    const state = tables.batches.row(batchId)?.state
    return (state === 'running' || state === 'waiting') && tables.traces.waits(traceId)
  }

  async function start({ traceId, clientId }: PendingTarget, batch: BatchRow): Promise<void> {
    let problem = clientId === null ? failure('not-found') : await obstacle(batch, clientId)
    if (problem === null && clientId !== null && actionOf(batch.command).readsDisks) {
      if (stopped || !mayStart(traceId, batch.id)) return
      const unread = await disks.read(clientId, traceId)
      if (unread) {
        // A fact, whatever has become of the batch meanwhile.
        if (!stopped && tables.traces.waits(traceId))
          await writeSoon((changes) => fail(traceId, unread, changes))
        return
      }
      problem = await obstacle(batch, clientId)
    }
    if (stopped || problem === undefined || !mayStart(traceId, batch.id)) return
    if (problem) await writeSoon((changes) => fail(traceId, problem, changes))
    else {
      if (tables.batches.row(batch.id)?.startedAt === null) write((changes) => begin(batch, changes))
      await traces.launch(traceId)
    }
  }

  function launch(target: PendingTarget, batch: BatchRow): void {
    starting.set(target.traceId, { command: batch.command, clientId: target.clientId })
    lastStart.set(batch.command, performance.now())
    start(target, batch)
      .catch((error: unknown) => log.error({ trace: target.traceId, error: String(error) }, 'launch failed'))
      .finally(() => {
        starting.delete(target.traceId)
        pumpSoon()
      })
  }

  /** Milliseconds until the command may be started again. */
  function pauseOf(command: BatchCommand): number {
    const stagger = settings().commands[command]?.stagger ?? COMMAND_FACTS[command].stagger
    const last = lastStart.get(command)
    return stagger === 0 || last === undefined ? 0 : Math.max(0, last + stagger - performance.now())
  }

  function pumpAfter(milliseconds: number): void {
    const pause = setTimeout(() => {
      pauses.delete(pause)
      pumpSoon()
    }, milliseconds)
    pauses.add(pause)
  }

  function startable(batch: BatchRow, limit: number): PendingTarget[] {
    return batch.moment === 'next-report'
      ? tables.batches.startableInStates(batch.id, statesForReport(batch.command), limit)
      : tables.batches.startable(batch.id, limit)
  }

  /** Starts what it can of one batch. */
  function pumpBatch(batch: BatchRow): void {
    const free = runsTogether(batch) ? Number.MAX_SAFE_INTEGER : freeSlots(batch.command)
    if (free <= 0) return
    const held = new Set([...starting.values()].map(({ clientId }) => clientId))
    const most = free === Number.MAX_SAFE_INTEGER ? -1 : free + starting.size
    const targets = startable(batch, most).filter(
      ({ traceId, clientId }) => !starting.has(traceId) && !(clientId !== null && held.has(clientId))
    )
    for (const target of targets.slice(0, free)) {
      const pause = pauseOf(batch.command)
      if (pause > 0) {
        pumpAfter(pause)
        return
      }
      launch(target, batch)
    }
  }

  /** Work that nobody waits for: what goes wrong is told, and done when it is looked at again. */
  function quietly(work: () => void): void {
    // What could not be written down must not begin.
    if (stopped || storage.problem()) return
    try {
      work()
    } catch (error) {
      logFailure(log, error, 'batches could not be looked after')
    }
  }

  function pump(): void {
    if (performance.now() < heldUntil) return
    looks?.()
    const batches = tables.batches.active()
    waitsForReports = batches.some(({ moment }) => moment === 'next-report')
    for (const batch of batches) {
      if (batch.state === 'waiting' && batch.moment !== 'next-report') continue
      if (!isStale(batch)) {
        served.set(batch.id, now())
        pumpBatch(batch)
      }
      // What runs goes on; only what has not started needs somebody's word.
      else if (tables.batches.hasWaiting(batch.id)) moments.confirmFirst(batch)
    }
  }

  /** Looks whether the time of a batch has come: often, for clocks jump and machines sleep. */
  function look(): void {
    quietly(() => {
      looks?.()
      moments.look()
    })
    pumpSoon()
  }

  /** Ends batches that have lost what they had to do: the console ended in between, or a backup was restored. */
  function tidy(): void {
    served.clear()
    const exhausted = tables.batches.exhausted()
    if (exhausted.length === 0) return
    write((changes) => {
      for (const { id } of exhausted) finish(id, changes, false)
    })
  }

  /** A computer that was woken comes up after it was given up; not where something else has been done with it since. */
  function provedLate(clientId: number, state: ClientState, changes: Changes): void {
    const late = tables.traces.unansweredOfClient(clientId, now() - LATE_WAKE)
    if (late && tables.traces.latestOfClient(clientId)?.id === late.id) traces.proveLate(late, state, changes)
  }

  storage.onRoom(look)

  return {
    pumpSoon,
    tidy,
    isStale,
    /** The clock was set by so much, while no time has gone by. Inside a write. */
    jumped(by: number, changes: Changes): void {
      moments.jumped(by, changes)
      changes.after(() => {
        for (const [id, at] of served) served.set(id, at + by)
      })
    },
    /** This machine has slept: nobody is called before its network is up, or all would seem to be off. */
    awoke(): void {
      heldUntil = performance.now() + timings.networkSettles
      pumpAfter(timings.networkSettles + 1)
    },
    /** A trace has ended, inside its write. */
    traceEnded({ batchId }: TraceRecord, changes: Changes): void {
      if (batchId !== null) {
        changes.batch(batchId)
        // One that took a late result was done before, and has been told.
        const over = tables.batches.row(batchId)?.state === 'done'
        if (!over && !tables.batches.hasUnfinished(batchId)) finish(batchId, changes, true)
      }
      changes.after(pumpSoon)
    },
    /** A computer has shown what it does, inside the write that notes it. */
    stateNoted(client: Pick<Client, 'id' | 'state'>, state: ClientState, changes: Changes): void {
      if (waitsForReports) changes.after(pumpSoon)
      if (!showsLife(state)) return
      const waking = tables.traces.wakingOfClient(client.id)
      if (waking && !isEnded(waking.state)) traces.prove(waking, state, changes)
      else if (!showsLife(client.state)) provedLate(client.id, state, changes)
    },
    /** After the traces have been taken up again. */
    start(): void {
      stopped = false
      tidy()
      for (const { id, command, clientId } of tables.traces.calledOfBatches()) {
        starting.set(id, { command: command as BatchCommand, clientId })
        void traces.launched(id).finally(() => {
          starting.delete(id)
          pumpSoon()
        })
      }
      look()
      timer = setInterval(look, timings.batchInterval)
      timer.unref()
    },
    stop(): void {
      stopped = true
      clearInterval(timer)
      for (const pause of pauses) clearTimeout(pause)
    }
  }
}
export type Dispatcher = ReturnType<typeof createDispatcher>
