/**
 * What can go wrong, as data: a code and the values of its sentence. The sentences are in messages/, one a language; the
 * raw reply stays in `detail`, one click away.
 */

/** What can happen to a call to a peer; each exists for agents and for repositories. */
const CALL_FAILURES = [
  'refused',
  'timeout',
  'unreachable',
  'tls',
  'connection-lost',
  'error',
  'busy',
  'unauthorized',
  'unknown-operation',
  'not-json',
  'unexpected-reply',
  'no-job-id',
  'too-large'
] as const
export type CallFailure = (typeof CALL_FAILURES)[number]

export const FAILURE_CODES = [
  ...CALL_FAILURES.map((failure) => `agent-${failure}` as const),
  ...CALL_FAILURES.map((failure) => `repository-${failure}` as const),
  'repository-certificate-changed',
  'job-failed',
  'repository-job-failed',
  'no-answer',
  'not-found',
  'name-empty',
  'name-too-long',
  'name-characters',
  'name-taken',
  'partition-not-cloneable',
  'client-job-running',
  'client-not-og-live',
  'no-repository',
  'image-in-use',
  'image-leaving',
  'image-not-retryable',
  'duplicate-mac',
  'duplicate-ip',
  'duplicate-name',
  'duplicate-client-name',
  'duplicate-repository-address',
  'ip-outside-subnet',
  'ip-of-network',
  'ip-of-router',
  'subnet-leaves-client',
  'subnet-in-use',
  'repository-in-use',
  'unit-into-itself',
  'unit-cannot-hold',
  'undo-gone',
  'undo-clash',
  'certificate-not-seen',
  'image-without-fullsum',
  'image-file-name',
  'invalid-input',
  'unknown-reference',
  'inventory-newer',
  'plan-of-classroom',
  'seat-foreign',
  'seat-outside',
  'seat-taken',
  'partitions-not-og-live',
  'cfg-missing',
  'cfg-invalid',
  'inventory-invalid',
  'import-gone',
  'import-outdated',
  'import-bad-row',
  'import-bad-certificate',
  'import-too-large',
  'port-in-use',
  'port-not-allowed',
  'address-not-available',
  'listen-failed',
  'disk-full',
  'disk-unwritable',
  'data-directory-in-use',
  'database-newer',
  'database-damaged',
  'migration-backup-failed',
  'backup-failed',
  'backup-damaged',
  'backup-newer',
  'backups-in-memory',
  'restore-failed',
  'restore-jobs-running',
  'interrupted-by-restore',
  'client-removed',
  'no-targets',
  'target-on',
  'target-off',
  'target-initializing',
  'target-not-og-live',
  'target-not-system',
  'target-no-secret',
  'target-no-partition',
  'target-disk-differs',
  'target-disk-changed',
  'target-in-session',
  'deploy-image-not-ready',
  'deploy-not-a-target',
  'deploy-too-small',
  'deploy-other-table',
  'deploy-other-type',
  'deploy-size-unknown',
  'deploy-no-cache',
  'deploy-cache-full',
  'deploy-file-missing',
  'deploy-other-version',
  'wake-unanswered',
  'wake-not-sent',
  'reply-lost',
  'batch-running',
  'batch-ended'
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

export interface Failure {
  readonly code: FailureCode
  /** Values named in the sentence, such as the computer's name. */
  readonly params: Readonly<Record<string, string | number>>
  /** The raw reply or error text, where there is one. */
  readonly detail: string | null
}

/** Builds a failure. */
export function failure(
  code: FailureCode,
  params: Record<string, string | number> = {},
  detail: string | null = null
): Failure {
  return { code, params, detail }
}
