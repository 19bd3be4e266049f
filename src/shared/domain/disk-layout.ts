/** Disks as they are to be: what a partition table may hold. */

/** Partition tables that a disk can be given. */
export const DISK_TABLES = ['MSDOS', 'GPT'] as const
export type DiskTable = (typeof DISK_TABLES)[number]
