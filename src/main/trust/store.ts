/** What the site's trust is made of, in the settings' table; keys and the token encrypted by the host's `Secrets`. */
import * as z from 'zod'
import { TOKEN_POLICIES, type TokenPolicy } from '#shared/domain/trust.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import type { Logger, Secrets } from '../ports.ts'
import type { KeyPair } from './pem.ts'

const ROW = 'trust'
const stored = z.object({
  tokenPolicy: z.enum(TOKEN_POLICIES).catch('off'),
  /** Encrypted, in base64; so are the keys. */
  token: z.object({ secret: z.string(), since: z.int() }).nullable().catch(null),
  client: z.object({ cert: z.string(), secret: z.string() }).nullable().catch(null),
  server: z.object({ cert: z.string(), secret: z.string() }).nullable().catch(null)
})
type Stored = z.infer<typeof stored>
const NOTHING: Stored = { tokenPolicy: 'off', token: null, client: null, server: null }

/** `key` is null where it was encrypted by another key of the system: on another computer, or by another user. */
export interface KeptPair {
  readonly cert: string
  readonly key: string | null
}

/** Builds the store; what it holds is read once, and again after `reload`. */
export function createTrustStore(tables: Tables, write: Write, secrets: Secrets, log: Logger) {
  function open(secret: string, what: string): string | null {
    try {
      return secrets.decrypt(Buffer.from(secret, 'base64'))
    } catch (error) {
      log.warn({ what, error: String(error) }, 'a secret of the settings cannot be decrypted')
      return null
    }
  }
  const close = (text: string): string => secrets.encrypt(text).toString('base64')

  function read() {
    const parsed = stored.safeParse(tables.settings.all()[ROW])
    const row = parsed.success ? parsed.data : NOTHING
    const pair = (kept: Stored['client'], what: string): KeptPair | null =>
      kept && { cert: kept.cert, key: open(kept.secret, what) }
    return {
      row,
      token: row.token && { text: open(row.token.secret, 'token'), since: row.token.since },
      client: pair(row.client, 'client key'),
      server: pair(row.server, 'server key')
    }
  }
  // At the first use: on some desktops the keyring has to be unlocked first.
  let known: ReturnType<typeof read> | undefined
  const current = () => (known ??= read())

  function change(part: Partial<Stored>): void {
    write(() => tables.settings.set(ROW, { ...current().row, ...part }))
    known = undefined
  }
  const kept = (pair: KeyPair | null) => pair && { cert: pair.cert, secret: close(pair.key) }

  return {
    tokenPolicy: (): TokenPolicy => current().row.tokenPolicy,
    setTokenPolicy: (tokenPolicy: TokenPolicy): void => change({ tokenPolicy }),
    /** `text` is null where it cannot be decrypted. */
    token: () => current().token,
    setToken: (text: string | null, since: number): void =>
      change(text === null ? { token: null, tokenPolicy: 'off' } : { token: { secret: close(text), since } }),
    client: (): KeptPair | null => current().client,
    setClient: (pair: KeyPair | null): void => change({ client: kept(pair) }),
    server: (): KeptPair | null => current().server,
    setServer: (pair: KeyPair | null): void => change({ server: kept(pair) }),
    /** Another database has been put in place. */
    reload: (): void => void (known = undefined)
  }
}
export type TrustStore = ReturnType<typeof createTrustStore>
