/** What the parts of an inventory are called. */
import { useI18n } from 'vue-i18n'
import type { SoftwareEntry } from '#shared/contract/records.ts'
import { isHardwareType } from '#shared/domain/inventories.ts'
import { useFormat } from '../../composables/useFormat.ts'

interface Dated {
  readonly id: number
  readonly at: number
}

export function useRecordWords() {
  const { t } = useI18n()
  const { dateTime } = useFormat()
  return {
    /** A type that no table names stays what it is. */
    typeName: (type: string): string => (isHardwareType(type) ? t(`hardwareTypes.${type}`) : type),
    placeName: ({ disk, partition, system }: Pick<SoftwareEntry, 'disk' | 'partition' | 'system'>): string =>
      t('records.placeOf', { disk, partition, system }),
    /** The dates of a history, the newest first, to choose from. */
    dates: (entries: readonly Dated[]) =>
      entries.map(({ id, at }, index) => ({
        value: id,
        title: index === 0 ? t('records.latest', { date: dateTime(at) }) : dateTime(at)
      }))
  }
}
