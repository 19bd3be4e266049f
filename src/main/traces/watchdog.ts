/** Jobs that are silent: after a restart, and past their deadline. */
import { isEnded } from '#shared/domain/states.ts'
import { KEPT_ORPHANS } from '#shared/domain/trust.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import type { Logger } from '../ports.ts'
import { logFailure } from '../storage.ts'
import type { Timings } from '../timings.ts'
import type { Endings } from './ending.ts'
import type { Launcher } from './launch.ts'
import type { Matching, ReadNews } from './matching.ts'

/** What a peer is told to be that may still work on a job of ours: a computer in ogLive that has one, a repository. */
const ANSWERS = new Set(['busy', 'answers'])

/** Builds what looks after silent jobs. */
export function createWatchdog(
  tables: Tables,
  write: Write,
  parts: { endings: Endings; matching: Matching; launcher: Launcher; readNews: ReadNews },
  options: { timings: Timings; log: Logger; now: () => number; looks?: () => void }
) {
  const { endings, matching, launcher, readNews } = parts
  const { timings, log, now, looks } = options
  const asking = new Set<number>()
  const lastAsked = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined
  let settling: NodeJS.Timeout | undefined

  /**
   * Whether a silent job has some more time, once: its peer answers, and may be at work on it.
   * Inside a write.
   */
  function keep({ id, jobId }: TraceRecord, state: string): boolean {
    const minutes = Math.round(timings.keepAnswering / 60_000)
    if (minutes === 0 || jobId === null || !ANSWERS.has(state)) return false
    if (tables.history.ofTrace(id).some(({ kind }) => kind === 'kept')) return false
    tables.traces.update(id, { deadlineAt: now() + timings.keepAnswering })
    tables.history.add({ traceId: id, at: now(), kind: 'kept', params: { minutes } })
    return true
  }

  /** Asks the peer of a job, and takes what its answer proves. `overdue`: without proof, the job is given up. */
  async function ask(before: TraceRecord, overdue: boolean): Promise<void> {
    if (asking.has(before.id)) return
    asking.add(before.id)
    try {
      const kind = endings.kindOf(before)
      const { state, raw, result, proved } = await kind.ask(before)
      write((changes) => {
        const trace = tables.traces.get(before.id)
        if (!trace || isEnded(trace.state)) return
        tables.history.add({
          traceId: trace.id,
          at: now(),
          kind: 'asked',
          params: { peer: kind.peer, state },
          raw
        })
        changes.trace(trace.id)
        if (proved) endings.prove(trace, state, changes)
        else if (result) {
          const news = {
            kind: 'result',
            jobId: trace.jobId ?? '',
            result,
            resultName: null,
            imageId: null,
            cfg: null,
            hardware: null,
            software: null
          } as const
          endings.apply(trace, news, raw ?? '', changes)
        } else if (overdue && trace.deadlineAt !== null && trace.deadlineAt <= now()) {
          if (keep(trace, state)) return
          const minutes = kind.limitMinutes()
          tables.history.add({ traceId: trace.id, at: now(), kind: 'deadline', params: { minutes } })
          endings.giveUp(trace, changes)
        }
      })
    } catch (error) {
      logFailure(log, error, 'a silent job could not be looked after', { trace: before.id })
    } finally {
      asking.delete(before.id)
    }
  }

  /** Asks those that prove their success by answering, now and then before their deadline. */
  function askTheSent(): void {
    const due = new Set<number>()
    for (const trace of tables.traces.sent()) {
      const { askEvery } = endings.kindOf(trace)
      if (askEvery === undefined) continue
      due.add(trace.id)
      const last = lastAsked.get(trace.id) ?? trace.startedAt ?? now()
      if (now() - last < askEvery) continue
      lastAsked.set(trace.id, now())
      void ask(trace, false)
    }
    for (const id of lastAsked.keys()) if (!due.has(id)) lastAsked.delete(id)
  }

  function lookAtAll(): void {
    looks?.()
    for (const trace of tables.traces.overdue(now())) void ask(trace, true)
    askTheSent()
    write((changes) => {
      const orphans = tables.inbox.orphan(now() - timings.orphanAfter)
      for (const orphan of orphans) changes.orphan(orphan)
      if (orphans.length > 0) tables.inbox.pruneOrphans(KEPT_ORPHANS)
    })
  }

  /** A look that fails, for want of room on the disk as like as not, is followed by another one. */
  function look(): void {
    try {
      lookAtAll()
    } catch (error) {
      logFailure(log, error, 'silent jobs could not be looked after')
    }
  }

  /** A call that may have arrived and cannot be sent again: its result is waited for, where one is to come. */
  function waitForResult(trace: TraceRecord, changes: Changes): void {
    const lost = endings.kindOf(trace).lost?.(trace)
    if (lost) {
      endings.fail(trace, lost, changes)
      return
    }
    tables.traces.update(trace.id, {
      state: 'in-progress',
      startedAt: trace.startedAt ?? trace.calledAt,
      deadlineAt: trace.deadlineAt ?? now() + endings.kindOf(trace).limitMinutes() * 60_000
    })
    for (const row of tables.inbox.allWaiting()) {
      const read = readNews(row.path, row.body)
      if (!read || matching.adopt({ ...row, ...read }, () => false)?.id !== trace.id) continue
      matching.accept(trace, read.news.jobId, changes)
      return
    }
  }

  /** What the job may have come to while the console was away, if it has not ended by itself. */
  async function askAgain({ id }: TraceRecord): Promise<void> {
    const trace = tables.traces.get(id)
    if (trace && !isEnded(trace.state)) await ask(trace, false)
  }

  /** The clock was set back while the console was closed: nothing lies further off than it would from now on. */
  function bringNear(): void {
    write((changes) => {
      tables.clients.seenBefore(now())
      tables.traces.orderedByNow(now())
      for (const trace of tables.traces.inProgress()) {
        const most = now() + Math.max(endings.kindOf(trace).limitMinutes() * 60_000, timings.keepAnswering)
        if ((trace.deadlineAt ?? 0) <= most) continue
        tables.traces.update(trace.id, { deadlineAt: most })
        changes.trace(trace.id)
      }
    })
  }

  return {
    /** The clock was set by so much, while no time has gone by: every job has as long left as before. Inside a write. */
    jumped(by: number, changes: Changes): void {
      tables.traces.retime(by)
      tables.clients.retime(by)
      tables.inbox.retime(by)
      for (const { id } of tables.traces.inProgress()) {
        const params = { minutes: Math.round(Math.abs(by) / 60_000), way: by > 0 ? 'forward' : 'back' }
        tables.history.add({ traceId: id, at: now(), kind: 'clock-set', params })
        changes.trace(id)
      }
      changes.inventory()
      changes.after(() => {
        for (const [id, at] of lastAsked) lastAsked.set(id, at + by)
      })
    },
    /** This machine has slept, and heard nothing meanwhile: its jobs are asked, and have some time to answer. */
    awoke(after: number): void {
      write((changes) => {
        for (const { id, deadlineAt } of tables.traces.inProgress()) {
          const params = { minutes: Math.round(after / 60_000) }
          tables.history.add({ traceId: id, at: now(), kind: 'slept', params })
          if (deadlineAt !== null && deadlineAt < now() + timings.grace) {
            tables.traces.update(id, { deadlineAt: now() + timings.grace })
          }
          changes.trace(id)
        }
      })
      clearTimeout(settling)
      settling = setTimeout(() => {
        for (const trace of tables.traces.inProgress()) void askAgain(trace)
      }, timings.networkSettles)
    },
    /** Takes up what an earlier run left unfinished. */
    resume(): void {
      bringNear()
      for (const trace of tables.traces.unfinished()) {
        // It waits for its turn in its batch.
        if (trace.batchId !== null && trace.calledAt === null) continue
        const called = trace.calledAt !== null
        const repeat = !called || (trace.jobId === null && endings.kindOf(trace).repeatable)
        write((changes) => {
          if (called) tables.history.add({ traceId: trace.id, at: now(), kind: 'resumed' })
          if (!repeat && trace.jobId === null) waitForResult(trace, changes)
          changes.trace(trace.id)
        })
        if (!repeat) void askAgain(trace)
        else {
          launcher
            .launch(trace.id)
            .catch((error: unknown) => log.error({ trace: trace.id, error: String(error) }, 'launch failed'))
        }
      }
    },
    start(): void {
      look()
      timer = setInterval(look, timings.deadlineInterval)
      timer.unref()
    },
    stop(): void {
      clearInterval(timer)
      clearTimeout(settling)
    }
  }
}
