import { useI18n } from 'vue-i18n'
import type { TraceHistoryEntry } from '#shared/contract/rows.ts'

/** What happened, as a sentence: states and peers among its values are named in the window's language. */
export function useHistorySentence(): (entry: TraceHistoryEntry) => string {
  const { t, te } = useI18n()

  function named(value: string | number | undefined, ...groups: string[]): string | undefined {
    const key = groups.map((group) => `${group}.${value}`).find((candidate) => te(candidate))
    return key && t(key)
  }

  return ({ kind, params }) => {
    // `ended` tells the trace's state; `asked` the computer's, or only whether the repository answered.
    const states = kind === 'asked' ? ['states.client', 'work.trace.askedStates'] : ['states.trace']
    return t(`history.${kind}`, {
      ...params,
      state: named(params['state'], ...states) ?? params['state'] ?? '—',
      peer: named(params['peer'], 'peers') ?? params['peer'] ?? '—'
    })
  }
}
