/** How a batch ended, or stands, as one sentence. */
import type { Batch } from '../contract/batch-rows.ts'
import type { BatchCommand } from '../domain/commands.ts'
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
 * «Desplegada en 28 de 30 equipos; 2 no respondieron: pc07, pc19». The batch tells the first hundred of its failures: of
 * more, the rest is counted with those that failed.
 */
export function batchOutcome(
  { outcome }: SharedMessages,
  { command, counts, failures }: Pick<Batch, 'command' | 'counts' | 'failures'>
): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const forms: Partial<Record<BatchCommand, typeof outcome.done.usual>> = outcome.done
  const done = forms[command] ?? outcome.done.usual
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
    words: { readonly one: string; readonly many: string },
    rows: Batch['failures'],
    count: number
  ) {
    return count === 0
      ? []
      : [fill(count === 1 ? words.one : words.many, { count, names: named(rows, count) })]
  }
  return [
    fill(total === 1 ? done.one : done.many, { done: counts.success, total }),
    ...part(outcome.silent, silent, silent.length),
    ...part(outcome.failed, failed, failed.length + untold),
    ...part(outcome.cancelled, [], counts.cancelled),
    ...(left > 0 ? [fill(outcome.waiting, { count: left })] : [])
  ].join('; ')
}
