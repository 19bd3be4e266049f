/** At which of its addresses the classrooms reach the console, and why they might not. */
import * as z from 'zod'

const ADDRESS_KINDS = ['lan', 'vpn', 'virtual', 'loopback'] as const
export type AddressKind = (typeof ADDRESS_KINDS)[number]

const REACH_WARNINGS = [
  'loopback-only',
  'no-network',
  'other-address',
  'by-vpn',
  'by-router',
  'never-reported'
] as const

export const reachSchema = z.object({
  /** The one that serves most computers first. */
  addresses: z.array(
    z.object({
      /** Of the interface: `eth0`. */
      name: z.string(),
      address: z.string(),
      kind: z.enum(ADDRESS_KINDS),
      /** What agents must call; null: the server does not listen there. */
      url: z.string().nullable(),
      /** Those whose computers are in its network. */
      classrooms: z.array(z.object({ name: z.string(), computers: z.int().positive() }))
    })
  ),
  warnings: z.array(
    z.object({
      code: z.enum(REACH_WARNINGS),
      params: z.record(z.string(), z.union([z.string(), z.number()]))
    })
  )
})
export type Reach = z.infer<typeof reachSchema>

/** What came of a call of the console to itself. */
export const selfTestSchema = z.object({
  url: z.string(),
  /** Our certificate, another one, or none. */
  outcome: z.enum(['answers', 'another', 'silent', 'failed']),
  milliseconds: z.int().nonnegative(),
  /** The system's words where it failed. */
  text: z.string().nullable()
})
export type SelfTest = z.infer<typeof selfTestSchema>
