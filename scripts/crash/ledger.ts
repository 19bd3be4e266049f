/** What was sent to the console and what it answered: what a crash may not contradict. */

/** Where a webhook goes. [A, D] */
export const JOB_PATH = '/opengnsys/rest/clients/status/webhook'
export const REPORT_PATH = '/opengnsys/rest/ogagent'

export interface JobWebhook {
  readonly jobId: string
  readonly body: string
  /** What the result said; null: it was progress. */
  readonly result: { readonly success: boolean; readonly marker: string | null } | null
  /** It got a 2xx. */
  acknowledged: boolean
  /** It has been looked for since. */
  verified: boolean
}

/** The reports of one computer, one after the other: the last that was answered, and what came after it. */
export interface Reported {
  readonly mac: string
  /** In order; `value` is what the row has to hold once it was taken. */
  readonly sent: { readonly value: string | null; acknowledged: boolean }[]
}

/** A call that an agent took. */
interface TakenCall {
  readonly ip: string
  readonly name: string
  readonly jobId: string
  readonly script: string | null
}

export interface Ledger {
  readonly webhooks: JobWebhook[]
  /** Who is logged in, a line a computer of the inventory. */
  readonly sessions: Reported[]
  /** How often computers that nobody knows have reported in. */
  readonly strangers: Reported[]
  readonly calls: TakenCall[]
  /** What the console should never have answered. */
  readonly problems: string[]
}

export const createLedger = (): Ledger => ({
  webhooks: [],
  sessions: [],
  strangers: [],
  calls: [],
  problems: []
})
