import { useI18n } from 'vue-i18n'
import type { Backup } from '#shared/contract/backups.ts'

/** What a backup holds, in words: `30 equipos · 4 unidades · 2 imágenes · 12 trazas`; a dash where nobody knows. */
export function useBackupText() {
  const { t } = useI18n()
  return {
    contents({ counts }: Backup): string {
      if (!counts) return '—'
      const { clients, units, images, traces } = counts
      return t('backups.contents', {
        clients: t('backups.count.clients', clients),
        units: t('backups.count.units', units),
        images: t('backups.count.images', images),
        traces: t('backups.count.traces', traces)
      })
    }
  }
}
