/** A webhook that the lab has sent, holds, or has dropped. */
export interface SentWebhook {
  what: 'progress' | 'result' | 'event'
  path: string
  body: Record<string, unknown>
  /**
   * pending: on its way; held: fault `late`, until released; delivered: answered 2xx with JSON; failed: not; dropped: never
   * sent, by a fault or because the computer died.
   */
  outcome: 'pending' | 'held' | 'delivered' | 'failed' | 'dropped'
  attempts: number
  /** The console's last answer, when there was one. */
  status?: number
  reply?: unknown
  error?: string
}
