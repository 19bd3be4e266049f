/** Copies of the database: why they are made, and what may be said of one. */

export const BACKUP_REASONS = ['scheduled', 'manual', 'before-migration', 'before-restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** `newer`: sound, but made by a newer program than this one. */
export const BACKUP_STATES = ['good', 'damaged', 'newer'] as const

/**
 * What a start may find: the database damaged, and set aside; sound, yet not as it was left (`altered`); or gone, while
 * there are backups of it (`missing`).
 */
export const RECOVERY_KINDS = ['damaged', 'altered', 'missing'] as const
export type RecoveryKind = (typeof RECOVERY_KINDS)[number]

/** What a restore may add, remove and change, row by row. */
export const DIFFERENCE_KINDS = [
  'units',
  'clients',
  'images',
  'subnets',
  'repositories',
  'smartGroups'
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** What of a restore is told as numbers. */
export const DIFFERENCE_COUNTS = ['traces', 'partitions', 'discovered'] as const
