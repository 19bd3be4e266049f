/**
 * From the sizes that a computer declares to the bytes of its disk's file. One scale for the whole lab: partitions that
 * declare the same size have the same bytes on every computer, so an image fits in the file exactly where it would fit in
 * the classroom.
 */
const MIB = 1024 * 1024
/** What a layout of a real classroom declares, in MiB: the lab's usual disk file stands for this much. */
const USUAL_DECLARED_MIB = 512_000
/** One MiB before the partitions for the table, one behind for GPT's copy, and one of play for rounding and tiny ones. */
const RESERVED_MIB = 3
/** Partitions begin and end on multiples of this many bytes, and have at least as many. */
export const GRAIN = 64 * 1024
/** MSDOS: the highest number of a partition that the table itself holds; those above lie inside the extended one. */
export const MOST_PRIMARY = 4

export interface DiskScale {
  /** The size of the file of a disk that declares so much. */
  fileMiB: (declaredMiB: number) => number
  /** The size that a disk declares whose file has so much. */
  declaredMiB: (fileMiB: number) => number
  /** Bytes in the file of a partition that declares so much. */
  partitionBytes: (declaredKb: number) => number
}

/** The scale of a lab whose usual disk file has `fileMiB`. Throws when that leaves no room for partitions. */
export function diskScale(fileMiB: number): DiskScale {
  if (!Number.isInteger(fileMiB) || fileMiB <= RESERVED_MIB)
    throw new Error(`a disk of ${fileMiB} MiB has no room for partitions; use 8 or more`)
  const scale = (fileMiB - RESERVED_MIB) / USUAL_DECLARED_MIB
  return {
    fileMiB: (declaredMiB) => Math.ceil(declaredMiB * scale) + RESERVED_MIB,
    declaredMiB: (file) => Math.floor((file - RESERVED_MIB) / scale),
    partitionBytes: (declaredKb) => Math.max(GRAIN, Math.round((declaredKb * 1024 * scale) / GRAIN) * GRAIN)
  }
}

/** The scale of a lab that declares what its files really have. */
export const FILE_SCALE: Pick<DiskScale, 'partitionBytes'> = {
  partitionBytes: (declaredKb) => declaredKb * 1024
}

/** Whether partitions that declare so many KB fit on a disk: a MiB goes to the table, and one to GPT's copy. */
export function fits(declaredKb: number, diskKb: number, table: 'MSDOS' | 'GPT'): boolean {
  return declaredKb <= diskKb - (table === 'GPT' ? 2 : 1) * 1024
}

/** A partition that is to be somewhere on the disk. */
export interface WantedPartition {
  number: number
  code: string
  bytes: number
}

/**
 * Puts partitions one behind the other in the order of their numbers, from the first MiB on, those that are a cache at the
 * end, and the logical ones of an MSDOS table into its extended one, each behind its own table. Returns them in the order
 * of their numbers with their places in bytes, or null when they do not fit in the file.
 */
export function place<P extends WantedPartition>(
  wanted: readonly P[],
  fileBytes: number,
  table: 'MSDOS' | 'GPT'
): (P & { offset: number })[] | null {
  const sorted = [...wanted].sort((a, b) => a.number - b.number)
  const logical = (partition: P) => isLogical(table, partition)
  let next = MIB
  let end = fileBytes - (table === 'GPT' ? MIB : 0)
  const placed = sorted
    .filter((partition) => !logical(partition))
    .map((partition) => {
      const atEnd = isCache(partition.code)
      if (atEnd) end -= partition.bytes
      const offset = atEnd ? end : next
      if (!atEnd) next += partition.bytes
      return { ...partition, offset }
    })
  if (next > end) return null
  const extended = placed.find(isExtended)
  let inside = extended?.offset ?? 0
  const within = sorted.filter(logical).map((partition) => {
    const offset = inside + GRAIN
    inside = offset + partition.bytes
    return { ...partition, offset }
  })
  return inside <= (extended ? extended.offset + extended.bytes : 0) ? [...placed, ...within] : null
}

/** The bytes that an extended partition has to have for what lies in it. */
export const bytesInside = (logical: readonly { bytes: number }[]): number =>
  logical.reduce((sum, { bytes }) => sum + GRAIN + bytes, 0)

/** Whether a number is one of those inside an extended partition. */
export const isLogical = (table: 'MSDOS' | 'GPT', { number }: { number: number }): boolean =>
  table === 'MSDOS' && number > MOST_PRIMARY

/** Whether a partition is there for others to lie in. */
export const isExtended = ({ code }: { code: string }): boolean => code === '5'

/** Whether a partition code is a cache's. */
export const isCache = (code: string): boolean => code === 'ca' || code === 'ca00'
