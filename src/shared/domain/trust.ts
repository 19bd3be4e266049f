/** Who may speak to the console, and what is said of those who may not. */

/** When webhooks must bring the site's token: never, once an address has sent it, always. */
export const TOKEN_POLICIES = ['off', 'seen', 'always'] as const
export type TokenPolicy = (typeof TOKEN_POLICIES)[number]

/** Why a webhook changed nothing. */
export const UNHEEDED_REASONS = [
  'no-token',
  'wrong-token',
  'unknown-source',
  'wrong-source',
  'wrong-computer',
  'mismatch',
  'repeated',
  'after-end',
  'too-many'
] as const
export type UnheededReason = (typeof UNHEEDED_REASONS)[number]

/** Webhooks of jobs that nobody knows are no record of ours: the latest are enough to see where they come from. */
export const KEPT_ORPHANS = 200

/** Whether the reason tells of somebody who may be no friend; the others happen on every network. */
export const isSuspect = (reason: UnheededReason): boolean => reason !== 'repeated' && reason !== 'after-end'
