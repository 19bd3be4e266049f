/** What the lab's disks hold: a few layouts as classrooms have them, given to the computers in turn. */
interface PartitionPlan {
  /** Code in hex: an MBR type byte, or a GPT code of gpt-types.ts. */
  code: string
  fileSystem: string
  system: string
  usagePercent: number
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
  usagePercent = 0,
  system = ''
): PartitionPlan {
  const filled = fileSystem !== 'EMPTY' && fileSystem !== 'CACHE'
  return { code, fileSystem, declaredMiB, usagePercent, system, filled }
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
    partitions: [plan('0', 'EMPTY', 1), plan('83', 'EXT4', 511997, 3, 'Ubuntu 24.04 LTS')]
  },
  {
    table: 'GPT',
    declaredMiB: 512000,
    partitions: [
      plan('ef00', 'FAT32', 512, 2),
      plan('8300', 'EXT4', 503294, 11, 'Ubuntu 24.04 LTS'),
      plan('8200', 'LINUX-SWAP', 8192)
    ]
  },
  {
    table: 'GPT',
    declaredMiB: 953869,
    partitions: [
      plan('ef00', 'FAT32', 100, 31),
      plan('c01', 'EMPTY', 16),
      plan('700', 'NTFS', 512000, 24, 'Windows 11 Pro 64 bits'),
      plan('2700', 'NTFS', 750, 71),
      plan('8300', 'EXT4', 441000, 8, 'Debian GNU/Linux 12 (bookworm)')
    ]
  },
  {
    table: 'MSDOS',
    declaredMiB: 476940,
    partitions: [
      plan('7', 'NTFS', 204800, 37, 'Windows 10 Education 64 bits'),
      plan('83', 'EXT4', 153600, 15, 'Linux Mint 21.3'),
      plan('82', 'LINUX-SWAP', 8192),
      plan('ca', 'CACHE', 110346)
    ]
  }
]

/** Partitions from this size on give way when a disk is smaller than its layout's; boot and swap never do. In MiB. */
const LARGE_MIB = 32 * 1024

/** The layout on a disk of another size: its large partitions share what there is more or less of, in proportion. */
export function planFor(plan: DiskPlan, declaredMiB: number): DiskPlan {
  if (declaredMiB === plan.declaredMiB) return plan
  const large = plan.partitions.filter((partition) => partition.declaredMiB >= LARGE_MIB)
  const room = large.reduce((sum, partition) => sum + partition.declaredMiB, 0)
  const factor = (room + declaredMiB - plan.declaredMiB) / room
  if (factor <= 0) throw new Error(`a disk of ${declaredMiB} MiB has no room for its layout`)
  const partitions = plan.partitions.map((partition) =>
    large.includes(partition)
      ? { ...partition, declaredMiB: Math.floor(partition.declaredMiB * factor) }
      : partition
  )
  return { ...plan, declaredMiB, partitions }
}

/** The layout at a position, wrapping round. */
export function layoutAt(index: number): DiskPlan {
  const layout = LAYOUTS[index % LAYOUTS.length]
  if (layout === undefined) throw new Error(`no disk layout ${index}`)
  return layout
}
