/** What agents find in computers: hardware and software, and how two findings differ. [L] protocol.md section 2 */

/** A line of a hardware inventory: `<3-letter type>=<description>`. [L] */
export interface HardwareItem {
  readonly type: string
  readonly description: string
}

/** The types that have a name; others are shown as they are. [L] */
export const HARDWARE_TYPES = [
  'cha',
  'mod',
  'ser',
  'boo',
  'bio',
  'cpu',
  'mem',
  'dis',
  'sto',
  'ide',
  'cdr',
  'vga',
  'net',
  'aud',
  'mul',
  'usb',
  'fir',
  'bus'
] as const
type HardwareType = (typeof HARDWARE_TYPES)[number]

/** Whether a type of hardware has a name. */
export const isHardwareType = (type: string): type is HardwareType =>
  (HARDWARE_TYPES as readonly string[]).includes(type)

/** What is wrong with an inventory; there is a sentence for each. */
export const INVENTORY_PROBLEMS = ['missing', 'format', 'empty', 'too-many'] as const
export type InventoryProblem = (typeof INVENTORY_PROBLEMS)[number]

export const INVENTORY_KINDS = ['hardware', 'software'] as const
export type InventoryKind = (typeof INVENTORY_KINDS)[number]

export interface Program {
  readonly name: string
  /** Empty where the line ends with none. */
  readonly version: string
}

/** A version starts with a digit, and is a number or has its parts separated: `9.20`, `1:5.2-3ubuntu1`, but not `3D`. */
const VERSION = /^v?\d(?:\d*|[^\s]*[.:+~-][^\s]*)$/i

/**
 * A line of a software inventory: the program's name, and its version behind it. [L] Many Windows programs have it in
 * their names, too; it is not part of what they are called.
 */
export function programOf(line: string): Program {
  const words = line.split(' ')
  const version = words.at(-1)!
  if (words.length < 2 || !VERSION.test(version)) return { name: line, version: '' }
  const name = words
    .slice(0, -1)
    .filter((word) => word !== version)
    .join(' ')
    .replace(/ -$/, '')
  return { name: name || line, version }
}

/** A thing that both have, and not alike. */
interface Changed {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What one inventory has and the other has not. */
export interface InventoryDifference {
  readonly added: string[]
  readonly removed: string[]
  /** The same thing, in another version, or of another make. */
  readonly changed: Changed[]
  /** Lines that both have. */
  readonly same: number
}

interface Line {
  readonly text: string
  /** Lines with the same one are of the same thing. */
  readonly key: string
  readonly name: string
  readonly value: string
}

/** The lines by one of their fields, in their order. */
function linesBy(field: 'text' | 'key', lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const group = groups.get(line[field])
    if (group) group.push(line)
    else groups.set(line[field], [line])
  }
  return groups
}

/** Takes out of both what both have, as often as both have it. */
function withoutCommon(before: readonly Line[], after: readonly Line[]): [Line[], Line[], number] {
  const left = linesBy('text', after)
  const removed = before.filter((line) => left.get(line.text)?.pop() === undefined)
  const added = [...left.values()].flat()
  return [removed, added, before.length - removed.length]
}

function difference(before: readonly Line[], after: readonly Line[]): InventoryDifference {
  const [removed, added, same] = withoutCommon(before, after)
  const waiting = linesBy('key', added)
  const changed: Changed[] = []
  const paired = new Set<Line>()
  for (const line of removed) {
    const other = waiting.get(line.key)?.shift()
    if (!other) continue
    paired.add(line).add(other)
    changed.push({ name: line.name, before: line.value, after: other.value })
  }
  const rest = (lines: readonly Line[]) => lines.filter((line) => !paired.has(line)).map(({ text }) => text)
  return { added: rest(added), removed: rest(removed), changed, same }
}

const softwareLine = (text: string): Line => {
  const { name, version } = programOf(text)
  // Without a version there is nothing that could have changed but the whole line.
  return { text, key: version === '' ? `=${text}` : name.toLowerCase(), name, value: version }
}

/** How the programs of two systems differ: a program with another version has changed. */
export function softwareDifference(before: readonly string[], after: readonly string[]): InventoryDifference {
  return difference(before.map(softwareLine), after.map(softwareLine))
}

/** As it is written in an inventory. */
export const hardwareText = ({ type, description }: HardwareItem): string => `${type}=${description}`

/** How two computers differ, or one at two times: another part of the same type stands in place of it. */
export function hardwareDifference(
  before: readonly HardwareItem[],
  after: readonly HardwareItem[]
): InventoryDifference {
  const lineOf = (item: HardwareItem): Line => ({
    text: hardwareText(item),
    key: item.type,
    name: item.type,
    value: item.description
  })
  return difference(before.map(lineOf), after.map(lineOf))
}
