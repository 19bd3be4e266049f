/** Which version of which image lies on which partition: kept up by what changes it. */
import type { DiskLayoutInput } from '#shared/contract/orders.ts'
import type { Image } from '#shared/contract/rows.ts'
import type { TraceCommand } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import { placeOf } from '../inventory/agent-jobs.ts'

/** After these a partition no longer holds what it held. */
const OVERWRITES: readonly TraceCommand[] = ['deploy-image', 'partition-and-format']

/** Builds what follows jobs; every method is called inside the write that notes what became of a job. */
export function createDeployed(tables: Tables, now: () => number) {
  return {
    /**
     * An agent has taken a deployment on. The version is the image's of now, not the one of the end: this is the file that
     * the agent opened, and an image that is made again meanwhile is another file.
     */
    begun(trace: TraceRecord): void {
      const image = trace.imageId === null ? undefined : tables.images.get(trace.imageId)
      if (image) tables.traces.update(trace.id, { imageFullsum: image.fullsum })
    },

    /** A deployment has ended well. */
    landed(trace: TraceRecord, changes: Changes): void {
      const { clientId, imageId, imageName } = trace
      if (clientId === null || !tables.clients.get(clientId)) return
      // The version was noted in the same run of the trace, perhaps after it was read.
      const fullsum = tables.traces.get(trace.id)?.imageFullsum ?? null
      const place = placeOf(trace)
      if (imageId !== null && imageName !== null && fullsum !== null) {
        tables.deployedImages.put({ clientId, ...place, imageId, imageName, fullsum, deployedAt: now() })
      } else tables.deployedImages.remove(clientId, place)
      changes.deployed(clientId)
    },

    /** A deployment has failed: if it had begun, the partition holds neither the old nor the new. */
    lost(trace: TraceRecord, changes: Changes): void {
      const { clientId, jobId } = trace
      if (clientId === null || jobId === null) return
      if (tables.deployedImages.remove(clientId, placeOf(trace))) changes.deployed(clientId)
    },

    /** A disk was to be laid out anew: only what was neither dropped nor formatted still holds its image. */
    laidOut(clientId: number, layout: DiskLayoutInput, changes: Changes): void {
      const kept = new Set(
        layout.partitions
          .filter(({ code, format }) => code !== '0' && !format)
          .map(({ partition }) => partition)
      )
      const gone = tables.deployedImages.removeWhere(
        clientId,
        ({ disk, partition }) => disk === layout.disk && !kept.has(partition)
      )
      if (gone) changes.deployed(clientId)
    },

    /**
     * An image is ready: the partition that it was made from is the same to the byte, unless something has been written
     * there since. `madeBy`: the trace of the job that made it.
     */
    imageMade(image: Image & { fullsum: string }, madeBy: number | null, changes: Changes): void {
      const made = madeBy === null ? undefined : tables.traces.get(madeBy)
      const clientId = image.sourceClientId
      if (clientId === null || made?.finishedAt == null || made.clientId !== clientId) return
      if (tables.traces.hasBegunSince(clientId, OVERWRITES, made.finishedAt)) return
      const { id: imageId, name: imageName, fullsum, sourceDisk: disk, sourcePartition: partition } = image
      if (!tables.partitions.get(clientId, disk, partition)) return
      tables.deployedImages.put({
        clientId,
        disk,
        partition,
        imageId,
        imageName,
        fullsum,
        deployedAt: made.finishedAt
      })
      changes.deployed(clientId)
    }
  }
}
export type Deployed = ReturnType<typeof createDeployed>
