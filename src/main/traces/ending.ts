/** How a trace ends, and what news does to it. The rules of protocol.md section 7, inside one transaction. */
import { failure, type Failure, type FailureCode } from '#shared/domain/failures.ts'
import { takeLayout } from '../inventory/layouts.ts'
import { canTransition, isEnded } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import type { Brought, JobKind, JobKinds } from './job-kind.ts'
import type { News, Webhook } from './news.ts'

/** By which path a webhook came, and from where. */
export type Sender = Pick<Webhook, 'peer' | 'sourceAddress'>

const NOTHING: Brought = { fullsum: null, cfg: null, hardware: null, software: null }

/** What is said of a job that was given up. */
const GIVEN_UP: ReadonlySet<string> = new Set<FailureCode>(['no-answer', 'wake-unanswered'])

/** Ended only because nobody answered in time: a result that still comes is taken (rule 5). */
function gaveUp(trace: TraceRecord): boolean {
  return trace.state === 'failed' && GIVEN_UP.has(trace.failure?.code ?? '')
}

/** Builds what changes a trace's state. Every method is called inside a write. */
export function createEndings(
  tables: Tables,
  kinds: JobKinds,
  options: {
    checkSource: () => boolean
    /** A trace has ended, in this transaction. */
    ended: (trace: TraceRecord, changes: Changes) => void
    now: () => number
  }
) {
  const { checkSource, ended, now } = options

  const kindOf = (trace: TraceRecord): JobKind => {
    const kind = kinds[trace.command]
    if (!kind) throw new Error(`No kind of job is registered for ${trace.command}`)
    return kind
  }

  /** Whether who sends may speak for a job: who works on it, from an address of theirs (rule 7). */
  function maySpeak(trace: TraceRecord, { peer, sourceAddress }: Sender): boolean {
    const kind = kindOf(trace)
    return kind.peer === peer && (!checkSource() || kind.addresses(trace).includes(sourceAddress))
  }

  /** Why news cannot be of this job though it names its id, or null: it is of another function, or another image. */
  function mismatch(trace: TraceRecord, news: News): string | null {
    if (news.kind !== 'result') return null
    const expected = kindOf(trace).resultName
    if (news.resultName !== expected) return `The job's result is ${expected}.`
    const another = news.imageId !== null && trace.imageId !== null && news.imageId !== trace.imageId
    return another ? 'The job is of another image.' : null
  }

  /** Whether what a result says of the computer still holds: not where it was given up, and another job came since. */
  const tellsOfNow = (trace: TraceRecord, clientId: number): boolean =>
    !gaveUp(trace) || tables.traces.latestOfClient(clientId)?.id === trace.id

  function end(
    trace: TraceRecord,
    state: 'success' | 'failed' | 'cancelled',
    change: { failure: Failure | null; output?: string },
    changes: Changes
  ): void {
    tables.traces.setEnded(trace.id, { state, at: now(), ...change })
    tables.history.add({ traceId: trace.id, at: now(), kind: 'ended', params: { state } })
    changes.trace(trace.id)
    ended(trace, changes)
  }

  /** Ends a trace with a failure, and lets its kind draw the consequences. Does nothing to one that has ended. */
  function fail(trace: TraceRecord, cause: Failure, changes: Changes, output?: string): void {
    if (!canTransition(trace.state, 'failed', gaveUp(trace))) return
    end(trace, 'failed', { failure: cause, ...(output !== undefined && { output }) }, changes)
    kindOf(trace).failed(trace, cause, changes)
  }

  /** Whether the rules let news change the trace. */
  const isOpenTo = (trace: TraceRecord, news: News): boolean =>
    !isEnded(trace.state) || (news.kind === 'result' && gaveUp(trace))

  /**
   * Lets news change its trace, where the rules allow it.
   * @returns whether it changed anything; if not, it is in the history all the same.
   */
  function apply(trace: TraceRecord, news: News, body: string, changes: Changes): boolean {
    const kind = kindOf(trace)
    if (!isOpenTo(trace, news)) {
      tables.history.add({ traceId: trace.id, at: now(), kind: 'ignored', raw: body })
      changes.trace(trace.id)
      return false
    }
    if (news.kind === 'progress') {
      tables.history.add({
        traceId: trace.id,
        at: now(),
        kind: 'progress',
        params: { percent: Math.round(news.progress * 100) },
        raw: body
      })
      changes.trace(trace.id)
      // Out of order or standing still: no news that would put the deadline off.
      if (news.progress <= (trace.progress ?? -1)) return false
      tables.traces.setProgress(trace.id, news.progress, now() + kind.limitMinutes() * 60_000)
      return true
    }
    tables.history.add({ traceId: trace.id, at: now(), kind: 'result', raw: body })
    const { result, cfg, hardware, software } = news
    if (cfg?.ok && trace.clientId !== null && tellsOfNow(trace, trace.clientId)) {
      const source = trace.command === 'refresh' ? 'refresh' : 'job'
      takeLayout(tables, trace.clientId, cfg, { source, at: now() }, changes)
    }
    const brought = { fullsum: result.success ? result.fullsum : null, cfg, hardware, software }
    const cause = result.success
      ? (kind.useless?.(trace, brought) ?? null)
      : kind.failureOf(trace, result.error)
    if (cause) fail(trace, cause, changes, body)
    else {
      end(trace, 'success', { failure: null, output: body }, changes)
      kind.succeeded(trace, brought, changes)
    }
    return true
  }

  /** Ends a trace whose success no webhook brings: its call's reply was the result, or its computer shows it. */
  function complete(trace: TraceRecord, output: string | null, changes: Changes): void {
    if (isEnded(trace.state)) return
    end(trace, 'success', { failure: null, ...(output !== null && { output }) }, changes)
    kindOf(trace).succeeded(trace, NOTHING, changes)
  }

  /** The computer has shown by its state that what was sent has worked. */
  function prove(trace: TraceRecord, state: string, changes: Changes): void {
    if (isEnded(trace.state)) return
    tables.history.add({ traceId: trace.id, at: now(), kind: 'reported', params: { state } })
    complete(trace, null, changes)
  }

  /** The same, after the trace was given up: that it came late is in its history. */
  function proveLate(trace: TraceRecord, state: string, changes: Changes): void {
    if (!gaveUp(trace)) return
    const minutes = Math.round((now() - (trace.calledAt ?? trace.scheduledAt)) / 60_000)
    tables.history.add({ traceId: trace.id, at: now(), kind: 'reported-late', params: { state, minutes } })
    end(trace, 'success', { failure: null }, changes)
    kindOf(trace).succeeded(trace, NOTHING, changes)
  }

  /** Ends a trace that was not called yet; `cause`, where it was not somebody's wish. */
  function cancel(trace: TraceRecord, changes: Changes, cause: Failure | null = null): void {
    end(trace, 'cancelled', { failure: cause }, changes)
  }

  /** Gives a silent job up (rule 5). */
  function giveUp(trace: TraceRecord, changes: Changes): void {
    const kind = kindOf(trace)
    const cause = kind.gaveUp?.(trace) ?? failure('no-answer', { minutes: kind.limitMinutes() })
    fail(trace, cause, changes)
  }

  return { kindOf, maySpeak, mismatch, isOpenTo, apply, fail, complete, prove, proveLate, cancel, giveUp }
}
export type Endings = ReturnType<typeof createEndings>
