/** A row of the traces, with the names of what it points at. */
import { eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Trace } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { clients, images, repositories, traces } from '../schema.ts'

/** A trace with what only the console itself needs. */
export interface TraceRecord extends Trace {
  readonly input: string | null
  readonly output: string | null
  readonly calledAt: number | null
  /** The version of the image that the job sends. */
  readonly imageFullsum: string | null
}

// Looked up rather than joined: with a LEFT JOIN for each, SQLite takes ten times as long for one trace.
export const clientName = sql<string | null>`(select c.name from ${clients} c where c.id = traces.client_id)`
export const repositoryName = sql<
  string | null
>`(select r.name from ${repositories} r where r.id = traces.repository_id)`
const imageName = sql<string | null>`(select i.name from ${images} i where i.id = traces.image_id)`

const columns = {
  id: traces.id,
  command: traces.command,
  clientId: traces.clientId,
  clientName,
  repositoryId: traces.repositoryId,
  repositoryName,
  imageId: traces.imageId,
  imageName,
  batchId: traces.batchId,
  parentId: traces.parentId,
  state: traces.state,
  jobId: traces.jobId,
  progress: traces.progress,
  failure: traces.failure,
  scheduledAt: traces.scheduledAt,
  startedAt: traces.startedAt,
  finishedAt: traces.finishedAt,
  deadlineAt: traces.deadlineAt,
  input: traces.input,
  output: traces.output,
  calledAt: traces.calledAt,
  imageFullsum: traces.imageFullsum
}

/** Of traces, to be narrowed. */
export const selectTraces = (orm: Orm) => orm.select(columns).from(traces).$dynamic()

/** What waits for its turn in a batch holds nobody yet. */
export const begun = or(eq(traces.state, 'in-progress'), isNotNull(traces.calledAt), isNull(traces.batchId))

export const UNFINISHED = ['pending', 'in-progress'] as const

/** A trace as the contract has it. */
export function toTrace({
  input: _input,
  output: _output,
  calledAt: _calledAt,
  imageFullsum: _imageFullsum,
  ...trace
}: TraceRecord): Trace {
  return trace
}
