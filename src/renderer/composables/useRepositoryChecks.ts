/** Asks repositories whether they answer, and keeps what each said for as long as the page is open. */
import { reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Repository } from '#shared/contract/rows.ts'
import { api, failureOf, type ShownFailure } from '../api.ts'
import { useInventory } from '../stores/inventory.ts'
import { useNotices } from '../stores/notices.ts'

export interface RepositoryCheck {
  running: boolean
  /** Null: it answers. */
  failure: ShownFailure | null
}

export function useRepositoryChecks() {
  const { t } = useI18n()
  const inventory = useInventory()
  const notices = useNotices()
  const checks = reactive(new Map<number, RepositoryCheck>())

  async function check(repository: Repository): Promise<void> {
    checks.set(repository.id, { running: true, failure: checks.get(repository.id)?.failure ?? null })
    let failure: ShownFailure | null
    try {
      const answer = await api.repositories.check({ id: repository.id })
      inventory.repositories.set(answer.repository.id, answer.repository)
      failure = answer.failure
    } catch (error) {
      failure = failureOf(error)
    }
    checks.set(repository.id, { running: false, failure })
  }

  /** Pins the certificate with this fingerprint, and asks again. */
  async function trust(repository: Repository, fingerprint: string): Promise<void> {
    try {
      const trusted = await api.repositories.trustCertificate({ id: repository.id, fingerprint })
      inventory.repositories.set(trusted.id, trusted)
      notices.info(t('repositories.trusted', { name: repository.name }))
      await check(trusted)
    } catch (error) {
      checks.set(repository.id, { running: false, failure: failureOf(error) })
    }
  }

  return { checks, check, trust }
}
