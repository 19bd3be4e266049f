/**
 * The site's token, which agents and repositories that can send one bring in `Authorization`: as `Bearer <token>`, or as
 * the password of `Basic`, which is what an ogAgent makes of `https://ogdesk:<token>@host:8443/…` as its console's
 * address. [A] Nothing of the wire changes for those that send none.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import type { Unheeded } from './unheeded.ts'
import type { TrustStore } from './store.ts'

const BYTES = 32
/** Characters of a header that are looked at. */
const LONGEST = 1_000
/** Milliseconds between two notes that an address still sends the token. */
const NOTED_EVERY = 3_600_000

/** A new token: 256 random bits, in letters that an address can hold. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What an `Authorization` header brings; null where it brings no token. */
export function tokenOf(header: string | undefined): string | null {
  if (header === undefined || header.length > LONGEST) return null
  const [, scheme = '', value = ''] = /^(\S+) +(\S+) *$/.exec(header) ?? []
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return null
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null
}

/** Builds what judges who may speak. */
export function createTokenGate(
  tables: Tables,
  write: Write,
  store: TrustStore,
  options: { unheeded: (what: Unheeded) => void; now: () => number }
) {
  const { unheeded, now } = options
  let senders: Map<string, number> | undefined
  const known = () => (senders ??= new Map(tables.tokenSenders.all().map((address) => [address, 0])))

  function noteSender(address: string): void {
    const before = known().get(address)
    if (before !== undefined && now() - before < NOTED_EVERY) return
    write(() => tables.tokenSenders.note(address, now()))
    known().set(address, now())
  }

  /** What is wrong with it, or null. Digests are compared, so that the time tells nothing of the token. */
  function objection(header: string | undefined, address: string): 'no-token' | 'wrong-token' | null {
    const token = store.token()
    const policy = store.tokenPolicy()
    if (!token) return null
    const brought = tokenOf(header)
    // One that cannot be decrypted is no reason to let everybody in.
    const right = brought !== null && timingSafeEqual(digest(brought), digest(token.text ?? newToken()))
    if (right) {
      noteSender(address)
      return null
    }
    if (policy === 'off') return null
    if (header !== undefined) return 'wrong-token'
    return policy === 'always' || known().has(address) ? 'no-token' : null
  }

  return {
    /** Why a webhook is not taken, or null where it is. What is refused is noted. */
    refusal(header: string | undefined, address: string, path: string): 'no-token' | 'wrong-token' | null {
      const reason = objection(header, address)
      if (reason) unheeded({ reason, path, sourceAddress: address, jobId: null, traceId: null, body: null })
      return reason
    },
    senders: (): string[] => [...known().keys()],
    /** Nobody has sent it: computers that no longer can are let in again. */
    forget(): void {
      write(() => tables.tokenSenders.clear())
      senders = undefined
    },
    reload: (): void => void (senders = undefined)
  }
}
export type TokenGate = ReturnType<typeof createTokenGate>
