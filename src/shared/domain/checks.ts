/** The preflight checks of a job, in the order in which they are shown. */
export const CREATE_IMAGE_CHECKS = [
  'webhook-server',
  'client-agent',
  'client-og-live',
  'client-free',
  'partition-cloneable',
  'name-free',
  'repository',
  'repository-name-free'
] as const
export type CheckName = (typeof CREATE_IMAGE_CHECKS)[number]

export const CHECK_STATES = ['running', 'passed', 'warning', 'failed', 'skipped'] as const
export type CheckState = (typeof CHECK_STATES)[number]
