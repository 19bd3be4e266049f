/** How much the webhook server takes, from all and from one address, and how long it waits for it. */

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
} as const

export type WebhookLimit = keyof typeof WEBHOOK_LIMITS
export type WebhookLimits = Readonly<Record<WebhookLimit, number>>
export const WEBHOOK_LIMIT_NAMES = Object.keys(WEBHOOK_LIMITS) as readonly WebhookLimit[]

export const usualWebhookLimits = (): WebhookLimits =>
  Object.fromEntries(WEBHOOK_LIMIT_NAMES.map((name) => [name, WEBHOOK_LIMITS[name].usual])) as WebhookLimits

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
