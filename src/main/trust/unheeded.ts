/**
 * Webhooks that changed nothing, for people to see: forged, replayed, late. They are gathered in memory and written now
 * and then, counted by what they are, so that a flood costs neither the disk's time nor its room.
 */
import type { UnheededReason } from '#shared/domain/trust.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes, Write } from '../events.ts'
import type { Logger } from '../ports.ts'
import { isDiskFailure, logFailure } from '../storage.ts'
import type { Webhook } from '../traces/news.ts'

/** Characters that are kept of a body. */
const KEPT = 2_000
/** Different ones between two writes; and of one address and reason those whose jobs are told apart. */
const GATHERED = 500
const APART = 20

export interface Unheeded {
  readonly reason: UnheededReason
  readonly path: string
  readonly sourceAddress: string
  readonly jobId: string | null
  readonly traceId: number | null
  readonly body: string | null
}

/** What is noted of a webhook of a job. */
export const unheededOf = (
  { path, sourceAddress, news, body }: Pick<Webhook, 'path' | 'sourceAddress' | 'body' | 'news'>,
  reason: UnheededReason,
  traceId: number | null
): Unheeded => ({ reason, path, sourceAddress, jobId: news.jobId, traceId, body })

/** Builds the record. */
export function createUnheeded(
  tables: Tables,
  write: Write,
  options: { every: number; told: () => void; log: Logger; now: () => number }
) {
  const { every, told, log, now } = options
  type Gathered = Unheeded & { count: number; firstAt: number; lastAt: number }
  let gathered = new Map<string, Gathered>()
  /** How many are gathered of an address and a reason. */
  let apart = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  const short = (what: Unheeded): Unheeded => ({ ...what, body: what.body?.slice(0, KEPT) ?? null })

  function forget(): void {
    gathered = new Map()
    apart = new Map()
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (gathered.size === 0) return
    const rows = [...gathered.values()]
    try {
      write((changes) => {
        for (const row of rows) tables.unheeded.note(row)
        tables.unheeded.prune()
        changes.after(told)
      })
    } catch (error) {
      logFailure(log, error, 'what was refused could not be written down')
      // It is bounded, and waits for room.
      if (isDiskFailure(error)) return
    }
    forget()
  }

  return {
    note(what: Unheeded): void {
      const { reason, path, sourceAddress } = what
      const keyOf = (job: string | null) => JSON.stringify([reason, path, sourceAddress, job])
      const source = JSON.stringify([reason, sourceAddress])
      const known = apart.get(source) ?? 0
      const jobId = known < APART || gathered.has(keyOf(what.jobId)) ? what.jobId : null
      const key = keyOf(jobId)
      const before = gathered.get(key)
      if (!before && gathered.size >= GATHERED) return
      if (!before) apart.set(source, known + 1)
      gathered.set(key, {
        ...short(what),
        jobId,
        traceId: jobId === null ? null : what.traceId,
        count: (before?.count ?? 0) + 1,
        firstAt: before?.firstAt ?? now(),
        lastAt: now()
      })
      timer ??= setTimeout(flush, every).unref()
    },
    /** Writes it down with what else is being written: it was answered with 2xx, so it is on disk. */
    noteAtOnce(what: Unheeded, changes: Changes): void {
      tables.unheeded.note({ ...short(what), count: 1, firstAt: now(), lastAt: now() })
      tables.unheeded.prune()
      changes.after(told)
    },
    list: () => {
      flush()
      return tables.unheeded.latest()
    },
    total: (reasons: readonly UnheededReason[]): number => tables.unheeded.total(reasons),
    clear(): void {
      forget()
      write((changes) => {
        tables.unheeded.clear()
        changes.after(told)
      })
    },
    stop: flush
  }
}
export type UnheededRecord = ReturnType<typeof createUnheeded>
