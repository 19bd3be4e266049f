/** How a batch ended, or stands, as one sentence. */
import type { Batch } from '../contract/batch-rows.ts'
import type { FailureCode } from '../domain/failures.ts'
import type { SharedMessages } from './es.ts'
import { fill } from './sentences.ts'

/** The computer did not react at all, whatever it was told. */
const SILENT: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'agent-refused',
  'agent-timeout',
  'agent-unreachable',
  'no-answer',
  'target-off',
  'wake-unanswered'
])
/** A sentence names so many computers. */
const NAMED = 5

/**
 * «28 de 30; 2 no respondieron: pc07, pc19». The batch tells the first hundred of its failures: of more, the rest is
 * counted with those that failed.
 */
export function batchOutcome({ outcome }: SharedMessages, batch: Pick<Batch, 'counts' | 'failures'>): string {
  const { counts, failures } = batch
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const silent = failures.filter(({ failure }) => SILENT.has(failure.code))
  const failed = failures.filter(({ failure }) => !SILENT.has(failure.code))
  const untold = Math.max(0, counts.failed - failures.length)
  const left = counts.pending + counts['in-progress']

  function named(rows: Batch['failures'], count: number): string {
    const names = rows.slice(0, NAMED).map(({ clientName }) => clientName ?? '–')
    const rest = count - names.length
    return rest > 0 ? fill(outcome.more, { names: names.join(', '), count: rest }) : names.join(', ')
  }
  function part(
    forms: { readonly one: string; readonly many: string },
    rows: Batch['failures'],
    count: number
  ) {
    return count === 0
      ? []
      : [fill(count === 1 ? forms.one : forms.many, { count, names: named(rows, count) })]
  }
  return [
    fill(outcome.done, { done: counts.success, total }),
    ...part(outcome.silent, silent, silent.length),
    ...part(outcome.failed, failed, failed.length + untold),
    ...part(outcome.cancelled, [], counts.cancelled),
    ...(left > 0 ? [fill(outcome.waiting, { count: left })] : [])
  ].join('; ')
}
