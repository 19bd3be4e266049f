/** What the traces need to know of a kind of job; imaging/ and commands/ say it, one object a command. */
import type { Failure } from '#shared/domain/failures.ts'
import type { TraceCommand } from '#shared/domain/states.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import type { CallResult } from '../http/json-call.ts'
import type { ParsedCfg } from '../ogagent/cfg.ts'

/** Who works on a job, and so from where its webhooks come. */
export type Peer = 'agent' | 'repository'

/**
 * What became of a call. With a job's id the result comes by webhook. Where it is `done`, the reply was the result. What
 * was only `sent` is proved by what the computer does next: `sent` is the address.
 */
export type CallAnswer =
  | ({ readonly reply: CallResult } & ({ jobId: string } | { failure: Failure } | { done: true }))
  | { readonly reply: null; readonly failure: Failure }
  | { readonly reply: CallResult | null; readonly sent: string }

interface JobCall {
  /** As people see it; the network map may lead elsewhere. Null: it is no request. */
  readonly url: string | null
  readonly body: string
  /** Sends the call; never throws. */
  send(): Promise<CallAnswer>
}

/** How a job ended, as its peer says. */
export type JobResult =
  | { readonly success: true; readonly fullsum: string | null }
  | { readonly success: false; readonly error: string }

/** What a success brings along. */
export interface Brought {
  readonly fullsum: string | null
  readonly cfg: ParsedCfg | null
  /** `hrd` and `sft`, as they came, a line each. [L] */
  readonly hardware: string | null
  readonly software: string | null
}

export interface JobKind {
  readonly command: TraceCommand
  readonly peer: Peer
  /** The `nfn` of the agent's result; null for repositories. [L] */
  readonly resultName: string | null
  /** Whether the call can be sent again where nobody knows if it arrived. */
  readonly repeatable: boolean
  /** Milliseconds between two questions whether what was sent has worked; without it, only past the deadline. */
  readonly askEvery?: number
  /** Minutes without news after which the job is given up. */
  limitMinutes(): number
  /** The call that starts the job. @throws FailureError where a row that it needs is gone. */
  call(trace: TraceRecord): JobCall
  /** The addresses that this job's webhooks may come from (rule 7). */
  addresses(trace: TraceRecord): readonly string[]
  /** What is said of a call whose reply was lost and which has no other news to come. Null: its result is waited for. */
  lost?(trace: TraceRecord): Failure | null
  /** Why it is given up without news; `no-answer` without this. */
  gaveUp?(trace: TraceRecord): Failure
  /** The peer took the job on. */
  accepted(trace: TraceRecord, changes: Changes): void
  /** Why a success is none: it lacks what the job was for. Without this, every success is one. */
  useless?(trace: TraceRecord, brought: Brought): Failure | null
  succeeded(trace: TraceRecord, brought: Brought, changes: Changes): void
  /** The failure of a result that says `error`. */
  failureOf(trace: TraceRecord, error: string): Failure
  failed(trace: TraceRecord, failure: Failure, changes: Changes): void
  /**
   * Asks the peer about a job that is silent. A result is returned only where its answer proves one; `proved`: that it
   * answers at all is the success.
   */
  ask(
    trace: TraceRecord
  ): Promise<{ state: string; raw: string | null; result?: JobResult; proved?: boolean }>
}

export type JobKinds = Partial<Record<TraceCommand, JobKind>>
