import { useI18n } from 'vue-i18n'
import type { SmartFilter } from '#shared/contract/inputs.ts'
import { asksNothing } from '#shared/domain/smart-groups.ts'
import { useInventory } from '../stores/inventory.ts'

/** As long as a name may be. */
const MAX_LENGTH = 100

/** A filter in words, as the name that is suggested for it: `Apagados con Windows 11 en Aula 3`. */
export function useSmartFilterWords(): (filter: SmartFilter) => string {
  const { t } = useI18n()
  const inventory = useInventory()
  const named = (rows: readonly ({ name: string } | undefined)[]): string =>
    rows.flatMap((row) => (row ? [row.name] : [])).join(', ')

  return (filter) => {
    if (asksNothing(filter)) return t('search.smart.words.everything')
    const states = filter.states.map((state) => t(`search.smart.words.states.${state}`))
    const [first, ...others] = states
    const subject = first
      ? [first, ...others.map((state) => state.charAt(0).toLocaleLowerCase() + state.slice(1))].join(
          t('search.smart.words.or')
        )
      : t('search.smart.words.some')
    const units = named(filter.unitIds.map((id) => inventory.unit(id)))
    const repositories = named(filter.repositoryIds.map((id) => inventory.repository(id)))
    const parts: [asked: unknown, words: string][] = [
      [filter.system, t('search.smart.words.system', { system: filter.system })],
      [filter.text, t('search.smart.words.text', { text: filter.text })],
      [filter.ogLive, t('search.smart.words.ogLive', { ogLive: filter.ogLive })],
      [filter.agentVersion, t('search.smart.words.agentVersion', { version: filter.agentVersion })],
      [repositories, t('search.smart.words.repositories', { repositories })],
      [filter.silentDays, t('search.smart.words.silentDays', filter.silentDays ?? 0)],
      [filter.neverReported, t('search.smart.words.neverReported')],
      [units, t('search.smart.words.units', { units })]
    ]
    const words = [subject, ...parts.filter(([asked]) => asked).map(([, text]) => text)].join(' ')
    return words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH - 1)}…` : words
  }
}
