/** Repositories: do they answer, and is it they who answer. */
import type { Repository } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { PeerIdentity } from '../http/pinned-agent.ts'
import type { PinStore, RepositoryClient } from '../ogrepository/client.ts'

/** Pins certificates at first use. [D] protocol.md section 1 */
export function createPinStore(tables: Tables, write: Write, now: () => number): PinStore {
  return {
    pin: (repository, { fingerprint, pem }) =>
      write((changes) => {
        if (tables.repositories.get(repository.id)?.certificateFingerprint !== null) return
        tables.repositories.pinCertificate(repository.id, fingerprint, pem, now())
        changes.repository(repository.id)
      })
  }
}

/** Builds the service. */
export function createRepositoryService(
  tables: Tables,
  write: Write,
  client: RepositoryClient,
  now: () => number
) {
  const need = (id: number): Repository => {
    const repository = tables.repositories.get(id)
    if (!repository) throw fail('not-found')
    return repository
  }
  return {
    /** Asks whether it answers; its certificate is pinned the first time. */
    async check(id: number): Promise<{ repository: Repository; failure: Failure | null }> {
      const { failure } = await client.status(need(id))
      return { repository: need(id), failure: failure ?? null }
    },
    /** Pins the certificate that was refused before; the fingerprint must be the one that the person looked at. */
    trust(id: number, fingerprint: string): Repository {
      need(id)
      const refused: PeerIdentity | undefined = client.refusedCertificate(id)
      if (refused?.fingerprint !== fingerprint) throw fail('not-found')
      return write((changes) => {
        tables.repositories.pinCertificate(id, refused.fingerprint, refused.pem, now())
        client.forgetRefused(id)
        changes.repository(id)
        return need(id)
      })
    }
  }
}
export type RepositoryService = ReturnType<typeof createRepositoryService>
