/** What lies on computers, by image and version. */
import type { Deployed } from '#shared/contract/deploy.ts'
import type { Image } from '#shared/contract/rows.ts'

export interface Version {
  readonly fullsum: string
  /** Whether it is the file that the repository has now. */
  readonly current: boolean
  readonly clientIds: readonly number[]
  /** When it last came to one of them. */
  readonly latest: number
}

export interface CarriedImage {
  readonly imageId: string
  readonly name: string
  /** The current one first, then the latest. */
  readonly versions: readonly Version[]
  readonly clientIds: readonly number[]
  /** Computers that have an older version only. */
  readonly behind: readonly number[]
}

type Known = Pick<Image, 'fullsum' | 'state'>

/** Whether an image has been made again since this version; not known of one that is being made, or is gone. */
export const isBehind = (row: Pick<Deployed, 'fullsum'>, image: Known | undefined): boolean =>
  image?.state === 'success' && image.fullsum !== null && image.fullsum !== row.fullsum

const unique = (rows: readonly Deployed[]): number[] => [...new Set(rows.map(({ clientId }) => clientId))]

function groupBy<Key>(rows: readonly Deployed[], keyOf: (row: Deployed) => Key): Map<Key, Deployed[]> {
  const groups = new Map<Key, Deployed[]>()
  for (const row of rows) {
    const own = groups.get(keyOf(row))
    if (own) own.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** What a computer carries, in one line. */
export interface CarriedLine {
  /** `windows-11, ubuntu` */
  readonly names: string
  /** Of the one that is behind, else of the latest. */
  readonly fullsum: string
  /** The names of those that have been made again since; empty: none has. */
  readonly behind: string
}

/** The line for a computer on which these lie; undefined where nothing does. */
export function carriedLine(
  rows: readonly Deployed[],
  imageOf: (id: string) => (Known & Pick<Image, 'name'>) | undefined
): CarriedLine | undefined {
  const late = rows.filter((row) => isBehind(row, imageOf(row.imageId)))
  const told = [...(late.length > 0 ? late : rows)].sort((one, other) => other.deployedAt - one.deployedAt)[0]
  if (!told) return undefined
  const names = (of: readonly Deployed[]): string =>
    [...new Set(of.map(({ imageId, imageName }) => imageOf(imageId)?.name ?? imageName))].join(', ')
  return { names: names(rows), fullsum: told.fullsum, behind: names(late) }
}

/** The images that lie on these partitions, those on most computers first. */
export function carriedImages(
  rows: readonly Deployed[],
  imageOf: (id: string) => (Known & Pick<Image, 'name'>) | undefined
): CarriedImage[] {
  return [...groupBy(rows, ({ imageId }) => imageId)]
    .map(([imageId, own]): CarriedImage => {
      const image = imageOf(imageId)
      const versions = [...groupBy(own, ({ fullsum }) => fullsum)]
        .map(([fullsum, of]) => ({
          fullsum,
          current: image?.state === 'success' && image.fullsum === fullsum,
          clientIds: unique(of),
          latest: Math.max(...of.map(({ deployedAt }) => deployedAt))
        }))
        .sort((one, other) => Number(other.current) - Number(one.current) || other.latest - one.latest)
      const upToDate = new Set(unique(own.filter((row) => !isBehind(row, image))))
      const clientIds = unique(own)
      return {
        imageId,
        name: image?.name ?? own[0]!.imageName,
        versions,
        clientIds,
        behind: clientIds.filter((id) => !upToDate.has(id))
      }
    })
    .sort((one, other) => other.clientIds.length - one.clientIds.length)
}
