/** Disk layouts as agents take them: `cfg` sent to Configurar. [L] protocol.md section 1 */
import type { DiskLayoutInput } from '#shared/contract/orders.ts'
import { NO_FILE_SYSTEM } from '#shared/domain/disk-layout.ts'
import { partitionTypeName } from '#shared/domain/partition-codes.ts'

type Values = Readonly<Record<string, string | number>>

const record = (values: Values): string =>
  Object.entries(values)
    .map(([field, value]) => `${field}=${value}`)
    .join('*')

/**
 * `dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=11000000*ope=0%`: the disk and its cache, then the partitions. A code
 * that no table names goes as it is.
 */
export function encodeCfg({ disk, cacheKb, partitions }: DiskLayoutInput): string {
  const head = record({ dis: disk, che: cacheKb === null ? 0 : 1, tch: cacheKb ?? 0 })
  const rows = partitions.map(({ partition, code, fileSystem, sizeKb, format }) =>
    record({
      par: partition,
      cpt: partitionTypeName(code),
      sfi: fileSystem || NO_FILE_SYSTEM,
      tam: sizeKb,
      ope: format ? 1 : 0
    })
  )
  return `${head}!${rows.map((row) => `${row}%`).join('')}`
}
