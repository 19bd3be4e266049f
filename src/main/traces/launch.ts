/** From a trace's row to its call, and from the reply to its job id. */
import { FailureError } from '../failure-error.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import { failure } from '#shared/domain/failures.ts'
import { isEnded } from '#shared/domain/states.ts'
import type { Endings } from './ending.ts'
import type { Matching } from './matching.ts'

type CallReply = Awaited<ReturnType<ReturnType<ReturnType<Endings['kindOf']>['call']>['send']>>

/** Builds what calls the peers. */
export function createLauncher(
  tables: Tables,
  write: Write,
  endings: Endings,
  matching: Matching,
  now: () => number
) {
  /** The calls under way in this run. */
  const underWay = new Map<number, Promise<void>>()
  let stopped = false

  function settle(trace: TraceRecord, answer: CallReply, changes: Changes): void {
    const { reply } = answer
    const kind = endings.kindOf(trace)
    const about = { traceId: trace.id, at: now(), raw: reply.raw ?? ('text' in reply ? reply.text : null) }
    const peer = kind.peer
    if (reply.status === null) tables.history.add({ ...about, kind: 'call-failed', params: { peer } })
    else {
      const params = { peer, status: reply.status, milliseconds: reply.milliseconds }
      tables.history.add({ ...about, kind: 'reply', params })
    }
    changes.trace(trace.id)
    if (isEnded(trace.state)) return
    if ('failure' in answer) {
      endings.fail(trace, answer.failure, changes)
      return
    }
    tables.traces.update(trace.id, {
      state: 'in-progress',
      jobId: answer.jobId,
      startedAt: now(),
      deadlineAt: now() + kind.limitMinutes() * 60_000
    })
    tables.history.add({ traceId: trace.id, at: now(), kind: 'accepted', params: { job: answer.jobId } })
    kind.accepted(trace, changes)
    matching.applyWaiting(trace.id, answer.jobId, changes)
  }

  async function call(id: number): Promise<void> {
    const trace = tables.traces.get(id)
    if (!trace || isEnded(trace.state)) return
    const kind = endings.kindOf(trace)
    let prepared
    try {
      prepared = kind.call(trace)
    } catch (error) {
      const cause = error instanceof FailureError ? error.failure : failure('not-found')
      write((changes) => endings.fail(trace, cause, changes))
      return
    }
    // On disk before it leaves: after a crash it is known that the call may have arrived.
    write((changes) => {
      tables.traces.update(id, { calledAt: now(), input: prepared.body })
      tables.history.add({
        traceId: id,
        at: now(),
        kind: 'call',
        params: { peer: kind.peer, method: 'POST', url: prepared.url },
        raw: prepared.body
      })
      changes.trace(id)
    })
    const answer = await prepared.send()
    // The program is going: what the reply means is found out at the next start.
    if (stopped) return
    write((changes) => settle(tables.traces.get(id)!, answer, changes))
  }

  return {
    /** Calls the trace's peer; resolves once it has answered and the answer is on disk. */
    launch(id: number): Promise<void> {
      const running = underWay.get(id) ?? call(id).finally(() => underWay.delete(id))
      underWay.set(id, running)
      return running
    },
    /** The launch of a trace, where one is under way. */
    launched: (id: number): Promise<void> => underWay.get(id) ?? Promise.resolve(),
    isUnderWay: (id: number): boolean => underWay.has(id),
    /** Waits a little for replies under way, then lets go of them. Milliseconds. */
    async stop(patience: number): Promise<void> {
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)))
      await Promise.race([Promise.allSettled(underWay.values()), enough])
      clearTimeout(timer)
      stopped = true
    }
  }
}
export type Launcher = ReturnType<typeof createLauncher>
