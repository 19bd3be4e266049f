/**
 * Partition codes of OpenGnsys, hex → name, and what cannot be cloned. [L] protocol.md section 6.
 * A site whose agents report others changes a line here.
 */
interface PartitionType {
  readonly name: string
  readonly cloneable: boolean
}

const notCloneable = (name: string): PartitionType => ({ name, cloneable: false })
const cloneable = (name: string): PartitionType => ({ name, cloneable: true })

const PARTITION_TYPES: Readonly<Record<string, PartitionType>> = {
  '0': notCloneable('EMPTY'),
  '1': cloneable('FAT12'),
  '5': notCloneable('EXTENDED'),
  '6': cloneable('FAT16'),
  '7': cloneable('NTFS'),
  b: cloneable('FAT32'),
  '27': cloneable('HNTFS-WINRE'),
  '82': notCloneable('LINUX-SWAP'),
  '83': cloneable('LINUX'),
  '8e': cloneable('LINUX-LVM'),
  a5: cloneable('FREEBSD'),
  af: cloneable('HFS'),
  ca: notCloneable('CACHE'),
  da: cloneable('DATA'),
  ee: notCloneable('GPT'),
  ef: cloneable('EFI'),
  fd: cloneable('LINUX-RAID'),
  '700': cloneable('WINDOWS'),
  c01: cloneable('WIN-RESERV'),
  '2700': cloneable('WIN-RECOV'),
  '8200': notCloneable('LINUX-SWAP'),
  '8300': cloneable('LINUX'),
  '8301': cloneable('LINUX-RESERV'),
  '8302': cloneable('LINUX'),
  '8e00': cloneable('LINUX-LVM'),
  a503: cloneable('FREEBSD'),
  af00: cloneable('HFS'),
  ca00: notCloneable('CACHE'),
  ef00: cloneable('EFI'),
  ef01: notCloneable('MBR'),
  ef02: notCloneable('BIOS-BOOT'),
  fd00: cloneable('LINUX-RAID'),
  ffff: cloneable('UNKNOWN'),
  '10000': cloneable('LVM-LV'),
  '10010': cloneable('ZFS-VOL')
}

/** Partition tables, by the code of a disk's partition 0. [L] */
const PARTITION_TABLES: Readonly<Record<string, string>> = {
  '1': 'MSDOS',
  '2': 'GPT',
  '3': 'LVM',
  '4': 'ZPOOL'
}

/** The code as the tables spell it: lower case, no leading zeros ('0B' → 'b', '00' → '0'). */
export function normalizePartitionCode(code: string): string {
  return code
    .trim()
    .toLowerCase()
    .replace(/^0x/, '')
    .replace(/^0+(?=.)/, '')
}

/** The name of a partition code, or the code itself where no table names it. */
export function partitionTypeName(code: string): string {
  const normalized = normalizePartitionCode(code)
  return PARTITION_TYPES[normalized]?.name ?? normalized.toUpperCase()
}

/** The name of a disk's partition table (the code of its partition 0), or undefined where it is not known. */
export function partitionTableName(code: string): string | undefined {
  return PARTITION_TABLES[normalizePartitionCode(code)]
}

/** What a partition needs to have for the question whether it can be cloned. */
interface PartitionFacts {
  readonly partition: number
  readonly code: string
  readonly fileSystem: string
}

/** Why a partition cannot be cloned; the user interface has a sentence for each. */
export type NotCloneableReason = 'whole-disk' | 'partition-type' | 'no-file-system' | 'cache'

/** Why this partition cannot be made into an image, or null where it can. */
export function notCloneableReason(facts: PartitionFacts): NotCloneableReason | null {
  if (facts.partition === 0) return 'whole-disk'
  const type = PARTITION_TYPES[normalizePartitionCode(facts.code)]
  if (type?.name === 'CACHE' || facts.fileSystem === 'CACHE') return 'cache'
  if (type && !type.cloneable) return 'partition-type'
  if (facts.fileSystem === '' || facts.fileSystem === 'EMPTY') return 'no-file-system'
  return null
}
