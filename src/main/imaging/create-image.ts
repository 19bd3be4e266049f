/** The job create-image: an agent makes a partition into an image. protocol.md sections 1, 2 and 5. */
import type { Client, Repository } from '#shared/contract/rows.ts'
import type { Settings } from '#shared/contract/inputs.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import { createAgentJob, type AgentJobParts } from '../inventory/agent-jobs.ts'
import type { AgentClient } from '../ogagent/client.ts'
import type { JobKind } from '../traces/job-kind.ts'
import type { NewJob } from '../traces/traces.ts'
import type { Notices } from './notices.ts'

/** The agent's function. [S] */
const FUNCTION = 'CrearImagen'

/** After these the agent did not begin: an image that is made again is still the one that it was. */
const NOT_BEGUN = new Set<string>([
  'agent-refused',
  'agent-unreachable',
  'agent-tls',
  'agent-error',
  'agent-busy',
  'agent-unauthorized',
  'agent-unknown-operation'
])

/** The parameters of the call, all strings. [S] */
export function createImageParameters(input: {
  disk: number
  partition: number
  code: string
  imageId: string
  name: string
  repository: Pick<Repository, 'ip'>
}): Record<string, string> {
  return {
    dsk: String(input.disk),
    par: String(input.partition),
    cpt: input.code,
    idi: input.imageId,
    nci: input.name,
    ipr: input.repository.ip,
    nfn: FUNCTION,
    ids: '0'
  }
}

/** The agent's call for these parameters. */
export function createImageCall(
  agents: Pick<AgentClient, 'jobCall'>,
  client: Client,
  parameters: Record<string, string>
) {
  return agents.jobCall(client, FUNCTION, parameters)
}

/** Builds the kind of job. `addAuxiliaryFiles` writes down the job that follows a success. */
export function createImageKind(
  tables: Tables,
  parts: AgentJobParts & { notices: Notices },
  options: {
    settings: () => Settings
    now: () => number
    addJob: (job: NewJob, changes: Changes) => number
  }
): JobKind {
  const { notices } = parts
  const { settings, now, addJob } = options
  const job = createAgentJob(tables, FUNCTION, parts)

  /** Whether this trace still decides what becomes of its image: not where the image is being made again. */
  const decides = (trace: TraceRecord): boolean =>
    trace.imageId !== null && tables.traces.latestOfImage(trace.imageId, 'create-image')?.id === trace.id

  return {
    ...job.kind,
    command: 'create-image',
    repeatable: false,
    limitMinutes: () => settings().deadlineMinutes['create-image'],

    accepted(trace, changes) {
      job.setClientState(trace, 'busy', changes)
      if (!decides(trace)) return
      const { dsk, par, cpt } = JSON.parse(trace.input ?? '{}') as Record<string, string>
      const source = tables.partitions.get(trace.clientId ?? 0, Number(dsk), Number(par))
      tables.images.update(trace.imageId!, {
        state: 'in-progress',
        failure: null,
        fullsum: null,
        size: null,
        sourceClientId: trace.clientId,
        sourceDisk: Number(dsk),
        sourcePartition: Number(par),
        partitionCode: String(cpt),
        sourceSizeKb: source?.sizeKb ?? null,
        updatedAt: now()
      })
      changes.image(trace.imageId!)
    },

    succeeded(trace, _brought, changes) {
      job.setClientState(trace, 'og-live', changes)
      if (!decides(trace)) return
      const imageId = trace.imageId!
      tables.images.update(imageId, { state: 'aux-files-pending', failure: null, updatedAt: now() })
      changes.image(imageId)
      const { clientId, repositoryId, id: parentId } = trace
      addJob({ command: 'create-image-aux-file', clientId, repositoryId, imageId, parentId }, changes)
    },

    failed(trace, cause, changes) {
      job.freeClient(trace, cause, changes)
      if (!decides(trace)) return
      const imageId = trace.imageId!
      const image = tables.images.get(imageId)
      if (image?.state !== 'success' || !NOT_BEGUN.has(cause.code)) {
        tables.images.update(imageId, { state: 'failed', failure: cause, updatedAt: now() })
        changes.image(imageId)
      }
      changes.after(() => notices.imageFailed(trace.id, imageId, cause))
    }
  }
}
