/** How much the servers take, from all and from one address, and how long they wait for it. */

export interface LimitRange {
  readonly least: number
  readonly most: number
  readonly usual: number
}
export type LimitRanges<Name extends string = string> = Readonly<Record<Name, LimitRange>>

/**
 * What is usual lets 500 agents behind one NAT address through that boot at once, each on a connection of its own, then
 * report their progress every second, and send their inventories together.
 */
export const WEBHOOK_LIMITS = {
  /** The longest webhook; an inventory of software is a megabyte at most, and JSON doubles its ends of lines. */
  bodyKb: { least: 64, most: 16_384, usual: 2_560 },
  /** Of bodies that have not come to their end: half of it for one address. Short bodies are taken all the same. */
  pendingMb: { least: 16, most: 4_096, usual: 512 },
  headerSeconds: { least: 1, most: 120, usual: 10 },
  /** For a whole request, its header and its body: an agent gives up after 5 s. [A] */
  requestSeconds: { least: 1, most: 120, usual: 10 },
  /** How long a connection stays open between two requests. */
  idleSeconds: { least: 1, most: 120, usual: 10 },
  connections: { least: 20, most: 10_000, usual: 2_000 },
  connectionsPerAddress: { least: 10, most: 10_000, usual: 1_000 },
  /** From one address: 500 agents, one a second, and a fifth more. */
  requestsPerMinute: { least: 60, most: 1_000_000, usual: 36_000 }
} as const satisfies LimitRanges

/**
 * Of the user interface for browsers. With the least of each a page still loads and can change them back: a browser opens
 * six connections at a time and keeps one a page, and a page is less than a hundred files when nothing of it is cached.
 */
export const HEADLESS_LIMITS = {
  /** The longest message of a page; requests have no body at all. The usual one has room for the largest import. */
  messageMb: { least: 4, most: 64, usual: 64 },
  /** For a whole request, which is its header. */
  headerSeconds: { least: 2, most: 120, usual: 10 },
  idleSeconds: { least: 1, most: 120, usual: 10 },
  connections: { least: 40, most: 2_000, usual: 512 },
  connectionsPerAddress: { least: 20, most: 2_000, usual: 256 },
  /** From one address: of its pages that are signed in, and of all others. A hundred tabs that are loaded anew. */
  requestsPerMinute: { least: 300, most: 1_000_000, usual: 12_000 }
} as const satisfies LimitRanges

export type WebhookLimits = Readonly<Record<keyof typeof WEBHOOK_LIMITS, number>>
export type HeadlessLimits = Readonly<Record<keyof typeof HEADLESS_LIMITS, number>>

/** The usual value of each. */
export const usualLimits = <Name extends string>(ranges: LimitRanges<Name>): Record<Name, number> =>
  Object.fromEntries(Object.entries<LimitRange>(ranges).map(([name, { usual }]) => [name, usual])) as Record<
    Name,
    number
  >

/** Why a request was not taken. */
export const REFUSALS = [
  /** More requests in a minute, or connections at a time, than one address may have; or than there are for all. */
  'rate',
  'connections',
  'size',
  /** It did not come to its end in time. */
  'slow',
  /** No HTTP, no TLS, no JSON, or not what a webhook says. */
  'malformed',
  'unknown-path',
  /** It is of a job that this address may not speak for. */
  'not-theirs'
] as const
export type RefusalReason = (typeof REFUSALS)[number]
