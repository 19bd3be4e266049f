/** Backups say in their names when and why they were made. */
import { BACKUP_REASONS, type BackupReason } from '#shared/domain/backups.ts'

const NAME = new RegExp(
  `^ogdesk-(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-(${BACKUP_REASONS.join('|')})(?:-\\d+)?\\.sqlite$`
)

/** `2026-11-23T031952Z`: UTC, without what some file systems do not take. */
export function timeInName(at: number): string {
  return new Date(at).toISOString().replace(/:|\.\d+/g, '')
}

/** `ogdesk-2026-11-23T031952Z-manual.sqlite`; from the second one of the same second on, with a number. */
export function backupName(at: number, reason: BackupReason, count = 1): string {
  return `ogdesk-${timeInName(at)}-${reason}${count > 1 ? `-${count}` : ''}.sqlite`
}

/** What a backup's name says, or null where it is not a backup's. */
export function readBackupName(name: string): { at: number; reason: BackupReason } | null {
  const parts = NAME.exec(name)
  if (!parts) return null
  const [year, month, day, hours, minutes, seconds] = parts.slice(1, 7).map(Number)
  const at = Date.UTC(year!, month! - 1, day, hours, minutes, seconds)
  return { at, reason: parts[7] as BackupReason }
}
