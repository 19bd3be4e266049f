/** What has changed in a partition table, in words: a line for each partition. */
import { useI18n } from 'vue-i18n'
import type { PartitionHistoryEntry } from '#shared/contract/rows.ts'
import { partitionTableName, partitionTypeName } from '#shared/domain/partition-codes.ts'
import { useFormat } from '../../composables/useFormat.ts'

type Change = NonNullable<PartitionHistoryEntry['changes']>[number]

interface ChangeLine {
  /** `1.2`: disk and partition. */
  readonly place: string
  readonly title: string
  readonly words: string
}

export function usePartitionWords() {
  const { t } = useI18n()
  const { sizeOfKb, percent } = useFormat()
  const size = (value: string | number | null): string => sizeOfKb(Number(value ?? 0))
  const table = (value: string | number | null): string =>
    partitionTableName(String(value ?? '')) ?? t('agents.history.noTable')
  const fileSystem = (value: string | number | null): string =>
    value === null || value === '' || value === 'EMPTY' ? t('agents.history.noFileSystem') : String(value)
  const arrow = (from: string, to: string): string => `${from} → ${to}`

  /** What a partition held or holds, for one that came or went. */
  function content({ disk, partition }: Change, entry: PartitionHistoryEntry | undefined): string {
    const row = entry?.partitions.find((own) => own.disk === disk && own.partition === partition)
    if (!row) return ''
    return (
      row.system ||
      (row.fileSystem === 'EMPTY' || row.fileSystem === '' ? partitionTypeName(row.code) : row.fileSystem)
    )
  }

  function words(
    change: Change,
    entry: PartitionHistoryEntry,
    before: PartitionHistoryEntry | undefined
  ): string {
    const { kind, from, to } = change
    const came = (
      key: string,
      value: string | number | null,
      of: PartitionHistoryEntry | undefined
    ): string =>
      t(`agents.history.${key}`, { what: [content(change, of), size(value)].filter(Boolean).join(', ') })
    switch (kind) {
      case 'disk-added':
        return t('agents.history.diskAdded', { size: size(to) })
      case 'disk-removed':
        return t('agents.history.diskRemoved', { size: size(from) })
      case 'added':
        return came('added', to, entry)
      case 'removed':
        return came('removed', from, before)
      case 'resized':
        return arrow(size(from), size(to))
      case 'table':
        return t('agents.history.table', { change: arrow(table(from), table(to)) })
      case 'type':
        return t('agents.history.type', {
          change: arrow(partitionTypeName(String(from)), partitionTypeName(String(to)))
        })
      case 'file-system':
        return arrow(fileSystem(from), fileSystem(to))
      case 'system':
        return arrow(String(from || t('agents.history.noSystem')), String(to || t('agents.history.noSystem')))
      case 'usage':
        return t('agents.history.usage', {
          change: arrow(percent(Number(from) / 100), percent(Number(to) / 100))
        })
    }
  }

  function titleOf({ disk, partition }: Change): string {
    if (partition === 0) return t('agents.history.disk', { disk })
    return disk === 1
      ? t('agents.history.partition', { partition })
      : t('agents.history.diskPartition', { disk, partition })
  }

  /** The lines of an entry; none for the first one, which nothing came before. */
  return (entry: PartitionHistoryEntry, before: PartitionHistoryEntry | undefined): ChangeLine[] => {
    const lines = new Map<string, { title: string; words: string[] }>()
    for (const change of entry.changes ?? []) {
      const place = `${change.disk}.${change.partition}`
      const line = lines.get(place) ?? { title: titleOf(change), words: [] }
      line.words.push(words(change, entry, before))
      lines.set(place, line)
    }
    return [...lines].map(([place, { title, words: said }]) => ({ place, title, words: said.join('; ') }))
  }
}
