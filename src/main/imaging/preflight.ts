/** Look before you leap: what can be checked before an image is made. */
import type { Check, CreateImageDraft } from '#shared/contract/inputs.ts'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { CREATE_IMAGE_CHECKS, type CheckName } from '#shared/domain/checks.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { CANONICAL_NAME_MAX, canonicalNameProblem, imageFileName } from '#shared/domain/names.ts'
import { notCloneableReason } from '#shared/domain/partition-codes.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'
import type { ClientStates } from '../inventory/client-states.ts'
import type { RepositoryClient } from '../ogrepository/client.ts'

/** Passed; failed with its reason; or not to be said yet, because the draft lacks what it needs. */
type Outcome = { state: 'passed' | 'skipped' } | { state: 'warning' | 'failed'; failure: Failure }
const passed: Outcome = { state: 'passed' }
const skipped: Outcome = { state: 'skipped' }
const failed = (cause: Failure): Outcome => ({ state: 'failed', failure: cause })

/** Builds the checks of a new image. */
export function createPreflight(
  tables: Tables,
  parts: { clientStates: ClientStates; repositories: RepositoryClient; webhookStatus: () => WebhookStatus }
) {
  const { clientStates, repositories, webhookStatus } = parts

  /** What is wrong with the name, without a look at the repository's disk. */
  function nameFailure(draft: CreateImageDraft): Failure | null {
    const problem = canonicalNameProblem(draft.name)
    if (problem) return failure(`name-${problem}`, { length: draft.name.length, max: CANONICAL_NAME_MAX })
    if (draft.repositoryId === null) return null
    const twin = tables.images.byName(draft.repositoryId, draft.name)
    if (!twin || twin.id === draft.existingImageId) return null
    const repository = tables.repositories.get(draft.repositoryId)?.name ?? ''
    return failure('name-taken', { name: draft.name, repository })
  }

  function partitionFailure(draft: CreateImageDraft): Failure | null {
    if (draft.disk === null || draft.partition === null) return null
    const row = tables.partitions.get(draft.clientId, draft.disk, draft.partition)
    const params = { disk: draft.disk, partition: draft.partition }
    return !row || notCloneableReason(row) ? failure('partition-not-cloneable', params) : null
  }

  function busyFailure(clientId: number): Failure | null {
    const client = tables.clients.get(clientId)
    if (!client) return failure('not-found')
    const job = tables.traces.unfinishedOfClient(clientId)
    return job ? failure('client-job-running', { client: client.name, command: job.command }) : null
  }

  async function run(draft: CreateImageDraft): Promise<Record<CheckName, Promise<Outcome> | Outcome>> {
    const client = tables.clients.get(draft.clientId)
    if (!client) throw fail('not-found')
    const webhook = webhookStatus()
    const asked = clientStates.ask(client.id)
    const repository = draft.repositoryId === null ? undefined : tables.repositories.get(draft.repositoryId)
    const listed = repository && repositories.images(repository)
    const nameProblem = nameFailure(draft)
    const partitionProblem = partitionFailure(draft)
    const busy = busyFailure(client.id)
    return {
      'webhook-server':
        webhook.state === 'listening' || webhook.state === 'starting'
          ? passed
          : failed(webhook.failure ?? failure('listen-failed', { port: webhook.port, text: webhook.state })),
      'client-agent': asked.then(({ stateFailure }) => (stateFailure ? failed(stateFailure) : passed)),
      'client-og-live': asked.then(({ state, stateFailure, name }) => {
        if (stateFailure) return skipped
        if (state === 'og-live' || state === 'busy') return passed
        return failed(failure('client-not-og-live', { client: name, state }))
      }),
      'client-free': busy ? failed(busy) : passed,
      'partition-cloneable':
        draft.partition === null ? skipped : partitionProblem ? failed(partitionProblem) : passed,
      'name-free': draft.name === '' ? skipped : nameProblem ? failed(nameProblem) : passed,
      repository: !repository
        ? failed(failure('no-repository', { client: client.name }))
        : listed!.then((answer) => (answer.failure ? failed(answer.failure) : passed)),
      'repository-name-free':
        !listed || nameProblem || draft.name === ''
          ? skipped
          : listed.then(({ value }) => {
              if (!value) return skipped
              const there = value.some(({ name }) => name === imageFileName(draft.name))
              if (!there || draft.existingImageId !== null) return passed
              return failed(failure('name-taken', { name: draft.name, repository: repository!.name }))
            })
    }
  }

  return {
    nameFailure,
    partitionFailure,
    busyFailure,
    /**
     * Runs the checks: all as `running` first, then each with its outcome as soon as it has one.
     * @throws FailureError not-found where the client is gone; before the stream begins, so that it leaves as a FAILURE.
     */
    async checks(draft: CreateImageDraft, signal: AbortSignal | undefined): Promise<AsyncGenerator<Check>> {
      const outcomes = await run(draft)
      const open = new Map(
        CREATE_IMAGE_CHECKS.map((name) => [
          name,
          Promise.resolve(outcomes[name]).then((outcome): Check => ({
            name,
            state: outcome.state,
            failure: 'failure' in outcome ? outcome.failure : null
          }))
        ])
      )
      // Who leaves before a check has ended does not hear of its error either; it must not be nobody's.
      for (const check of open.values()) check.catch(() => undefined)
      return tell(open, signal)
    }
  }
}
export type Preflight = ReturnType<typeof createPreflight>

async function* tell(
  open: Map<CheckName, Promise<Check>>,
  signal: AbortSignal | undefined
): AsyncGenerator<Check> {
  for (const name of CREATE_IMAGE_CHECKS) yield { name, state: 'running', failure: null }
  while (open.size > 0 && !signal?.aborted) {
    const check = await Promise.race(open.values())
    open.delete(check.name)
    yield check
  }
}
