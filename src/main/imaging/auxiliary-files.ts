/** The job create-image-aux-file: the repository makes the files beside an image. protocol.md sections 3 to 5. */
import type { Settings } from '#shared/contract/inputs.ts'
import type { Repository } from '#shared/contract/rows.ts'
import { failure } from '#shared/domain/failures.ts'
import { imageFileName } from '#shared/domain/names.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { NetworkMap } from '../http/network-map.ts'
import type { RepositoryClient, RepositoryImage } from '../ogrepository/client.ts'
import type { JobKind } from '../traces/job-kind.ts'
import type { Deployed } from './deployed.ts'
import type { Notices } from './notices.ts'

/** What the job asks of a repository. */
export type AuxiliaryFilesClient = Pick<
  RepositoryClient,
  'images' | 'auxiliaryFilesCall' | 'startAuxiliaryFiles'
>

/** Builds the kind of job. */
export function createAuxiliaryFilesKind(
  tables: Tables,
  write: Write,
  parts: { repositories: AuxiliaryFilesClient; network: NetworkMap; notices: Notices; deployed: Deployed },
  options: { settings: () => Settings; now: () => number }
): JobKind {
  const { repositories, network, notices, deployed } = parts
  const { settings, now } = options

  const repositoryOf = (trace: TraceRecord): Repository => {
    const repository = trace.repositoryId === null ? undefined : tables.repositories.get(trace.repositoryId)
    if (!repository) throw fail('not-found')
    return repository
  }
  const imageOf = (trace: TraceRecord) => {
    const image = trace.imageId === null ? undefined : tables.images.get(trace.imageId)
    if (!image) throw fail('not-found')
    return image
  }
  /** Whether this trace still decides what becomes of its image: not where the image has been made again since. */
  const decides = (trace: TraceRecord): boolean =>
    trace.imageId !== null &&
    tables.traces.latestOfImage(trace.imageId, 'create-image')?.id === trace.parentId
  const isLatest = (trace: TraceRecord): boolean =>
    trace.imageId !== null &&
    tables.traces.latestOfImage(trace.imageId, 'create-image-aux-file')?.id === trace.id

  const listed = async (
    trace: TraceRecord
  ): Promise<{ entry: RepositoryImage | undefined; raw: string | null }> => {
    const answer = await repositories.images(repositoryOf(trace))
    const file = imageFileName(imageOf(trace).name)
    return { entry: answer.value?.find(({ name }) => name === file), raw: answer.reply.raw }
  }

  /** The webhook does not tell the image's size: it is asked for, and an image without it is as good. */
  async function fetchSize(trace: TraceRecord): Promise<void> {
    const { entry } = await listed(trace)
    const size = entry?.size
    if (size == null) return
    write((changes) => {
      tables.images.update(trace.imageId!, { size })
      changes.image(trace.imageId!)
    })
  }

  return {
    command: 'create-image-aux-file',
    peer: 'repository',
    resultName: null,
    // The files are made from the image: to make them twice makes the same files.
    repeatable: true,
    limitMinutes: () => settings().deadlineMinutes['create-image-aux-file'],

    call(trace) {
      const repository = repositoryOf(trace)
      const call = repositories.auxiliaryFilesCall(repository, imageFileName(imageOf(trace).name))
      return {
        ...call,
        async send() {
          const { reply, value, failure: cause } = await repositories.startAuxiliaryFiles(repository, call)
          return value === undefined ? { reply, failure: cause } : { reply, jobId: value }
        }
      }
    },

    addresses(trace) {
      const repository = trace.repositoryId === null ? undefined : tables.repositories.get(trace.repositoryId)
      return repository ? [repository.ip, network.resolve(repository.ip, repository.port).host] : []
    },

    accepted() {},

    succeeded(trace, { fullsum }, changes) {
      const image = trace.imageId === null ? undefined : tables.images.get(trace.imageId)
      if (!image || !decides(trace) || image.state === 'success') return
      const { id } = image
      tables.images.update(id, { state: 'success', fullsum, failure: null, readyAt: now(), updatedAt: now() })
      changes.image(id)
      if (fullsum !== null) deployed.imageMade({ ...image, fullsum }, trace.parentId, changes)
      changes.after(() => {
        notices.imageReady(trace.id, id)
        void fetchSize(trace).catch(() => undefined)
      })
    },

    failureOf: (trace, error) =>
      failure('repository-job-failed', { repository: trace.repositoryName ?? '', text: error }, error),

    failed(trace, cause, changes) {
      if (!decides(trace) || !isLatest(trace)) return
      const imageId = trace.imageId!
      // A job that was given up, and of which this one is the repetition, has made the files after all.
      if (tables.images.get(imageId)?.state === 'success') return
      tables.images.update(imageId, { state: 'failed', failure: cause, updatedAt: now() })
      changes.image(imageId)
      changes.after(() => notices.imageFailed(trace.id, imageId, cause))
    },

    async ask(trace) {
      const { entry, raw } = await listed(trace)
      // A fullsum in the list proves that the files are made, unless they can be those of an earlier time.
      const proof = entry?.fullsum && imageOf(trace).readyAt === null
      return {
        state: raw === null ? 'silent' : 'answers',
        raw,
        ...(proof && { result: { success: true, fullsum: entry.fullsum!.toLowerCase() } as const })
      }
    }
  }
}
