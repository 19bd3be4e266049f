/** What other parts of the console do when a command ends: deployed images are noted, inventories are kept. */
import type { BatchCommand } from '#shared/domain/commands.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import type { Brought } from '../traces/job-kind.ts'

interface CommandEffect {
  /** Why a success is none: it lacks what the command was for. */
  useless?(trace: TraceRecord, brought: Brought): Failure | null
  /** Inside the write that ends the trace. Its `input` is what was sent. */
  succeeded?(trace: TraceRecord, brought: Brought, changes: Changes): void
  failed?(trace: TraceRecord, failure: Failure, changes: Changes): void
}

/** By command; console.ts fills it. */
export type CommandEffects = Partial<Record<BatchCommand, CommandEffect>>
