/**
 * Code names that a partition table is asked for with, and what they are in each of the two tables (protocol.md, section
 * 6 [L]), hex. The lab keeps its own copy on purpose.
 */
type Table = 'MSDOS' | 'GPT'

const CODES: Record<string, Partial<Record<Table, string>>> = {
  // Room that is kept free: an entry of type 0 in MSDOS, and none in GPT.
  EMPTY: { MSDOS: '0', GPT: '0' },
  FAT12: { MSDOS: '1' },
  EXTENDED: { MSDOS: '5' },
  FAT16: { MSDOS: '6' },
  NTFS: { MSDOS: '7' },
  FAT32: { MSDOS: 'b' },
  'HNTFS-WINRE': { MSDOS: '27' },
  'LINUX-SWAP': { MSDOS: '82', GPT: '8200' },
  LINUX: { MSDOS: '83', GPT: '8300' },
  'LINUX-LVM': { MSDOS: '8e', GPT: '8e00' },
  FREEBSD: { MSDOS: 'a5', GPT: 'a503' },
  HFS: { MSDOS: 'af', GPT: 'af00' },
  CACHE: { MSDOS: 'ca', GPT: 'ca00' },
  DATA: { MSDOS: 'da' },
  EFI: { MSDOS: 'ef', GPT: 'ef00' },
  'LINUX-RAID': { MSDOS: 'fd', GPT: 'fd00' },
  WINDOWS: { GPT: '700' },
  'WIN-RESERV': { GPT: 'c01' },
  'WIN-RECOV': { GPT: '2700' },
  'LINUX-RESERV': { GPT: '8301' },
  MBR: { GPT: 'ef01' },
  'BIOS-BOOT': { GPT: 'ef02' }
}

/** The code of a name in a table, undefined for a name that the table does not know. */
export function codeOfName(name: string, table: Table): string | undefined {
  return Object.hasOwn(CODES, name) ? CODES[name]?.[table] : undefined
}

/** Whether any table knows the name. */
export const isCodeName = (name: string): boolean => Object.hasOwn(CODES, name)

/**
 * The table that these names need: the one that the disk has, unless a name is known in the other alone. EFI, which both
 * know, asks for GPT where nothing speaks against it [D]. Null when no table knows them all.
 */
export function tableFor(names: readonly string[], current: Table): Table | null {
  const possible = (['MSDOS', 'GPT'] as const).filter((table) =>
    names.every((name) => codeOfName(name, table) !== undefined)
  )
  if (names.includes('EFI') && possible.includes('GPT')) return 'GPT'
  return possible.includes(current) ? current : (possible[0] ?? null)
}
