/** The partition types that each table offers, and the file systems that fit each of them. [L] protocol.md section 6 */
import type { DiskTable } from './disk-layout.ts'
import { NO_FILE_SYSTEM } from './disk-layout.ts'
import { partitionTypeName } from './partition-codes.ts'

/** Those that are wanted most come first. */
const CODES: Readonly<Record<DiskTable, readonly string[]>> = {
  MSDOS: ['83', '7', '82', '5', 'b', 'ef', 'da', '27', '8e', 'fd', '6', '1', 'a5', 'af'],
  GPT: ['8300', '700', '8200', 'ef00', 'c01', '2700', 'ef02', '8e00', 'fd00', '8301', '8302', 'a503', 'af00']
}

/** Codes of the same kind of partition, MSDOS first. */
const COUNTERPARTS = [
  ['83', '8300'],
  ['82', '8200'],
  ['7', '700'],
  ['27', '2700'],
  ['8e', '8e00'],
  ['ef', 'ef00'],
  ['fd', 'fd00'],
  ['a5', 'a503'],
  ['af', 'af00'],
  ['ca', 'ca00']
] as const
/** What GPT has one code for, and MSDOS one for each file system. */
const BASIC_DATA: Readonly<Record<string, string>> = { FAT12: '1', FAT16: '6', FAT32: 'b' }

const LINUX = ['EXT4', 'EXT3', 'EXT2', 'BTRFS', 'XFS', 'F2FS', 'JFS', 'NILFS2', 'REISERFS', 'REISER4']
const FAT = ['FAT32', 'FAT16', 'FAT12']
const DATA = ['NTFS', 'EXFAT', ...FAT, ...LINUX]

/** By the name of the type; the first is what a new partition gets. */
const FILE_SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  FAT12: ['FAT12'],
  FAT16: ['FAT16'],
  FAT32: ['FAT32'],
  NTFS: ['NTFS', 'EXFAT'],
  'HNTFS-WINRE': ['NTFS'],
  WINDOWS: ['NTFS', 'EXFAT', ...FAT],
  'WIN-RECOV': ['NTFS'],
  EFI: FAT,
  LINUX,
  'LINUX-RESERV': LINUX,
  'LINUX-SWAP': ['LINUX-SWAP'],
  FREEBSD: ['UFS'],
  HFS: ['HFSPLUS', 'HFS'],
  DATA
}
/** Types whose partitions carry no file system of their own. */
const WITHOUT: ReadonlySet<string> = new Set([
  'EXTENDED',
  'WIN-RESERV',
  'BIOS-BOOT',
  'MBR',
  'LINUX-LVM',
  'LINUX-RAID',
  'EMPTY'
])

const MOST_MSDOS_CODE = 0xff

/** The codes of partitions that a table offers. */
export const codesOf = (table: DiskTable): readonly string[] => CODES[table]

/** Whether a code is one of this table's: those of MSDOS are a byte. */
export function belongsTo(code: string, table: DiskTable): boolean {
  return Number.parseInt(code, 16) <= MOST_MSDOS_CODE === (table === 'MSDOS')
}

/** The code of the same kind of partition in the other table, or the code itself where there is none. */
export function translatedCode(code: string, table: DiskTable, fileSystem: string): string {
  if (belongsTo(code, table)) return code
  if (table === 'MSDOS' && code === '700') return BASIC_DATA[fileSystem] ?? '7'
  if (table === 'GPT' && Object.values(BASIC_DATA).includes(code)) return '700'
  const pair = COUNTERPARTS.find((codes) => (codes as readonly string[]).includes(code))
  return pair?.[table === 'MSDOS' ? 0 : 1] ?? code
}

/** The file systems that fit a type; `EMPTY` alone where it carries none. A type that nobody knows takes any. */
export function fileSystemsOf(code: string): readonly string[] {
  const name = partitionTypeName(code)
  if (WITHOUT.has(name)) return [NO_FILE_SYSTEM]
  return [...(FILE_SYSTEMS[name] ?? DATA), NO_FILE_SYSTEM]
}

/** Names that only the codes of one table have: what is sent are names, and tells the agent which table is meant. [L] */
function namesOnlyIn(table: DiskTable): ReadonlySet<string> {
  const other = table === 'MSDOS' ? 'GPT' : 'MSDOS'
  const common = new Set(CODES[other].map(partitionTypeName))
  return new Set(CODES[table].map(partitionTypeName).filter((name) => !common.has(name)))
}
const TELLING: Readonly<Record<DiskTable, ReadonlySet<string>>> = {
  MSDOS: namesOnlyIn('MSDOS'),
  GPT: namesOnlyIn('GPT')
}

/** Whether a partition of this code tells which table is meant. */
export const tellsTable = (code: string, table: DiskTable): boolean =>
  TELLING[table].has(partitionTypeName(code))

/** The names of the types that tell which table is meant. */
export const tellingTypes = (table: DiskTable): readonly string[] => [...TELLING[table]]
