/** Repositories: do they answer, and is it they who answer. */
import type { NewRepository } from '#shared/contract/inputs.ts'
import type { Certificate, Repository } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import { describeCertificate, type PeerIdentity } from '../http/pinned-agent.ts'
import type { Inventory } from './inventory.ts'
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

/** How many shown certificates are remembered. */
const SHOWN = 20

/** Builds the service. */
export function createRepositoryService(
  tables: Tables,
  write: Write,
  parts: { client: RepositoryClient; inventory: Inventory },
  now: () => number
) {
  const { client, inventory } = parts
  /** Certificates that somebody was shown before there was a row to pin them to; the latest ones. */
  const shown = new Map<string, PeerIdentity>()
  const need = (id: number): Repository => {
    const repository = tables.repositories.get(id)
    if (!repository) throw fail('not-found')
    return repository
  }
  return {
    /** "Test connection": who answers there. Nothing is pinned. */
    async probe(address: {
      ip: string
      port: number
    }): Promise<{ certificate: Certificate | null; failure: Failure | null }> {
      const { identity, failure } = await client.probe(address)
      if (!identity) return { certificate: null, failure }
      shown.delete(identity.fingerprint)
      shown.set(identity.fingerprint, identity)
      for (const oldest of shown.keys()) {
        if (shown.size <= SHOWN) break
        shown.delete(oldest)
      }
      return { certificate: describeCertificate(identity), failure }
    },
    /** @throws FailureError certificate-not-seen where the certificate to pin is not one that a probe has shown. */
    create({ certificateFingerprint: trusted, ...fields }: NewRepository): Repository {
      const identity = trusted === null ? undefined : shown.get(trusted)
      if (trusted !== null && !identity) throw fail('certificate-not-seen')
      return inventory.createRepository(
        fields,
        identity &&
          (({ id }) => tables.repositories.pinCertificate(id, identity.fingerprint, identity.pem, now()))
      )
    },
    /** Asks whether it answers; its certificate is pinned the first time. */
    async check(id: number): Promise<{ repository: Repository; failure: Failure | null }> {
      const { failure } = await client.status(need(id))
      return { repository: need(id), failure: failure ?? null }
    },
    /** Another database has been put in place: what was seen of the old one's repositories is of no row of it. */
    forget(): void {
      shown.clear()
      client.forgetAllRefused()
    },
    /** Pins the certificate that was refused before; the fingerprint must be the one that the person looked at. */
    trust(id: number, fingerprint: string): Repository {
      need(id)
      const refused: PeerIdentity | undefined = client.refusedCertificate(id)
      if (refused?.fingerprint !== fingerprint) throw fail('certificate-not-seen')
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
