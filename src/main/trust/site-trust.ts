/** Who is trusted, and how the console proves who it is: what the settings show and change. */
import { X509Certificate } from 'node:crypto'
import type { Trust, TrustedPair } from '#shared/contract/trust.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { TokenPolicy } from '#shared/domain/trust.ts'
import { fail } from '../failure-error.ts'
import type { SettingsService } from '../inventory/settings.ts'
import { describe, readAuthorities, readCertificates, readKeyPair, type KeyPair } from './pem.ts'
import type { ServerCertificates } from './server-certificate.ts'
import type { KeptPair, TrustStore } from './store.ts'
import { newToken, type TokenGate } from './token.ts'
import type { UnheededRecord } from './unheeded.ts'

/** What calls to peers are checked against, and what they bring. */
export interface PeerTrust {
  /** PEM; null: agents are accepted unverified, and repositories pinned. */
  readonly ca: string | null
  readonly client: KeyPair | null
}

const DAY = 24 * 3_600_000
/** A certificate of the site that ends within this time is pointed out. */
const SOON = 30 * DAY

/** The pair, where its key can be used. */
export const usable = (pair: KeptPair | null): KeyPair | null =>
  pair?.key != null ? { cert: pair.cert, key: pair.key } : null

/** Builds the access of outbound calls to it: the same object until something changes, so that TLS contexts are kept. */
export function createPeerTrust(store: TrustStore, settings: SettingsService): () => PeerTrust {
  let kept: { ca: string | null; pair: KeptPair | null; trust: PeerTrust } | undefined
  return () => {
    const ca = settings.get().siteCa
    const pair = store.client()
    if (kept?.ca !== ca || kept.pair !== pair) kept = { ca, pair, trust: { ca, client: usable(pair) } }
    return kept.trust
  }
}

/** Builds the service. */
export function createSiteTrust(
  store: TrustStore,
  parts: {
    settings: SettingsService
    gate: TokenGate
    unheeded: UnheededRecord
    certificates: ServerCertificates
    /** The addresses at which peers reach the webhook server. */
    addresses: () => string[]
    /** The server shows another certificate from now on. */
    serve: () => Promise<void>
  },
  options: { told: () => void; now: () => number }
) {
  const { settings, gate, unheeded, certificates, addresses, serve } = parts
  const { told, now } = options

  /** What somebody should do about a certificate that was good when it came. */
  function ofDates({ subject, validTo }: ReturnType<typeof describe>): Failure | null {
    const params = { name: subject, date: new Date(validTo).toISOString().slice(0, 10) }
    if (validTo <= now()) return failure('certificate-expired', params)
    return validTo - now() < SOON ? failure('certificate-ends-soon', params) : null
  }
  const warningsOf = (certificate: ReturnType<typeof describe>, key: string | null): Failure[] => [
    ...(key === null ? [failure('key-not-decrypted')] : []),
    ...[ofDates(certificate)].filter((warning) => warning !== null)
  ]

  function described(pair: KeptPair | null): TrustedPair | null {
    if (!pair) return null
    const certificate = describe(readCertificates(pair.cert)[0]!)
    return { certificate, warnings: warningsOf(certificate, pair.key) }
  }

  /** The one that agents and repositories are shown. */
  function server(): Trust['server'] {
    const shown = certificates.current()
    const own = certificates.isOwn()
    const kept = own ? null : described(store.server())
    const certificate = shown ? new X509Certificate(shown.cert) : null
    const names = certificate?.subjectAltName?.split(/,\s*/).map((name) => name.replace(/^[^:]*:/, '')) ?? []
    const covered = addresses().some((address) => certificate?.checkIP(address) !== undefined)
    const elsewhere = failure('certificate-other-names', {
      names: names.join(', ') || '—',
      addresses: addresses().join(', ')
    })
    // A site's that cannot be used: ours stands in for it.
    const unusable = own ? described(store.server()) : null
    return {
      own,
      certificate: certificate && describe(certificate),
      names,
      warnings: [
        ...(unusable?.warnings ?? []),
        ...(kept?.warnings ?? []),
        ...(!own && addresses().length > 0 && !covered ? [elsewhere] : [])
      ]
    }
  }

  function get(): Trust {
    const { siteCa } = settings.get()
    const token = store.token()
    const authorities = siteCa === null ? [] : readCertificates(siteCa).map(describe)
    return {
      token: {
        since: token?.since ?? null,
        policy: store.tokenPolicy(),
        senders: gate.senders(),
        refused: unheeded.total(['no-token', 'wrong-token']),
        warnings: token?.text === null ? [failure('token-not-decrypted')] : []
      },
      authorities: authorities.map((certificate) => ({
        certificate,
        warnings: [ofDates(certificate)].filter((warning) => warning !== null)
      })),
      client: described(store.client()),
      server: server()
    }
  }

  /** Does it, and says how things are now. */
  function changed(change: () => void): Trust {
    change()
    told()
    return get()
  }
  async function served(pair: KeyPair | null): Promise<Trust> {
    store.setServer(pair)
    await serve()
    told()
    return get()
  }

  return {
    get,
    /** Makes a token, which nobody will be shown again. The old one is worth nothing from now on. */
    changeToken(): { token: string; trust: Trust } {
      const token = newToken()
      return { token, trust: changed(() => store.setToken(token, now())) }
    },
    removeToken: (): Trust =>
      changed(() => {
        store.setToken(null, now())
        gate.forget()
      }),
    /** @throws FailureError token-missing where there is none to ask for. */
    setTokenPolicy(policy: TokenPolicy): Trust {
      if (policy !== 'off' && !store.token()) throw fail('token-missing')
      return changed(() => store.setTokenPolicy(policy))
    },
    forgetSenders: (): Trust => changed(gate.forget),
    /** @throws FailureError where it is none; what was there stays. */
    setAuthorities(pem: string | null): Trust {
      const siteCa = pem === null ? null : readAuthorities(pem, now()).map(String).join('')
      return changed(() => settings.change({ siteCa }))
    },
    setClient(pair: KeyPair | null): Trust {
      const read = pair && readKeyPair(pair.cert, pair.key, now())
      return changed(() => store.setClient(read))
    },
    setServer: async (pair: KeyPair | null): Promise<Trust> =>
      served(pair && readKeyPair(pair.cert, pair.key, now())),
    unheeded: unheeded.list,
    clearUnheeded: unheeded.clear
  }
}
export type SiteTrust = ReturnType<typeof createSiteTrust>
