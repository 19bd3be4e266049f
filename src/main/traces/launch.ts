/** From a trace's row to its call, and from the reply to its job id. */
import { FailureError } from '../failure-error.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { CallResult } from '../http/json-call.ts'
import type { Storage } from '../storage.ts'
import { failure } from '#shared/domain/failures.ts'
import { isEnded } from '#shared/domain/states.ts'
import type { Endings } from './ending.ts'
import type { CallAnswer, JobKind } from './job-kind.ts'
import type { Matching } from './matching.ts'

type Prepared = ReturnType<JobKind['call']>

/** Builds what calls the peers. Calls that leave together share a transaction, and so do replies: a classroom is many. */
export function createLauncher(
  tables: Tables,
  { write, writeSoon }: { write: Write; writeSoon: WriteSoon },
  endings: Endings,
  matching: Matching,
  { now, whenRoom }: { now: () => number; whenRoom: Storage['whenRoom'] }
) {
  /** The calls under way in this run. */
  const underWay = new Map<number, Promise<void>>()
  let stopped = false

  /** On disk before it leaves: after a crash it is known that the call may have arrived. False: it may not leave. */
  function leave(id: number, prepared: Prepared, changes: Changes): boolean {
    const trace = tables.traces.get(id)
    // The program is going: it is called at the next start.
    if (stopped || !trace || isEnded(trace.state)) return false
    // Another job took the computer since this one's turn came: it waits for its next turn.
    if (trace.batchId !== null && trace.calledAt === null && trace.clientId !== null) {
      if (tables.traces.unfinishedOfClient(trace.clientId)) return false
    }
    tables.traces.setCalled(id, now(), prepared.body)
    if (prepared.url !== null) {
      tables.history.add({
        traceId: id,
        at: now(),
        kind: 'call',
        params: { peer: endings.kindOf(trace).peer, method: 'POST', url: prepared.url },
        raw: prepared.body
      })
      changes.trace(id)
    }
    return true
  }

  function noteReply(trace: TraceRecord, reply: CallResult): void {
    const { peer } = endings.kindOf(trace)
    const about = { traceId: trace.id, at: now(), raw: reply.raw ?? ('text' in reply ? reply.text : null) }
    if (reply.status === null) tables.history.add({ ...about, kind: 'call-failed', params: { peer } })
    else {
      const params = { peer, status: reply.status, milliseconds: reply.milliseconds }
      tables.history.add({ ...about, kind: 'reply', params })
    }
  }

  function settle(id: number, answer: CallAnswer, changes: Changes): void {
    const trace = tables.traces.get(id)
    if (!trace) return
    const kind = endings.kindOf(trace)
    if (answer.reply) noteReply(trace, answer.reply)
    changes.trace(id)
    if (isEnded(trace.state)) return
    if ('failure' in answer) {
      endings.fail(trace, answer.failure, changes)
      return
    }
    const jobId = 'jobId' in answer ? answer.jobId : null
    tables.traces.setAccepted(id, jobId, now(), now() + kind.limitMinutes() * 60_000)
    if ('done' in answer) endings.complete({ ...trace, state: 'in-progress' }, answer.reply.raw, changes)
    else if ('sent' in answer) {
      tables.history.add({ traceId: id, at: now(), kind: 'woken', params: { address: answer.sent } })
    } else {
      tables.history.add({ traceId: id, at: now(), kind: 'accepted', params: { job: answer.jobId } })
      kind.accepted(trace, changes)
      matching.applyWaiting(id, answer.jobId, changes)
    }
  }

  /** The call, or null where it cannot be made: the trace has then failed. */
  function prepare(trace: TraceRecord): Prepared | null {
    try {
      return endings.kindOf(trace).call(trace)
    } catch (error) {
      const cause = error instanceof FailureError ? error.failure : failure('not-found')
      write((changes) => endings.fail(trace, cause, changes))
      return null
    }
  }

  async function call(id: number): Promise<void> {
    const trace = tables.traces.get(id)
    if (!trace || isEnded(trace.state)) return
    const ready = await whenRoom(async () => {
      const prepared = prepare(trace)
      return prepared && (await writeSoon((changes) => leave(id, prepared, changes))) ? prepared : null
    })
    if (!ready) return
    const answer = await ready.send()
    // The program is going: what the reply means is found out at the next start.
    if (!stopped) await whenRoom(() => writeSoon((changes) => settle(id, answer, changes)))
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
    /** What it calls at the moment. */
    underWay: (): number[] => [...underWay.keys()],
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
