/** What can be done with discovered computers besides their adoption. */
import { useI18n } from 'vue-i18n'
import type { Discovered } from '#shared/contract/rows.ts'
import { api } from '../../api.ts'
import { useAttempt } from '../../composables/useAttempt.ts'
import { useNotices, type WindowNotice } from '../../stores/notices.ts'

const idsOf = (computers: readonly Discovered[]): number[] => computers.map(({ id }) => id)

export function useDiscoveredActions() {
  const { t } = useI18n()
  const notices = useNotices()
  const { attempt } = useAttempt()

  /** Does it, and says what was done or why not. */
  const run = (work: () => Promise<unknown>, said: () => string, action?: WindowNotice['action']) =>
    attempt(async () => {
      await work()
      notices.success(said(), action)
    })

  const unignore = (computers: readonly Discovered[]) =>
    run(
      () => api.discovered.unignore({ ids: idsOf(computers) }),
      () => t('agents.discovered.unignored', { n: computers.length }, computers.length)
    )
  return {
    unignore,
    ignore: (computers: readonly Discovered[]) =>
      run(
        () => api.discovered.ignore({ ids: idsOf(computers) }),
        () => t('agents.discovered.ignoredDone', { n: computers.length }, computers.length),
        { text: t('edit.undo.action'), run: () => void unignore(computers) }
      ),
    forget: (computers: readonly Discovered[]) =>
      run(
        () => api.discovered.forget({ ids: idsOf(computers) }),
        () => t('agents.discovered.forgotten', { n: computers.length }, computers.length)
      ),
    updateAddress: (computer: Discovered, name: string) =>
      run(
        () => api.discovered.updateAddress({ id: computer.id }),
        () => t('agents.discovered.addressUpdated', { name, ip: computer.sourceAddress })
      )
  }
}
