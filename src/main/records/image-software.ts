/** Which programs are in an image: as an inventory says that was taken of what went in, or of what came out. */
import type { SoftwareInventory } from '#shared/contract/records.ts'
import type { Image } from '#shared/contract/rows.ts'
import type { SoftwareRow } from '../db/tables/inventories.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'

interface Found {
  readonly basis: 'source' | 'carrier'
  readonly since: number
  readonly inventory: SoftwareInventory
}
interface Place {
  readonly clientId: number
  readonly disk: number
  readonly partition: number
}

/** Builds what looks for it. @throws FailureError where there is no such image */
export function createImageSoftware(tables: Tables) {
  /**
   * The inventory of a partition that was taken nearest to a moment. What was found again later was the same all the
   * while.
   */
  function nearest(place: Place, moment: number, isOfIt: (at: number, seenAt: number) => boolean) {
    const far = ({ at, seenAt }: { at: number; seenAt: number }) => Math.max(at - moment, moment - seenAt, 0)
    return tables.software
      .ofPlace(place)
      .filter(({ at, seenAt }) => isOfIt(at, seenAt))
      .sort((one, other) => far(one) - far(other))
      .at(0)
  }

  const whole = (id: number): SoftwareInventory => {
    const row: SoftwareRow = tables.software.get(id)!
    return { ...row, count: row.programs.length }
  }

  /** Of the partition that it was made from: from before, or from after as long as the same thing lay there. */
  function atSource(image: Image): Found | null {
    const { sourceClientId: clientId, sourceDisk: disk, sourcePartition: partition } = image
    if (clientId === null || disk === 0) return null
    const made = image.readyAt ?? image.createdAt
    const lying = tables.deployedImages.get(clientId, { disk, partition })
    const stillThere = lying?.imageId === image.id && lying.fullsum === image.fullsum
    const entry = nearest({ clientId, disk, partition }, made, (at) => at <= made || stillThere)
    return entry ? { basis: 'source', since: made, inventory: whole(entry.id) } : null
  }

  /** Of a partition that it was deployed to: the first one after that. */
  function atCarrier(image: Image): Found | null {
    for (const place of tables.deployedImages.all()) {
      if (place.imageId !== image.id || place.fullsum !== image.fullsum) continue
      const entry = nearest(place, place.deployedAt, (_at, seenAt) => seenAt >= place.deployedAt)
      if (entry) return { basis: 'carrier', since: place.deployedAt, inventory: whole(entry.id) }
    }
    return null
  }

  return (imageId: string): Found | null => {
    const image = tables.images.get(imageId)
    if (!image) throw fail('not-found')
    return atSource(image) ?? atCarrier(image)
  }
}
