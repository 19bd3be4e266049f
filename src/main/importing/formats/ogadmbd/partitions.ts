/** The disks of computers as ogAdmBD knows them. [L] ordenadores_particiones */
import type { PartitionInput } from '#shared/contract/inputs.ts'
import type { Findings } from '../findings.ts'
import type { Row, Tables } from './tables.ts'

/** `sistemasficheros` as it is installed, for dumps without it: ids from 1. [L] ogAdmBD.sql */
const FILE_SYSTEMS =
  `EMPTY CACHE BTRFS EXT2 EXT3 EXT4 FAT12 FAT16 FAT32 HFS HFSPLUS JFS NTFS REISERFS REISER4 UFS XFS
  EXFAT LINUX-SWAP F2FS NILFS2`.split(/\s+/)
const CODE_MAX = 0xffffff

/** The partitions of all computers, by the computers' ids. */
export function partitionsOf(
  tables: Tables,
  findings: Findings
): ReadonlyMap<number, readonly PartitionInput[]> {
  const systems = new Map(
    tables.rows('nombresos').map((row) => [row.number('idnombreso'), row.text('nombreso')])
  )
  const own = tables.rows('sistemasficheros')
  const fileSystems = new Map<number | null, string>(
    own.length > 0
      ? own.map((row) => [row.number('idsistemafichero'), row.text('nemonico') || row.text('descripcion')])
      : FILE_SYSTEMS.map((name, at) => [at + 1, name])
  )
  const partitions = new Map<number, PartitionInput[]>()
  for (const row of tables.rows('ordenadores_particiones')) {
    const client = row.number('idordenador')
    const partition = partitionOf(row, fileSystems, systems)
    if (client === null || typeof partition === 'string') {
      const column = typeof partition === 'string' ? partition : 'idordenador'
      findings.problem(row.line, 'bad-value', { column, value: row.text(column) }, row.excerpt)
      continue
    }
    const list = partitions.get(client) ?? []
    list.push(partition)
    partitions.set(client, list)
  }
  return partitions
}

/** A row's partition, or the column that says nothing sensible. */
function partitionOf(
  row: Row,
  fileSystems: ReadonlyMap<number | null, string>,
  systems: ReadonlyMap<number | null, string>
): PartitionInput | string {
  // Before 1.0.4 there was one disk, and no column for it.
  const disk = row.has('numdisk') ? row.number('numdisk') : 1
  const partition = row.number('numpar')
  const code = row.number('codpar')
  const sizeKb = row.number('tamano') ?? 0
  const usagePercent = row.number('uso') ?? 0
  if (!isWithin(disk, 1, 1000)) return 'numdisk'
  if (!isWithin(partition, 0, 1000)) return 'numpar'
  if (!isWithin(code, 0, CODE_MAX)) return 'codpar'
  if (!isWithin(sizeKb, 0, Number.MAX_SAFE_INTEGER)) return 'tamano'
  if (!isWithin(usagePercent, 0, 100)) return 'uso'
  return {
    disk,
    partition,
    // The console shows HEX(codpar).
    code: code.toString(16),
    fileSystem: (fileSystems.get(row.number('idsistemafichero')) || 'EMPTY').slice(0, 20),
    sizeKb,
    usagePercent,
    system: (systems.get(row.number('idnombreso')) ?? '').slice(0, 200)
  }
}

function isWithin(value: number | null, from: number, to: number): value is number {
  return value !== null && Number.isInteger(value) && value >= from && value <= to
}
