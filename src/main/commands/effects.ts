/** What other parts of the console do when a command ends: deployed images are noted, inventories are kept. */
import type { BatchCommand } from '#shared/domain/commands.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import type { Deployed } from '../imaging/deployed.ts'
import type { Brought } from '../traces/job-kind.ts'

interface CommandEffect {
  /** The agent has taken it on. */
  accepted?(trace: TraceRecord, changes: Changes): void
  /** Why a success is none: it lacks what the command was for. */
  useless?(trace: TraceRecord, brought: Brought): Failure | null
  /** Inside the write that ends the trace. Its `input` is what was sent. */
  succeeded?(trace: TraceRecord, brought: Brought, changes: Changes): void
  failed?(trace: TraceRecord, failure: Failure, changes: Changes): void
}

/** By command; console.ts fills it. */
export type CommandEffects = Partial<Record<BatchCommand, CommandEffect>>

/** A disk that is laid out anew, well or half: what lay on it is gone. */
export function createLayoutEffect(tables: Tables, deployed: Pick<Deployed, 'laidOut'>): CommandEffect {
  function laidOut({ clientId, batchId }: TraceRecord, changes: Changes): void {
    const order = batchId === null ? undefined : tables.batches.row(batchId)?.order
    if (clientId !== null && order?.command === 'partition-and-format') {
      deployed.laidOut(clientId, order.layout, changes)
    }
  }
  return {
    succeeded: (trace, _brought, changes) => laidOut(trace, changes),
    // One that was not taken on has changed nothing.
    failed: (trace, _cause, changes) => {
      if (trace.jobId !== null) laidOut(trace, changes)
    }
  }
}
