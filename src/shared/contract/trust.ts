/** trust.*: who may speak to the console, whom it believes, and how it proves who it is. */
import * as z from 'zod'
import { TOKEN_POLICIES, UNHEEDED_REASONS } from '../domain/trust.ts'
import { base } from './base.ts'
import { certificateSchema, failureSchema } from './rows.ts'

const count = z.int().nonnegative()
const time = z.int().nonnegative()
const pem = z.string().max(200_000)
const pair = z.object({ cert: pem, key: pem })
const warnings = z.array(failureSchema)

const trustedPair = z.object({ certificate: certificateSchema, warnings })
export type TrustedPair = z.infer<typeof trustedPair>

const trustSchema = z.object({
  token: z.object({
    /** When it was made; null: there is none. Itself it is told only then. */
    since: time.nullable(),
    policy: z.enum(TOKEN_POLICIES),
    /** Addresses that have sent it. */
    senders: z.array(z.string()),
    /** How many webhooks were refused for want of it. */
    refused: count,
    warnings
  }),
  /** The site's own authorities; none: agents are not verified, and repositories pinned. */
  authorities: z.array(trustedPair),
  /** What the console shows agents and repositories that ask for it. */
  client: trustedPair.nullable(),
  /** The webhook server's. */
  server: z.object({
    /** Made by the console itself. */
    own: z.boolean(),
    certificate: certificateSchema.nullable(),
    names: z.array(z.string()),
    warnings
  })
})
export type Trust = z.infer<typeof trustSchema>

/** Webhooks that changed nothing, those that are alike in one row. */
const unheededSchema = z.object({
  id: z.int().positive(),
  reason: z.enum(UNHEEDED_REASONS),
  path: z.string(),
  sourceAddress: z.string(),
  jobId: z.string().nullable(),
  /** The trace that they claimed to be of, where there is one. */
  traceId: z.int().positive().nullable(),
  count: z.int().positive(),
  firstAt: time,
  lastAt: time,
  /** The beginning of the latest one. */
  body: z.string().nullable()
})

export const trustContract = {
  get: base.output(trustSchema),
  /** Makes a token; it is told this once. */
  changeToken: base.output(z.object({ token: z.string(), trust: trustSchema })),
  removeToken: base.output(trustSchema),
  setTokenPolicy: base.input(z.object({ policy: z.enum(TOKEN_POLICIES) })).output(trustSchema),
  /** Lets those in again that once sent the token and no longer can. */
  forgetSenders: base.output(trustSchema),
  setAuthorities: base.input(z.object({ pem: pem.nullable() })).output(trustSchema),
  setClient: base.input(z.object({ pair: pair.nullable() })).output(trustSchema),
  /** Null: back to the console's own. */
  setServer: base.input(z.object({ pair: pair.nullable() })).output(trustSchema),
  /** Webhooks that changed nothing, the latest first. */
  unheeded: base.output(z.array(unheededSchema)),
  clearUnheeded: base.output(z.object({}))
}
