/** Jobs that are silent: after a restart, and past their deadline. */
import { isEnded } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import type { Logger } from '../ports.ts'
import type { Timings } from '../timings.ts'
import type { Endings } from './ending.ts'
import type { Launcher } from './launch.ts'
import type { Matching, ReadNews } from './matching.ts'

/** Builds what looks after silent jobs. */
export function createWatchdog(
  tables: Tables,
  write: Write,
  parts: { endings: Endings; matching: Matching; launcher: Launcher; readNews: ReadNews },
  options: { timings: Timings; log: Logger; now: () => number }
) {
  const { endings, matching, launcher, readNews } = parts
  const { timings, log, now } = options
  const asking = new Set<number>()
  const lastAsked = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined

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
          const minutes = kind.limitMinutes()
          tables.history.add({ traceId: trace.id, at: now(), kind: 'deadline', params: { minutes } })
          endings.giveUp(trace, changes)
        }
      })
    } catch (error) {
      log.error({ error: String(error), trace: before.id }, 'a silent job could not be looked after')
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
    for (const trace of tables.traces.overdue(now())) void ask(trace, true)
    askTheSent()
    write((changes) => {
      for (const orphan of tables.inbox.orphan(now() - timings.orphanAfter)) changes.orphan(orphan)
    })
  }

  /** A look that fails, for want of room on the disk as like as not, is followed by another one. */
  function look(): void {
    try {
      lookAtAll()
    } catch (error) {
      log.error({ error: String(error) }, 'silent jobs could not be looked after')
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
      const news = readNews(row.path, row.body)
      if (!news || matching.adopt({ news, sourceAddress: row.sourceAddress }, () => false)?.id !== trace.id)
        continue
      matching.accept(trace, news.jobId, changes)
      return
    }
  }

  /** What the job may have come to while the console was away, if it has not ended by itself. */
  async function askAgain({ id }: TraceRecord): Promise<void> {
    const trace = tables.traces.get(id)
    if (trace && !isEnded(trace.state)) await ask(trace, false)
  }

  return {
    /** Takes up what an earlier run left unfinished. */
    resume(): void {
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
    }
  }
}
