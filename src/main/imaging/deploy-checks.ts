/** What is to be said of an image, a computer and a place before the one is put on the other. */
import type { OrderOf } from '#shared/contract/orders.ts'
import type { Client, Image, Partition } from '#shared/contract/rows.ts'
import { isCache, noTargetReason, originTable, targetDoubts } from '#shared/domain/deploy-targets.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { imageFileName } from '#shared/domain/names.ts'
import { partitionTableName, partitionTypeName } from '#shared/domain/partition-codes.ts'
import { comparedSizes } from '#shared/domain/sizes.ts'
import type { Tables } from '../db/tables.ts'
import { need } from '../inventory/rules.ts'
import type { RepositoryClient } from '../ogrepository/client.ts'

interface Place {
  readonly disk: number
  readonly partition: number
}

type Deployment = Pick<OrderOf<'deploy-image'>, 'imageId' | 'protocol'>

/** The code of a disk's partition table; null where it is not known. */
export const tableOfDisk = (rows: readonly Partition[], disk: number): string | null =>
  rows.find((row) => row.disk === disk && row.partition === 0)?.code ?? null

/** Builds the checks. */
export function createDeployChecks(tables: Tables, repositories: Pick<RepositoryClient, 'images'>) {
  /** Why nobody can be sent this image; null: it is ready. */
  function imageObstacle(image: Image | undefined): Failure | null {
    if (!image) return failure('not-found')
    return image.state === 'success' ? null : failure('deploy-image-not-ready', { name: image.name })
  }

  /** Why the image cannot be put there; null: it can. */
  function obstacle(
    client: Client,
    { disk, partition }: Place,
    { imageId }: Pick<Deployment, 'imageId'>
  ): Failure | null {
    const image = tables.images.get(imageId)
    const unready = imageObstacle(image)
    if (!image || unready) return unready
    const where = { client: client.name, disk, partition }
    const row = tables.partitions.get(client.id, disk, partition)
    if (!row) return failure('target-no-partition', where)
    const reason = noTargetReason(row, image)
    if (reason === null) return null
    if (reason !== 'too-small') return failure('deploy-not-a-target', where)
    const [size, needed] = comparedSizes(row.sizeKb, image.sourceSizeKb ?? 0)
    return failure('deploy-too-small', { ...where, size, needed })
  }

  /** Whether the image fits into the computer's cache, by which multicast and torrent go. */
  function cacheWarning(client: Client, rows: readonly Partition[], image: Image): Failure | null {
    const cache = rows.find(isCache)
    if (!cache) return failure('deploy-no-cache', { client: client.name })
    if (image.size === null) return null
    const free = Math.floor(cache.sizeKb * (1 - cache.usagePercent / 100))
    const size = Math.ceil(image.size / 1024)
    if (free >= size) return null
    const [room, needed] = comparedSizes(free, size)
    return failure('deploy-cache-full', { client: client.name, room, needed })
  }

  return {
    obstacle,
    /** What does not forbid it, but should be known. */
    warnings(client: Client, { disk, partition }: Place, { imageId, protocol }: Deployment): Failure[] {
      const image = tables.images.get(imageId)
      const rows = tables.partitions.ofClient(client.id)
      const row = rows.find((own) => own.disk === disk && own.partition === partition)
      if (!row || !image) return []
      const table = tableOfDisk(rows, disk)
      const where = { client: client.name, disk, partition }
      const found: (Failure | null)[] = targetDoubts(row, table, image).map((doubt) =>
        doubt === 'other-table'
          ? failure('deploy-other-table', {
              ...where,
              found: partitionTableName(table ?? '') ?? '',
              expected: partitionTableName(originTable(image)) ?? ''
            })
          : failure('deploy-other-type', {
              ...where,
              found: partitionTypeName(row.code),
              expected: partitionTypeName(image.partitionCode)
            })
      )
      if (image.sourceSizeKb === null) found.push(failure('deploy-size-unknown', { name: image.name }))
      if (protocol.kind !== 'unicast') found.push(cacheWarning(client, rows, image))
      return found.filter((warning) => warning !== null)
    },

    /** Asks the image's repository for its file. @throws FailureError not-found where the image is gone. */
    async source(imageId: string): Promise<{ failure: Failure | null; warning: Failure | null }> {
      const image = need(tables.images.get(imageId))
      const unready = imageObstacle(image)
      if (unready) return { failure: unready, warning: null }
      const repository = need(tables.repositories.get(image.repositoryId))
      const { value, failure: silent } = await repositories.images(repository)
      if (silent) return { failure: silent, warning: null }
      const about = { name: image.name, repository: repository.name }
      const file = value.find(({ name }) => name === imageFileName(image.name))
      if (!file) return { failure: failure('deploy-file-missing', about), warning: null }
      const other = file.fullsum != null && file.fullsum.toLowerCase() !== image.fullsum
      return { failure: null, warning: other ? failure('deploy-other-version', about) : null }
    }
  }
}
export type DeployChecks = ReturnType<typeof createDeployChecks>
