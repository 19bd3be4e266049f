/** Making images: from the wizard's form to the job. */
import { v7 as uuidv7 } from 'uuid'
import type { CreateImageInput } from '#shared/contract/inputs.ts'
import type { Client, Image, Partition, Repository, Trace } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import { toTrace } from '../db/tables/traces.ts'
import type { Write } from '../events.ts'
import { FailureError, fail } from '../failure-error.ts'
import type { ClientStates } from '../inventory/client-states.ts'
import type { AgentClient } from '../ogagent/client.ts'
import type { Traces } from '../traces/traces.ts'
import { createImageCall, createImageParameters } from './create-image.ts'
import type { Preflight } from './preflight.ts'

type Target = Pick<
  CreateImageInput,
  'clientId' | 'repositoryId' | 'disk' | 'partition' | 'name' | 'imageId' | 'existingImageId'
>

/** Quotes a text for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Builds the service. */
export function createImaging(
  tables: Tables,
  write: Write,
  parts: { agents: AgentClient; clientStates: ClientStates; preflight: Preflight; traces: Traces },
  now: () => number
) {
  const { agents, clientStates, preflight, traces } = parts

  function rowsOf(target: Target): { client: Client; repository: Repository; partition: Partition } {
    const client = tables.clients.get(target.clientId)
    const repository = tables.repositories.get(target.repositoryId)
    if (!client || !repository) throw fail('not-found')
    const partition = tables.partitions.get(target.clientId, target.disk, target.partition)
    if (!partition) throw fail('partition-not-cloneable', { disk: target.disk, partition: target.partition })
    return { client, repository, partition }
  }

  function parametersOf(
    target: Target,
    repository: Repository,
    partition: Partition
  ): Record<string, string> {
    const { disk, name } = target
    const imageId = target.existingImageId ?? target.imageId
    return createImageParameters({
      disk,
      partition: partition.partition,
      code: partition.code,
      imageId,
      name,
      repository
    })
  }

  /** What forbids the job, looked at inside the write so that nothing can slip in between. */
  function refuse(input: CreateImageInput): void {
    const problem =
      preflight.nameFailure(input) ??
      preflight.partitionFailure(input) ??
      preflight.busyFailure(input.clientId)
    if (problem) throw new FailureError(problem)
  }

  /** Writes the image's row; one that is made again stays as it is until its agent takes the job on. */
  function writeImage(input: CreateImageInput, source: Partition): string {
    const { name, description, type, version, architecture, repositoryId } = input
    if (input.existingImageId !== null) {
      const image = tables.images.get(input.existingImageId)
      if (!image || image.name !== name || image.repositoryId !== repositoryId) throw fail('not-found')
      if (
        tables.traces.ofImage(image.id).some(({ state }) => state === 'pending' || state === 'in-progress')
      ) {
        throw fail('image-in-use', { name })
      }
      tables.images.update(image.id, { description, type, version, architecture, updatedAt: now() })
      return image.id
    }
    if (tables.images.get(input.imageId)) throw fail('image-in-use', { name })
    tables.images.insert({
      id: input.imageId,
      name,
      description,
      type,
      version,
      architecture,
      repositoryId,
      partitionCode: source.code,
      sourceSizeKb: source.sizeKb,
      sourceClientId: input.clientId,
      sourceDisk: input.disk,
      sourcePartition: input.partition,
      state: 'in-progress',
      createdAt: now(),
      updatedAt: now()
    })
    return input.imageId
  }

  return {
    /** A new image's id (UUID version 7 [S]), and the repository that the client's images go to. */
    prepare(clientId: number): { imageId: string; repositoryId: number | null } {
      const client = tables.clients.get(clientId)
      if (!client) throw fail('not-found')
      return { imageId: uuidv7(), repositoryId: client.effective.repositoryId }
    },

    /** The exact call that createImage would send, as a person could send it. */
    preview(target: Target): { url: string; body: string; curl: string } {
      const { client, repository, partition } = rowsOf(target)
      const { url, body } = createImageCall(agents, client, parametersOf(target, repository, partition))
      // --insecure: the agent's certificate cannot be verified. [A]
      const header = quoted('Content-Type: application/json')
      return { url, body, curl: `curl --insecure -X POST -H ${header} --data ${quoted(body)} ${url}` }
    },

    /**
     * Writes the image and its trace, calls the agent, and returns both once it has answered.
     * @throws FailureError where the job is forbidden; a call that goes wrong is a failed trace instead.
     */
    async createImage(input: CreateImageInput): Promise<{ image: Image; trace: Trace }> {
      rowsOf(input)
      refuse(input)
      const client = await clientStates.ask(input.clientId)
      if (!client.stateFailure && client.state !== 'og-live') {
        throw fail('client-not-og-live', { client: client.name, state: client.state })
      }
      const { imageId, traceId } = write((changes) => {
        refuse(input)
        const { repository, partition } = rowsOf(input)
        const imageId = writeImage(input, partition)
        changes.image(imageId)
        const traceId = traces.add(
          {
            command: 'create-image',
            clientId: input.clientId,
            repositoryId: input.repositoryId,
            imageId,
            input: JSON.stringify(parametersOf(input, repository, partition))
          },
          changes
        )
        return { imageId, traceId }
      })
      await traces.launched(traceId)
      return { image: tables.images.get(imageId)!, trace: toTrace(tables.traces.get(traceId)!) }
    },

    /** Asks the repository again for the auxiliary files of an image whose file is there. */
    async retryAuxiliaryFiles(imageId: string): Promise<{ image: Image; trace: Trace }> {
      const traceId = write((changes) => {
        const image = tables.images.get(imageId)
        if (!image) throw fail('not-found')
        if (!image.canRetryAuxiliaryFiles) throw fail('image-not-retryable', { name: image.name })
        const made = tables.traces.latestOfImage(imageId, 'create-image')
        tables.images.update(imageId, { state: 'aux-files-pending', failure: null, updatedAt: now() })
        changes.image(imageId)
        const { sourceClientId: clientId, repositoryId } = image
        return traces.add(
          {
            command: 'create-image-aux-file',
            clientId,
            repositoryId,
            imageId,
            ...(made && { parentId: made.id })
          },
          changes
        )
      })
      await traces.launched(traceId)
      return { image: tables.images.get(imageId)!, trace: toTrace(tables.traces.get(traceId)!) }
    }
  }
}
export type Imaging = ReturnType<typeof createImaging>
