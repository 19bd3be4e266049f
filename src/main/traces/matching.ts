/** Which trace a webhook belongs to: by its job id, now or once the call that started the job has returned it. */
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import { unheededOf, type Unheeded } from '../trust/unheeded.ts'
import type { Endings, Sender } from './ending.ts'
import type { Webhook } from './news.ts'

/** Reads a stored webhook again. */
export type ReadNews = (path: string, body: string) => Pick<Webhook, 'peer' | 'news'> | null

/** Builds what matches. Every method is called inside a write. */
export function createMatching(
  tables: Tables,
  endings: Endings,
  readNews: ReadNews,
  options: { takenBack: (what: Unheeded, changes: Changes) => void; now: () => number }
) {
  const { takenBack, now } = options

  /**
   * Lets the webhooks that waited for this job id change its trace, in the order in which they came. What would have been
   * refused after the reply is not taken for having come before it: it leaves the inbox for where such are listed, where
   * it is on disk, too.
   */
  function applyWaiting(traceId: number, jobId: string, changes: Changes): void {
    for (const row of tables.inbox.waiting(jobId)) {
      const trace = tables.traces.get(traceId)
      const read = readNews(row.path, row.body)
      if (!trace || !read) continue
      const webhook = { ...row, ...read }
      const reason = !endings.maySpeak(trace, webhook)
        ? 'wrong-source'
        : endings.mismatch(trace, webhook.news) !== null && 'mismatch'
      if (reason) {
        tables.inbox.remove(row.id)
        takenBack(unheededOf(webhook, reason, traceId), changes)
      } else {
        const applied = endings.apply(trace, webhook.news, row.body, changes)
        tables.inbox.settle(row.id, traceId, applied ? 'applied' : 'ignored')
      }
    }
  }

  /** Gives a trace whose reply was lost its job: its peer has accepted it. */
  function accept(trace: TraceRecord, jobId: string, changes: Changes): void {
    tables.traces.update(trace.id, { jobId })
    tables.history.add({ traceId: trace.id, at: now(), kind: 'accepted', params: { job: jobId } })
    changes.trace(trace.id)
    endings.kindOf(trace).accepted(trace, changes)
    applyWaiting(trace.id, jobId, changes)
  }

  /**
   * The trace that a result of an unknown job can only be of: the program ended between its call and the reply, and the
   * result names its image, or it is the one computer's only call of that function. A call that is still under way is not
   * one: its reply will say the id.
   */
  function adopt(
    webhook: Sender & Pick<Webhook, 'news'>,
    isUnderWay: (id: number) => boolean
  ): TraceRecord | undefined {
    const { news } = webhook
    if (news.kind !== 'result') return undefined
    const fitting = tables.traces.calledWithoutJob().filter((trace) => {
      return (
        !isUnderWay(trace.id) &&
        trace.imageId === news.imageId &&
        endings.kindOf(trace).resultName === news.resultName &&
        endings.maySpeak(trace, webhook)
      )
    })
    // Where one address speaks for many computers, nobody can tell which of them it is.
    const [first] = fitting
    const certain = fitting.every(({ clientId }) => clientId === first?.clientId)
    return certain && (news.imageId !== null || fitting.length === 1) ? first : undefined
  }

  return { applyWaiting, accept, adopt }
}
export type Matching = ReturnType<typeof createMatching>
