/** Traces: rows in and out. */
import type { Orm } from '../open.ts'
import { createTraceLife } from './trace-life.ts'
import { createTraceLists } from './trace-lists.ts'
import { createTraceWork } from './trace-work.ts'

export { toTrace, type TraceRecord } from './trace-record.ts'

/** Reads and writes traces. */
export const createTraceTable = (orm: Orm) => ({
  ...createTraceLife(orm),
  ...createTraceWork(orm),
  ...createTraceLists(orm)
})
