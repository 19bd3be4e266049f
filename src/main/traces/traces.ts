/** Traces: made, called, ended, looked at. */
import type { TraceFilter } from '#shared/contract/inputs.ts'
import type { Trace } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { TraceCommand } from '#shared/domain/states.ts'
import { KEPT_ORPHANS } from '#shared/domain/trust.ts'
import type { Tables } from '../db/tables.ts'
import { toTrace, type TraceRecord } from '../db/tables/traces.ts'
import type { Changes, Write } from '../events.ts'
import { fail, FailureError } from '../failure-error.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { Logger } from '../ports.ts'
import type { Storage } from '../storage.ts'
import type { Timings } from '../timings.ts'
import { createEndings } from './ending.ts'
import { createIngest, type SourceRules } from './ingest.ts'
import type { JobKinds } from './job-kind.ts'
import { createLauncher } from './launch.ts'
import { createMatching, type ReadNews } from './matching.ts'
import { createWatchdog } from './watchdog.ts'

/** What the bell lists of the single jobs that have ended; batches have a list of their own. */
const LATEST = 30

export interface NewJob {
  readonly command: TraceCommand
  readonly clientId: number | null
  readonly repositoryId: number | null
  readonly imageId: string | null
  readonly parentId?: number
  /** The batch that calls it when its turn comes; without one it is called at once. */
  readonly batchId?: string
  /** The parameters, where they are fixed now; else the call fixes them. */
  readonly input?: string
}

/** Builds the traces' service. `kinds` is filled by those who know their jobs, before `resume`. */
export function createTraces(
  tables: Tables,
  { write, writeSoon }: { write: Write; writeSoon: WriteSoon },
  kinds: JobKinds,
  options: {
    sources: SourceRules
    readNews: ReadNews
    /** Why a job may not begin now; null: it may. */
    refusal?: (job: NewJob) => Failure | null
    /** A trace has ended, inside its write. */
    ended?: (trace: TraceRecord, changes: Changes) => void
    timings: Timings
    storage: Pick<Storage, 'whenRoom'>
    log: Logger
    now: () => number
    /** Looks first whether the clock can be believed. */
    looks?: () => void
  }
) {
  const {
    sources,
    readNews,
    refusal = () => null,
    ended = () => {},
    storage,
    timings,
    log,
    now,
    looks
  } = options
  const endings = createEndings(tables, kinds, { checkSource: sources.checked, ended, now })
  const matching = createMatching(tables, endings, readNews, { takenBack: sources.takenBack, now })
  const launcher = createLauncher(tables, { write, writeSoon }, endings, matching, {
    now,
    whenRoom: storage.whenRoom
  })
  const watchdog = createWatchdog(
    tables,
    write,
    { endings, matching, launcher, readNews },
    { timings, log, now, ...(looks && { looks }) }
  )

  return {
    ingest: createIngest(tables, writeSoon, { endings, matching, launcher, sources }, now),
    /** Writes a job down, inside a write; it is called once that is on disk. @throws FailureError where it may not begin. */
    add(job: NewJob, changes: Changes): number {
      const refused = refusal(job)
      if (refused) throw new FailureError(refused)
      const id = tables.traces.insert({ ...job, state: 'pending', scheduledAt: now() })
      tables.history.add({ traceId: id, at: now(), kind: 'created' })
      // Of thousands in a batch the batch tells.
      if (job.batchId !== undefined) return id
      changes.trace(id)
      changes.after(() => {
        launcher
          .launch(id)
          .catch((error: unknown) => log.error({ trace: id, error: String(error) }, 'launch failed'))
      })
      return id
    },
    /** Calls the peer of a trace whose turn has come; resolves once it has answered. */
    launch: launcher.launch,
    /** Those whose call leaves at this moment, and is not on disk yet. */
    leaving: (): number[] => launcher.underWay().filter((id) => tables.traces.waits(id)),
    /** Inside a write. */
    fail: endings.fail,
    cancel: endings.cancel,
    prove: endings.prove,
    proveLate: endings.proveLate,
    /** Resolves once the trace's call has been answered, or has failed. */
    launched: launcher.launched,
    resume: watchdog.resume,
    jumped: watchdog.jumped,
    awoke: watchdog.awoke,
    start: watchdog.start,
    async stop(): Promise<void> {
      watchdog.stop()
      await launcher.stop(1_000)
    },

    list: (filter: TraceFilter): { traces: Trace[]; total: number } => {
      const { rows, total } = tables.traces.page(filter)
      return { traces: rows.map(toTrace), total }
    },
    recent: (): { running: Trace[]; latest: Trace[] } => ({
      running: tables.traces.running().map(toTrace),
      latest: tables.traces.latestSingle(LATEST).map(toTrace)
    }),
    get(id: number) {
      const record = tables.traces.get(id)
      if (!record) throw fail('not-found')
      return {
        trace: toTrace(record),
        input: record.input,
        output: record.output,
        history: tables.history.ofTrace(id)
      }
    },
    orphans: () => tables.inbox.orphans(KEPT_ORPHANS)
  }
}
export type Traces = ReturnType<typeof createTraces>
