import { computed } from 'vue'
import { useLanguage } from './useLanguage.ts'

/** OpenGnsys counts in 1024, and writes KB, MB and GB. [S] */
const KB = 1024
const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const pad = (value: number): string => String(value).padStart(2, '0')

/** A span of time as a clock shows it: `1:20`, `2:03:04`. */
function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = `${hours > 0 ? pad(minutes) : minutes}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Dates, sizes and spans as the window's language writes them. */
export function useFormat() {
  const language = useLanguage()
  const formats = computed(() => ({
    dateTime: new Intl.DateTimeFormat(language.value === 'en' ? 'en-GB' : language.value, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23'
    }),
    relative: new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }),
    percent: new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 0 }),
    integer: new Intl.NumberFormat(language.value)
  }))

  /** `25/11/2024 04:09:46` [S]; a dash where there is no time. */
  function dateTime(time: number | null): string {
    return time === null ? '—' : formats.value.dateTime.format(time).replace(',', '')
  }

  /** `hace 5 minutos` */
  function ago(time: number, now: number): string {
    const span = Math.min(0, time - now)
    const { relative } = formats.value
    if (span > -MINUTE) return relative.format(Math.round(span / SECOND), 'second')
    if (span > -HOUR) return relative.format(Math.round(span / MINUTE), 'minute')
    if (span > -DAY) return relative.format(Math.round(span / HOUR), 'hour')
    return relative.format(Math.round(span / DAY), 'day')
  }

  /** KB, as agents report them, in the unit that reads best: 524284928 → `500 GB`. */
  function sizeOfKb(kb: number): string {
    let value = kb
    let unit = 0
    while (value >= KB && unit < UNITS.length - 1) {
      value /= KB
      unit += 1
    }
    return new Intl.NumberFormat(language.value, {
      style: 'unit',
      unit: UNITS[unit]!,
      unitDisplay: 'short',
      maximumFractionDigits: value < 100 ? 1 : 0
    }).format(value)
  }

  /** Bytes, in the unit that reads best. */
  function sizeOfBytes(bytes: number): string {
    return bytes < KB
      ? new Intl.NumberFormat(language.value, { style: 'unit', unit: 'byte', unitDisplay: 'short' }).format(
          bytes
        )
      : sizeOfKb(bytes / KB)
  }

  /** A fraction from 0 to 1. */
  const percent = (fraction: number): string => formats.value.percent.format(fraction)
  const integer = (value: number): string => formats.value.integer.format(value)

  return { dateTime, ago, elapsed, sizeOfKb, sizeOfBytes, percent, integer }
}
