/** A disk as it is to be, as the agent is told: `cfg` sent. [L] protocol.md section 1 */
import type { DiskLayoutInput } from '#shared/contract/orders.ts'
import { normalizePartitionCode, partitionTypeName } from '#shared/domain/partition-codes.ts'

type Wanted = DiskLayoutInput['partitions'][number]

function recordOf({ partition, code, fileSystem, sizeKb, format }: Wanted): string {
  // A number that is dropped: its code and its file system are EMPTY, and its size is 0. [L]
  const dropped = normalizePartitionCode(code) === '0'
  return [
    `par=${partition}`,
    `cpt=${dropped ? 'EMPTY' : partitionTypeName(code)}`,
    `sfi=${dropped ? 'EMPTY' : fileSystem}`,
    `tam=${dropped ? 0 : sizeKb}`,
    `ope=${format && !dropped ? 1 : 0}`
  ].join('*')
}

/** The text that is sent, such as `dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=11000000*ope=0%`. */
export function cfgOf({ disk, cacheKb, partitions }: DiskLayoutInput): string {
  const head = `dis=${disk}*che=${cacheKb === null ? 0 : 1}*tch=${cacheKb ?? 0}`
  return `${head}!${partitions.map((partition) => `${recordOf(partition)}%`).join('')}`
}
