/** Where an image can be put: what a partition must be, and what had better be the same as where the image is from. */
import { normalizePartitionCode, notCloneableReason, type NotCloneableReason } from './partition-codes.ts'

export interface TargetFacts {
  readonly partition: number
  readonly code: string
  readonly fileSystem: string
  readonly sizeKb: number
}

/** What is known of the image's origin. */
export interface OriginFacts {
  readonly partitionCode: string
  /** Null: not known, as of an image that came without its record. */
  readonly sourceSizeKb: number | null
}

export type NoTargetReason = Exclude<NotCloneableReason, 'no-file-system'> | 'too-small'

/** Why an image cannot be put on this partition; null: it can. An empty one will do: the image brings its file system. */
export function noTargetReason(target: TargetFacts, origin: OriginFacts): NoTargetReason | null {
  const reason = notCloneableReason(target)
  if (reason !== null && reason !== 'no-file-system') return reason
  return origin.sourceSizeKb !== null && target.sizeKb < origin.sourceSizeKb ? 'too-small' : null
}

/** What does not forbid it, but may keep the system from starting. */
export const TARGET_DOUBTS = ['other-table', 'other-type'] as const
export type TargetDoubt = (typeof TARGET_DOUBTS)[number]

/** The table that a partition's code belongs to: MSDOS codes are a byte, GPT's are longer. [L] */
function tableOf(code: string): string {
  const normalized = normalizePartitionCode(code)
  if (normalized === '10000') return '3'
  if (normalized === '10010') return '4'
  return normalized.length > 2 ? '2' : '1'
}

/** A code as GPT writes it: the same type has two spellings, `7` and `700`. */
const typeOf = (code: string): string => {
  const normalized = normalizePartitionCode(code)
  return normalized.length > 2 ? normalized : `${normalized}00`
}

/** What is to be said before. `tableCode`: the code of the target's disk, its partition 0; null where it is not known. */
export function targetDoubts(
  target: Pick<TargetFacts, 'code'>,
  tableCode: string | null,
  origin: Pick<OriginFacts, 'partitionCode'>
): TargetDoubt[] {
  // Nobody knows where it is from.
  if (origin.partitionCode === '') return []
  const known = tableCode !== null && normalizePartitionCode(tableCode) !== '0'
  const doubts: TargetDoubt[] = []
  if (known && normalizePartitionCode(tableCode) !== tableOf(origin.partitionCode)) doubts.push('other-table')
  if (typeOf(target.code) !== typeOf(origin.partitionCode)) doubts.push('other-type')
  return doubts
}

/** The partition table that an image comes from, as `partitionTableName` takes it. */
export const originTable = (origin: Pick<OriginFacts, 'partitionCode'>): string =>
  tableOf(origin.partitionCode)

/** Whether a partition is a computer's cache of images. */
export const isCache = ({ code, fileSystem }: Pick<TargetFacts, 'code' | 'fileSystem'>): boolean =>
  notCloneableReason({ partition: 1, code, fileSystem }) === 'cache'
