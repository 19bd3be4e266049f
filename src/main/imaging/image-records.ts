/** The records of images: what people wrote of them, and what becomes of their files. */
import { v7 as uuidv7 } from 'uuid'
import type { ImageChangeInput, ImageFileFate } from '#shared/contract/inputs.ts'
import type { Image, Repository, TrashedImage } from '#shared/contract/rows.ts'
import { isEnded } from '#shared/domain/states.ts'
import { canonicalNameOf } from '#shared/domain/names.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes, Write } from '../events.ts'
import { FailureError, fail } from '../failure-error.ts'
import type { Undo } from '../inventory/undo.ts'
import { need } from '../inventory/rules.ts'
import type { RepositoryClient, RepositoryImage } from '../ogrepository/client.ts'
import type { LeavingImages } from './leaving-images.ts'

/** Builds the service. */
export function createImageRecords(
  tables: Tables,
  write: Write,
  parts: { repositories: RepositoryClient; undo: Undo; leaving: LeavingImages },
  now: () => number
) {
  const { repositories, undo, leaving } = parts

  const repositoryOf = (id: number): Repository => need(tables.repositories.get(id))

  /** @throws FailureError where a job of the image has not ended, or it is being removed already. */
  function idle(id: string): Image {
    const image = need(tables.images.get(id))
    const going = leaving.refusal(id)
    if (going) throw new FailureError(going)
    if (tables.traces.ofImage(id).some(({ state }) => !isEnded(state))) {
      throw fail('image-in-use', { name: image.name })
    }
    return image
  }

  /** Takes an image's record away, inside a write. */
  function takeRecord(id: string, changes: Changes) {
    const record = need(tables.images.record(id))
    tables.images.remove(id)
    changes.image(id)
    for (const traceId of record.traceIds) changes.trace(traceId)
    return record
  }

  /** Takes a record away whose file stays, inside a write. @returns what takes it back. */
  function forget({ id, name, repositoryId }: Image, changes: Changes): { undoId: string } {
    const record = takeRecord(id, changes)
    const undoId = undo.remember((reverting) => {
      if (tables.images.byName(repositoryId, name)) {
        throw fail('name-taken', { name, repository: repositoryOf(repositoryId).name })
      }
      tables.images.restore(record)
      reverting.image(id)
      for (const traceId of record.traceIds) reverting.trace(traceId)
      return { units: 0, clients: 0 }
    })
    return { undoId }
  }

  async function listTrash(repositoryId: number): Promise<RepositoryImage[]> {
    const { value, failure } = await repositories.trash(repositoryOf(repositoryId))
    if (failure) throw new FailureError(failure)
    return value
  }

  /** A record for a file whose own is not remembered. */
  function newRecord(repositoryId: number, name: string, file: RepositoryImage, fullsum: string): Image {
    const id = uuidv7()
    tables.images.insert({
      id,
      name,
      description: '',
      type: '',
      version: '',
      architecture: '',
      repositoryId,
      sourceDisk: 0,
      sourcePartition: 0,
      partitionCode: '',
      state: 'success',
      fullsum,
      size: file.size ?? null,
      createdAt: now(),
      updatedAt: now(),
      readyAt: now()
    })
    return need(tables.images.get(id))
  }

  return {
    /** Changes what people wrote of an image. */
    update: (id: string, change: ImageChangeInput): Image =>
      write((changes) => {
        need(tables.images.get(id))
        const fields = Object.entries(change).filter(([, value]) => value !== undefined)
        tables.images.update(id, { ...Object.fromEntries(fields), updatedAt: now() })
        changes.image(id)
        return need(tables.images.get(id))
      }),

    /**
     * Removes an image's record. Its file stays, goes to the repository's trash, or goes for good: then the repository is
     * asked first, and where it refuses, nothing was changed. Meanwhile no job of the image begins.
     * @returns what takes it back: only where the file was not touched.
     */
    async remove(id: string, file: ImageFileFate): Promise<{ undoId: string | null }> {
      if (file === 'keep') return write((changes) => forget(idle(id), changes))
      const { name, fullsum, repositoryId } = idle(id)
      if (fullsum === null) throw fail('image-without-fullsum', { name })
      return leaving.during(id, async () => {
        const { failure } = await repositories.removeImage(repositoryOf(repositoryId), fullsum, file)
        if (failure) throw new FailureError(failure)
        return write((changes) => {
          const { row: record, traceIds } = takeRecord(id, changes)
          if (file === 'trash') {
            tables.trashedImages.put({ repositoryId, fullsum, record, traceIds, trashedAt: now() })
          }
          return { undoId: null }
        })
      })
    },

    /** What lies in a repository's trash; what has no fullsum cannot be named to it, and is left out. */
    async trash(repositoryId: number): Promise<TrashedImage[]> {
      const files = await listTrash(repositoryId)
      return files.flatMap(({ name, size, fullsum }) => {
        if (fullsum == null) return []
        const sum = fullsum.toLowerCase()
        const remembered = tables.trashedImages.get(repositoryId, sum) !== undefined
        return [{ name, fullsum: sum, size: size ?? null, remembered }]
      })
    },

    /** Takes a file out of the trash; its record comes back with it, or is made anew. */
    async restore(repositoryId: number, fullsum: string): Promise<Image> {
      const repository = repositoryOf(repositoryId)
      const file = (await listTrash(repositoryId)).find((entry) => entry.fullsum?.toLowerCase() === fullsum)
      if (!file) throw fail('not-found')
      const name = canonicalNameOf(file.name)
      if (name === null) throw fail('image-file-name', { name: file.name })
      const nameIsFree = () => {
        if (tables.images.byName(repositoryId, name)) {
          throw fail('name-taken', { name, repository: repository.name })
        }
      }
      nameIsFree()
      const { failure } = await repositories.restoreImage(repository, fullsum)
      if (failure) throw new FailureError(failure)
      return write((changes) => {
        nameIsFree()
        const kept = tables.trashedImages.get(repositoryId, fullsum)
        if (kept) {
          const { sourceClientId } = kept.record
          const source = sourceClientId === null ? undefined : tables.clients.get(sourceClientId)
          tables.images.restore({
            row: { ...kept.record, sourceClientId: source?.id ?? null },
            traceIds: kept.traceIds
          })
          tables.trashedImages.remove(repositoryId, fullsum)
          for (const traceId of kept.traceIds) changes.trace(traceId)
        }
        const image = kept
          ? need(tables.images.get(kept.record.id))
          : newRecord(repositoryId, name, file, fullsum)
        changes.image(image.id)
        return image
      })
    }
  }
}
export type ImageRecords = ReturnType<typeof createImageRecords>
