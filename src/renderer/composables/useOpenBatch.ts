/** Goes to the page of a batch that is being ordered. What is said of it meanwhile can wait until the page is there. */
import { useRouter } from 'vue-router'
import type { Batch } from '#shared/contract/batch-rows.ts'

const opening = new Set<Promise<unknown>>()

/** Resolves once every batch that is being ordered here is on the screen, or could not be ordered. */
export const batchesOpened = (): Promise<unknown> => Promise.allSettled(opening)

/** @returns orders a batch, and resolves when its page is there; rejects where it could not be ordered */
export function useOpenBatch(): (order: () => Promise<Pick<Batch, 'id'>>) => Promise<void> {
  const router = useRouter()
  return async (order) => {
    const arrival = order().then(({ id }) => router.push({ name: 'batch', params: { id } }))
    opening.add(arrival)
    try {
      await arrival
    } finally {
      opening.delete(arrival)
    }
  }
}
