/** Images whose files are being removed from their repository: until it has answered, no job of theirs may begin. */
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'

/** Builds the memory of what is leaving; a removal does not outlive the console that has asked for it. */
export function createLeavingImages(tables: Tables) {
  const ids = new Set<string>()
  return {
    /** Why no job of the image may begin; null: it may. */
    refusal: (imageId: string | null): Failure | null =>
      imageId !== null && ids.has(imageId)
        ? failure('image-leaving', { name: tables.images.get(imageId)?.name ?? '' })
        : null,
    /** Keeps jobs off the image for as long as the work takes. */
    async during<T>(imageId: string, work: () => Promise<T>): Promise<T> {
      ids.add(imageId)
      try {
        return await work()
      } finally {
        ids.delete(imageId)
      }
    }
  }
}
export type LeavingImages = ReturnType<typeof createLeavingImages>
