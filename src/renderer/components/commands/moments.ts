/** When a command is to run, as it is being chosen. */
import type { Moment } from '#shared/contract/orders.ts'
import type { BatchMoment } from '#shared/domain/commands.ts'

/** What the fields hold: a date and a time as the browser writes them, in the local time zone. */
export interface MomentDraft {
  readonly kind: BatchMoment
  /** `2025-01-31` */
  readonly date: string
  /** `07:30` */
  readonly time: string
}

const HOUR = 3_600_000
const pad = (value: number): string => String(value).padStart(2, '0')

/** The fields that say this time. */
export function draftOf(kind: BatchMoment, at: number): MomentDraft {
  const day = new Date(at)
  return {
    kind,
    date: `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`,
    time: `${pad(day.getHours())}:${pad(day.getMinutes())}`
  }
}

/** What a choice begins with: now; for a time, the next full hour. */
export const freshDraft = (now: number): MomentDraft => draftOf('now', Math.floor(now / HOUR) * HOUR + HOUR)

/** The moment that the fields say; null where it is none, or has passed. */
export function momentOf({ kind, date, time }: MomentDraft, now: number): Moment | null {
  if (kind !== 'at') return { kind }
  const at = new Date(`${date}T${time}`).getTime()
  return Number.isFinite(at) && at > now ? { kind, at } : null
}
