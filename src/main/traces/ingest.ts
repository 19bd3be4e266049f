/** From a webhook to a state, in one transaction: what was answered with 2xx is on disk (rule 1). */
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { Endings } from './ending.ts'
import type { Launcher } from './launch.ts'
import type { Matching } from './matching.ts'
import { newsKey, type Webhook } from './news.ts'

/** A webhook that is not taken: the status and text of the answer. Nothing of it was kept. */
export class WebhookRefusedError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export type IngestOutcome = 'applied' | 'ignored' | 'duplicate' | 'waiting'

export interface SourceRules {
  /** Whether webhooks are taken only from the addresses that their job belongs to (rule 7). */
  checked(): boolean
  /** Whether some computer or repository of the inventory has this address. */
  isKnown(address: string): boolean
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
    const { news, sourceAddress, peer } = webhook
    const candidates = tables.traces.byJob(news.jobId)
    const trace = candidates.find(
      (candidate) => endings.kindOf(candidate).peer === peer && endings.maySpeak(candidate, sourceAddress)
    )
    if (trace) {
      const mismatch = endings.mismatch(trace, news)
      if (mismatch !== null) throw new WebhookRefusedError(422, mismatch)
      return trace
    }
    if (candidates.length > 0) throw new WebhookRefusedError(403, 'The job does not belong to this address.')
    const lost = matching.adopt(webhook, launcher.isUnderWay)
    if (!lost) return undefined
    matching.accept(lost, news.jobId, changes)
    return tables.traces.get(lost.id)
  }

  function take(webhook: Webhook, changes: Changes): IngestOutcome {
    const { news, body, path, sourceAddress } = webhook
    const trace = traceOf(webhook, changes)
    if (!trace && sources.checked() && !sources.isKnown(sourceAddress)) {
      throw new WebhookRefusedError(403, 'No computer or repository has this address.')
    }
    const key = newsKey(news)
    if (tables.inbox.has(news.jobId, key, trace?.id ?? null, sourceAddress)) return 'duplicate'
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
  return (webhook: Webhook): Promise<IngestOutcome> => writeSoon((changes) => take(webhook, changes))
}
export type Ingest = ReturnType<typeof createIngest>
