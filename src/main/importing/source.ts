/**
 * What a file of another tool says, before it is compared with the inventory. A reader of a format makes this and knows
 * nothing of the database; the preview compares it and knows nothing of formats. A field that is undefined is one of
 * which the source says nothing: what the inventory has of it stays.
 */
import type { PartitionInput, SubnetInput, UnitInput } from '#shared/contract/inputs.ts'
import type { UnitType } from '#shared/domain/units.ts'

/** In the order in which a file is tried when nobody names its format. */
export const IMPORT_FORMATS = ['ogdesk', 'kea', 'ogadmbd', 'dhcpd', 'dnsmasq', 'csv'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** Where something stands: the line, counted from 1, on which it begins. */
interface Placed {
  readonly line: number
}

/** The way to a unit from the top, by names: `['Facultad de Informática', 'Aula 1']`. */
export type UnitPath = readonly string[]

export interface SourceUnit extends Placed {
  readonly path: UnitPath
  readonly type: UnitType
  /** Only what the source says; the repository is named, as ids are of no other database. */
  readonly fields: Partial<Omit<UnitInput, 'parentId' | 'type' | 'name' | 'repositoryId'>>
  readonly repository?: string
}

export interface SourceClient extends Placed {
  readonly name: string
  /** Normalized: `08:00:27:4F:BE:38`. A host without a MAC address is a problem, not a client. */
  readonly mac: string
  readonly ip: string
  /** Undefined where the format has no classrooms: the person chooses one. */
  readonly unit?: UnitPath
  readonly serialNumber?: string
  readonly networkInterface?: string
  readonly ogLive?: string
  readonly pxeTemplate?: string
  readonly repository?: string
  readonly partitions?: readonly PartitionInput[]
}

export interface SourceRepository extends Placed {
  readonly name: string
  readonly ip: string
  readonly port?: number
  readonly path?: string
}

export interface SourceImage extends Placed {
  /** The canonical name. */
  readonly name: string
  readonly repository: string
  readonly description?: string
  readonly type?: string
  readonly fullsum?: string
}

/** Something that was read and cannot be used, in one of these ways; `imports.problems` has a sentence for each. */
export const SOURCE_PROBLEMS = [
  'syntax',
  'no-mac',
  'bad-mac',
  'several-macs',
  'no-ip',
  'bad-ip',
  'ip-is-a-name',
  'no-name',
  'bad-value',
  'unknown-reference',
  'missing-column',
  'too-few-columns',
  'unsupported'
] as const
export interface SourceProblem extends Placed {
  readonly code: (typeof SOURCE_PROBLEMS)[number]
  /**
   * Values of its sentence: `value`, `name`, `expected`, `column`… A name is there only where the source gives one, and
   * `column` is a column of the file, or a field of the inventory where the file has none of it.
   */
  readonly params: Readonly<Record<string, string | number>>
  /** What stands there, shortened to 200 characters. */
  readonly excerpt: string
  /** What stands there was read all the same, but for this: a second address, a value of another's field. */
  readonly partial?: true
}

export interface ImportSource {
  readonly format: ImportFormat
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16'
  readonly repositories: readonly SourceRepository[]
  readonly subnets: readonly (SubnetInput & Placed)[]
  readonly units: readonly SourceUnit[]
  readonly clients: readonly SourceClient[]
  readonly images: readonly SourceImage[]
  readonly problems: readonly SourceProblem[]
  /** The JSON of ogDesk's own document (format `ogdesk`), as it stands in the file; the other lists are then empty. */
  readonly document?: unknown
}
