/** Disks that are read again before a command changes them: what is known of them may be old. */
import { failure, type Failure } from '#shared/domain/failures.ts'
import { isEnded } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import { FailureError } from '../failure-error.ts'
import type { PartitionService } from './refresh-partitions.ts'
import { isDiskFailure } from '../storage.ts'

/** Builds the reader; `ended` is told of every trace that ends. */
export function createDiskReader(
  tables: Tables,
  write: Write,
  partitions: Pick<PartitionService, 'refresh'>,
  now: () => number
) {
  const waiting = new Map<number, () => void>()

  /** The job that reads the disks: one that runs already, as after a restart of the console, or a new one. */
  async function jobOf(clientId: number): Promise<number> {
    const running = tables.traces.unfinishedOfClient(clientId)
    return running?.command === 'refresh' ? running.id : (await partitions.refresh(clientId)).id
  }

  async function outcome(jobId: number): Promise<TraceRecord | undefined> {
    const job = tables.traces.get(jobId)
    if (!job || isEnded(job.state)) return job
    await new Promise<void>((resolve) => waiting.set(jobId, resolve))
    return tables.traces.get(jobId)
  }

  return {
    /** Has the computer read its disks for a trace, and notes that there; what went wrong, or null. */
    async read(clientId: number, traceId: number): Promise<Failure | null> {
      try {
        const job = await outcome(await jobOf(clientId))
        if (job?.state !== 'success') return job?.failure ?? failure('not-found')
      } catch (error) {
        // Where nothing can be written down, nothing is known of the computer's disks.
        if (error instanceof FailureError && !isDiskFailure(error)) return error.failure
        throw error
      }
      write((changes) => {
        if (!tables.traces.get(traceId)) return
        tables.history.add({ traceId, at: now(), kind: 'disk-read' })
        changes.trace(traceId)
      })
      return null
    },
    /** A trace has ended, inside its write. */
    ended({ id }: TraceRecord, changes: Changes): void {
      const go = waiting.get(id)
      if (!go) return
      waiting.delete(id)
      changes.after(go)
    }
  }
}
export type DiskReader = ReturnType<typeof createDiskReader>
