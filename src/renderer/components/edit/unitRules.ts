/** An organizational unit as the form holds it, and what is wrong with it. */
import type { UnitInput } from '#shared/contract/inputs.ts'
import type { Unit } from '#shared/contract/rows.ts'
import { isNamePattern } from '#shared/domain/client-names.ts'
import { UNIT_TYPES, canHold, type UnitType } from '#shared/domain/units.ts'
import { fieldOf, first, ip, multicast, netmask, numberOf, problemsOf, required } from './rules.ts'
import { textOf, tooLong, whole, type Problem, type Problems } from './rules.ts'

/** The fields that are plain text, and how long each may be. */
const TEXTS = {
  dns: 500,
  ntp: 500,
  ogLive: 500,
  pxeTemplate: 500,
  hardwareProfile: 500,
  location: 500,
  comments: 2000
} as const
/** The fields that are numbers, and between which. */
const NUMBERS = {
  multicastPort: [1, 65_535],
  multicastSpeed: [1, 100_000],
  p2pTime: [0, 604_800],
  capacity: [0, 10_000]
} as const
type TextKey = keyof typeof TEXTS
type NumberKey = keyof typeof NUMBERS

type Written = Record<
  'name' | 'routerIp' | 'netmask' | 'multicastAddress' | 'namePattern' | TextKey | NumberKey,
  string
>
export interface UnitFields
  extends Written, Pick<UnitInput, 'parentId' | 'type' | 'repositoryId' | 'multicastMode' | 'p2pMode'> {}

/** The form's values as the console takes them; the seat plan's size is none of this form's. */
export type UnitValues = Omit<UnitInput, 'planColumns' | 'planRows'>

export const unitFields = (unit: UnitValues): UnitFields => ({
  parentId: unit.parentId,
  type: unit.type,
  name: unit.name,
  routerIp: fieldOf(unit.routerIp),
  netmask: fieldOf(unit.netmask),
  dns: fieldOf(unit.dns),
  ntp: fieldOf(unit.ntp),
  repositoryId: unit.repositoryId,
  ogLive: fieldOf(unit.ogLive),
  pxeTemplate: fieldOf(unit.pxeTemplate),
  multicastAddress: fieldOf(unit.multicastAddress),
  multicastPort: fieldOf(unit.multicastPort),
  multicastMode: unit.multicastMode,
  multicastSpeed: fieldOf(unit.multicastSpeed),
  p2pMode: unit.p2pMode,
  p2pTime: fieldOf(unit.p2pTime),
  hardwareProfile: fieldOf(unit.hardwareProfile),
  capacity: fieldOf(unit.capacity),
  location: fieldOf(unit.location),
  comments: fieldOf(unit.comments),
  namePattern: fieldOf(unit.namePattern)
})

export const unitValues = (fields: UnitFields): UnitValues => ({
  parentId: fields.parentId,
  type: fields.type,
  name: fields.name.trim(),
  routerIp: textOf(fields.routerIp),
  netmask: textOf(fields.netmask),
  dns: textOf(fields.dns),
  ntp: textOf(fields.ntp),
  repositoryId: fields.repositoryId,
  ogLive: textOf(fields.ogLive),
  pxeTemplate: textOf(fields.pxeTemplate),
  multicastAddress: textOf(fields.multicastAddress),
  multicastPort: numberOf(fields.multicastPort),
  multicastMode: fields.multicastMode,
  multicastSpeed: numberOf(fields.multicastSpeed),
  p2pMode: fields.p2pMode,
  p2pTime: numberOf(fields.p2pTime),
  hardwareProfile: textOf(fields.hardwareProfile),
  capacity: numberOf(fields.capacity),
  location: textOf(fields.location),
  comments: textOf(fields.comments),
  namePattern: textOf(fields.namePattern)
})

/** The types that a unit may have where it stands, with what stands in it. */
export const typesFor = (parent: UnitType | null, children: readonly UnitType[]): UnitType[] =>
  UNIT_TYPES.filter((type) => canHold(parent, type) && children.every((child) => canHold(type, child)))

/** What most people make there: a centre at the top, classrooms in a centre, groups of computers in a classroom. */
export function usualType(parent: UnitType | null): UnitType {
  if (parent === null) return 'centre'
  return parent === 'classroom' || parent === 'client-group' ? 'client-group' : 'classroom'
}

export const emptyUnit = (parentId: number | null, type: UnitType): UnitFields =>
  unitFields({
    parentId,
    type,
    name: '',
    routerIp: null,
    netmask: null,
    dns: null,
    ntp: null,
    repositoryId: null,
    ogLive: null,
    pxeTemplate: null,
    multicastAddress: null,
    multicastPort: null,
    multicastMode: null,
    multicastSpeed: null,
    p2pMode: null,
    p2pTime: null,
    hardwareProfile: null,
    capacity: null,
    location: null,
    comments: null,
    namePattern: null
  })

/** The fields of where computers stand side by side; other units show them only where they have one. */
const ROOM_FIELDS = [
  'multicastAddress',
  'multicastPort',
  'multicastMode',
  'multicastSpeed',
  'p2pMode',
  'p2pTime',
  'hardwareProfile',
  'capacity',
  'namePattern'
] as const
export const hasRoomFields = (fields: UnitFields): boolean =>
  fields.type === 'classroom' ||
  fields.type === 'client-group' ||
  ROOM_FIELDS.some((key) => fields[key] !== null && fields[key] !== '')

/** What is wrong with the form, beside the other units; `self` is the one that is edited. */
export function unitProblems(
  fields: UnitFields,
  self: number | null,
  units: Iterable<Unit>
): Problems<UnitFields> {
  const name = fields.name.trim()
  let taken: Problem | null = null
  for (const other of units) {
    if (other.id !== self && other.parentId === fields.parentId && other.name === name) {
      taken = { key: 'unitTaken', params: { name } }
    }
  }
  const texts = Object.entries(TEXTS) as [TextKey, number][]
  const numbers = Object.entries(NUMBERS) as [NumberKey, readonly [number, number]][]
  return problemsOf<UnitFields>({
    ...Object.fromEntries(texts.map(([key, max]) => [key, tooLong(fields[key], max)])),
    ...Object.fromEntries(numbers.map(([key, [min, max]]) => [key, whole(fields[key], min, max)])),
    name: first(required(fields.name), tooLong(fields.name, 100), taken),
    routerIp: ip(fields.routerIp),
    netmask: netmask(fields.netmask),
    multicastAddress: multicast(fields.multicastAddress),
    namePattern:
      fields.namePattern.trim() === '' || isNamePattern(fields.namePattern.trim())
        ? null
        : { key: 'namePattern', unfinished: !fields.namePattern.includes('%') }
  })
}
