/** Inventories as agents send them: `hrd` and `sft`. [L, D] protocol.md section 2 */
import { hardwareText, type HardwareItem, type InventoryProblem } from '#shared/domain/inventories.ts'

/** Lines of one inventory; a whole distribution has a tenth of them. */
const MOST_LINES = 50_000
/** Characters of one line. */
const LONGEST_LINE = 500

type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: InventoryProblem }
export type ParsedHardware = Parsed<{ readonly items: readonly HardwareItem[] }>
export type ParsedSoftware = Parsed<{ readonly system: string; readonly programs: readonly string[] }>

/** One line, without what cannot be read: control characters, halves of characters, and spaces without end. */
const cleaned = (line: string): string =>
  line
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_LINE)
    // A character of two units may have lost its second one.
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** A line each; JSON arrays of strings, too. [D] */
function linesOf(value: unknown): string[] | InventoryProblem {
  if (value === undefined || value === null || value === '') return 'missing'
  const list = typeof value === 'string' && value.trimStart().startsWith('["') ? parsedJson(value) : value
  const lines = typeof list === 'string' ? list.split(/\r\n?|\n/) : list
  if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) return 'format'
  if (lines.length > MOST_LINES) return 'too-many'
  return lines.map(cleaned).filter((line) => line !== '')
}

/**
 * Reads an inventory of hardware; never throws. Lines that are none are left out. Two that are alike stay: a computer may
 * have the same memory module twice.
 */
export function parseHardware(value: unknown): ParsedHardware {
  const lines = linesOf(value)
  if (typeof lines === 'string') return { ok: false, problem: lines }
  if (lines.length === 0) return { ok: false, problem: 'empty' }
  const items = lines.flatMap((line): HardwareItem[] => {
    const [, type, description] = /^([a-z]{3}) ?= ?(.+)$/i.exec(line) ?? []
    return type && description ? [{ type: type.toLowerCase(), description }] : []
  })
  return items.length > 0 ? { ok: true, items } : { ok: false, problem: 'format' }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Reads an inventory of software; never throws. The programs come each once and in order, whatever order they came in. */
export function parseSoftware(value: unknown): ParsedSoftware {
  const lines = linesOf(value)
  if (typeof lines === 'string') return { ok: false, problem: lines }
  const [system, ...programs] = lines
  if (system === undefined) return { ok: false, problem: 'empty' }
  const sorted = [...new Set(programs)]
    .map((line): [string, string] => [line.toLowerCase(), line])
    .sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]))
  return { ok: true, system, programs: sorted.map(([, line]) => line) }
}

/** Whether two inventories are of the same hardware, in whatever order it was found. */
export function sameHardware(one: readonly HardwareItem[], other: readonly HardwareItem[]): boolean {
  const key = (items: readonly HardwareItem[]) => items.map(hardwareText).sort().join('\n')
  return one.length === other.length && key(one) === key(other)
}
