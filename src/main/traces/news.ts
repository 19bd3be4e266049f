/** What a webhook says, and how two deliveries of the same news are told to be the same. */
import { createHash } from 'node:crypto'
import type { ParsedCfg } from '../ogagent/cfg.ts'
import type { JobResult, Peer } from './job-kind.ts'

/** A webhook of a job, read and checked. `body` is what came, to the letter. */
export interface Webhook {
  readonly path: string
  readonly peer: Peer
  readonly sourceAddress: string
  readonly body: string
  readonly news: News
}

export type News = { readonly jobId: string } & (
  | { readonly kind: 'progress'; readonly progress: number }
  | {
      readonly kind: 'result'
      readonly result: JobResult
      /** The agent's function and the id of the image, where the agent says them. */
      readonly resultName: string | null
      readonly imageId: string | null
      /** The computer's partition table, where the result brings one: failed jobs may do so, too. */
      readonly cfg: ParsedCfg | null
      /** What the computer is made of, and what is installed on it, where the result says it. */
      readonly hardware: string | null
      readonly software: string | null
    }
)

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The same news of the same job has the same key, whatever the spelling of its JSON. */
export function newsKey(news: News): string {
  if (news.kind === 'progress') return `progress ${news.progress}`
  const table = news.cfg === null ? '' : ` ${hash(JSON.stringify(news.cfg))}`
  const inventory = news.hardware ?? news.software
  const listed = inventory === null ? '' : ` ${hash(inventory)}`
  const about = `${news.resultName ?? ''} ${news.imageId ?? ''}${table}${listed}`
  return news.result.success
    ? `success ${about} ${news.result.fullsum ?? ''}`
    : `error ${about} ${news.result.error}`
}
