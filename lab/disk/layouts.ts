/** What the lab's disks hold: a few layouts as classrooms have them, given to the computers in turn. */
interface PartitionPlan {
  /** Code in hex: an MBR type byte, or a GPT code of gpt-types.ts. */
  code: string
  fileSystem: string
  system: string
  usagePercent: number
  /** Share of the file's room; 0 for the smallest, 1 MiB. */
  weight: number
  /** Size a real computer would declare, in MiB. */
  declaredMiB: number
  /** False leaves only zeros in it. */
  filled: boolean
}

export interface DiskPlan {
  table: 'MSDOS' | 'GPT'
  /** Size a real computer would declare for the whole disk, in MiB. */
  declaredMiB: number
  partitions: PartitionPlan[]
}

function plan(
  code: string,
  fileSystem: string,
  declaredMiB: number,
  weight = 0,
  usagePercent = 0,
  system = ''
): PartitionPlan {
  return { code, fileSystem, declaredMiB, weight, usagePercent, system, filled: fileSystem !== 'EMPTY' }
}

/**
 * Layout 0 is the seed's `modelo`: partition 1 of 1 MB, EMPTY, and partition 2 with Ubuntu, which the seed's call names
 * with `cpt` 83. 83 is an MBR type (GPT would say 8300), so the table is MSDOS; type 0 with a size is a partition to the
 * kernel and to fdisk ("Empty"), and cannot be cloned.
 */
const LAYOUTS: readonly DiskPlan[] = [
  {
    table: 'MSDOS',
    declaredMiB: 512000,
    partitions: [plan('0', 'EMPTY', 1), plan('83', 'EXT4', 511997, 1, 3, 'Ubuntu 24.04 LTS')]
  },
  {
    table: 'GPT',
    declaredMiB: 512000,
    partitions: [
      plan('ef00', 'FAT32', 512, 0, 2),
      plan('8300', 'EXT4', 503294, 1, 11, 'Ubuntu 24.04 LTS'),
      plan('8200', 'LINUX-SWAP', 8192)
    ]
  },
  {
    table: 'GPT',
    declaredMiB: 953869,
    partitions: [
      plan('ef00', 'FAT32', 100, 0, 31),
      plan('c01', 'EMPTY', 16),
      plan('700', 'NTFS', 512000, 2, 24, 'Windows 11 Pro 64 bits'),
      plan('2700', 'NTFS', 750, 0, 71),
      plan('8300', 'EXT4', 441000, 1, 8, 'Debian GNU/Linux 12 (bookworm)')
    ]
  },
  {
    table: 'MSDOS',
    declaredMiB: 476940,
    partitions: [
      plan('7', 'NTFS', 204800, 2, 37, 'Windows 10 Education 64 bits'),
      plan('83', 'EXT4', 153600, 1, 15, 'Linux Mint 21.3'),
      plan('82', 'LINUX-SWAP', 8192),
      plan('ca', 'CACHE', 110346, 1, 42)
    ]
  }
]

/** The layout at a position, wrapping round. */
export function layoutAt(index: number): DiskPlan {
  const layout = LAYOUTS[index % LAYOUTS.length]
  if (layout === undefined) throw new Error(`no disk layout ${index}`)
  return layout
}
