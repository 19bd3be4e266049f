/** From a webhook to a state, in one transaction: what was answered with 2xx is on disk (rule 1). */
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { UnheededReason } from '#shared/domain/trust.ts'
import { unheededOf, type Unheeded } from '../trust/unheeded.ts'
import type { Endings } from './ending.ts'
import type { Launcher } from './launch.ts'
import type { Matching } from './matching.ts'
import { newsKey, type Webhook } from './news.ts'

/** A webhook that is not taken: the status and text of the answer. Nothing of it was kept. */
export class WebhookRefusedError extends Error {
  readonly status: number
  readonly reason: UnheededReason
  /** The trace that it claimed to be of. */
  readonly traceId: number | null

  constructor(status: number, reason: UnheededReason, message: string, traceId: number | null = null) {
    super(message)
    this.status = status
    this.reason = reason
    this.traceId = traceId
  }
}

export type IngestOutcome = 'applied' | 'ignored' | 'duplicate' | 'waiting'

/** Of one job: more news than this is no progress. Of an ended one: results that say something else. */
const NEWS_PER_JOB = 1_000
const LATE_PER_JOB = 20
const MB = 1024 * 1024
/** Webhooks of unknown jobs that wait at a time, in all and from one address: a classroom that is faster than its replies. */
const WAITING = { rows: 2_000, bytes: 512 * MB }
const WAITING_PER_SOURCE = { rows: 400, bytes: 64 * MB }
/** So many from one address may wait however much waits from the others: nobody's proper ones are kept out by a flood. */
const WAITING_ALWAYS = 20

const reaches = (waiting: typeof WAITING, most: typeof WAITING): boolean =>
  waiting.rows >= most.rows || waiting.bytes >= most.bytes

export interface SourceRules {
  /** Whether webhooks are taken only from the addresses that their job belongs to (rule 7). */
  checked(): boolean
  /** Whether some computer or repository of the inventory has this address. */
  isKnown(address: string): boolean
  /** Is told of what changed nothing. */
  unheeded(what: Unheeded): void
  /** The same of what was taken before, and is taken back; inside a write. */
  takenBack(what: Unheeded, changes: Changes): void
}

/** Builds the ingestion of webhooks: a classroom that reports at once is not answered one fsync after the other. */
export function createIngest(
  tables: Tables,
  writeSoon: WriteSoon,
  parts: { endings: Endings; matching: Matching; launcher: Launcher; sources: SourceRules },
  now: () => number
) {
  const { endings, matching, launcher, sources } = parts

  /** The trace that the webhook is of. @throws WebhookRefusedError where it is of one, but may not speak for it. */
  function traceOf(webhook: Webhook, changes: Changes): TraceRecord | undefined {
    const { news } = webhook
    const candidates = tables.traces.byJob(news.jobId)
    const trace = candidates.find((candidate) => endings.maySpeak(candidate, webhook))
    if (trace) {
      const mismatch = endings.mismatch(trace, news)
      if (mismatch !== null) throw new WebhookRefusedError(422, 'mismatch', mismatch, trace.id)
      return trace
    }
    const [claimed] = candidates
    if (claimed) {
      throw new WebhookRefusedError(
        403,
        'wrong-source',
        'The job does not belong to this address.',
        claimed.id
      )
    }
    const lost = matching.adopt(webhook, launcher.isUnderWay)
    if (!lost) return undefined
    matching.accept(lost, news.jobId, changes)
    return tables.traces.get(lost.id)
  }

  function tellAfter(
    changes: Changes,
    webhook: Webhook,
    reason: UnheededReason,
    trace: TraceRecord | undefined
  ): void {
    changes.after(() => sources.unheeded(unheededOf(webhook, reason, trace?.id ?? null)))
  }

  /** Whether so much of the kind is kept that more of it can only be meant to fill the disk. */
  function isFull({ news, sourceAddress }: Webhook, trace: TraceRecord | undefined): boolean {
    const { inbox } = tables
    if (!trace) {
      const own = inbox.waitingRoom(sourceAddress)
      if (reaches(own, WAITING_PER_SOURCE)) return true
      return own.rows >= WAITING_ALWAYS && reaches(inbox.waitingRoom(), WAITING)
    }
    if (!endings.isOpenTo(trace, news)) return inbox.ignoredCount(trace.id, news.jobId) >= LATE_PER_JOB
    return news.kind === 'progress' && inbox.count(news.jobId) >= NEWS_PER_JOB
  }

  function take(webhook: Webhook, changes: Changes): IngestOutcome {
    const { news, body, path, sourceAddress } = webhook
    const trace = traceOf(webhook, changes)
    if (!trace && sources.checked() && !sources.isKnown(sourceAddress)) {
      throw new WebhookRefusedError(403, 'unknown-source', 'No computer or repository has this address.')
    }
    const key = newsKey(news)
    if (tables.inbox.has(news.jobId, key, trace?.id ?? null, sourceAddress)) {
      tellAfter(changes, webhook, 'repeated', trace)
      return 'duplicate'
    }
    const late = trace !== undefined && !endings.isOpenTo(trace, news)
    if (late) tellAfter(changes, webhook, 'after-end', trace)
    if (isFull(webhook, trace)) {
      if (!trace) throw new WebhookRefusedError(429, 'too-many', 'Too much waits for its job already.')
      if (!late) tellAfter(changes, webhook, 'too-many', trace)
      return 'ignored'
    }
    const applied = trace && endings.apply(trace, news, body, changes)
    const outcome = applied === undefined ? 'waiting' : applied ? 'applied' : 'ignored'
    const traceId = trace?.id ?? null
    tables.inbox.add({
      receivedAt: now(),
      path,
      sourceAddress,
      jobId: news.jobId,
      key,
      body,
      traceId,
      outcome
    })
    return outcome
  }

  /** @throws WebhookRefusedError, and then nothing was changed. */
  return async (webhook: Webhook): Promise<IngestOutcome> => {
    try {
      return await writeSoon((changes) => take(webhook, changes))
    } catch (error) {
      if (error instanceof WebhookRefusedError)
        sources.unheeded(unheededOf(webhook, error.reason, error.traceId))
      throw error
    }
  }
}
export type Ingest = ReturnType<typeof createIngest>
