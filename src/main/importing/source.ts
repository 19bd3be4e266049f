/**
 * What a file of another tool says, before it is compared with the inventory. A reader of a format makes this and knows
 * nothing of the database; the preview compares it and knows nothing of formats. A field that is undefined is one of
 * which the source says nothing: what the inventory has of it stays.
 */
import type {
  DocumentImage,
  PartitionInput,
  SmartFilter,
  SubnetInput,
  UnitInput
} from '#shared/contract/inputs.ts'
import type { ImportFormat, SOURCE_PROBLEMS } from '#shared/domain/imports.ts'
import type { UnitType } from '#shared/domain/units.ts'

export type { ImportFormat } from '#shared/domain/imports.ts'

/** Where something stands: the line, counted from 1, on which it begins. */
export interface Placed {
  readonly line: number
  /** Where several rows stand on one line: the place in the text where this one begins. */
  readonly at?: number
}

/** The way to a unit from the top, by names: `['Facultad de Informática', 'Aula 1']`. */
export type UnitPath = readonly string[]

export interface SourceUnit extends Placed {
  readonly path: UnitPath
  readonly type: UnitType
  /** Only what the source says; the repository is named, as ids are of no other database. */
  readonly fields: Partial<Omit<UnitInput, 'parentId' | 'type' | 'name' | 'repositoryId'>>
  /** Null: it has none of its own. */
  readonly repository?: string | null
}

export interface SourceClient extends Placed {
  readonly name: string
  /** Normalized: `08:00:27:4F:BE:38`. A host without a MAC address is a problem, not a client. */
  readonly mac: string
  readonly ip: string
  /** Undefined where the format has no classrooms: the person chooses one. */
  readonly unit?: UnitPath
  readonly serialNumber?: string | null
  readonly networkInterface?: string | null
  readonly ogLive?: string | null
  readonly pxeTemplate?: string | null
  readonly repository?: string | null
  /** The subnet's address; undefined: the one that holds the computer's. */
  readonly subnet?: string | null
  readonly agentPort?: number
  readonly planColumn?: number | null
  readonly planRow?: number | null
  readonly partitions?: readonly PartitionInput[]
}

interface SourceRepository extends Placed {
  readonly name: string
  readonly ip: string
  readonly port?: number
  readonly path?: string
  /** The pinned one. */
  readonly certificate?: { readonly fingerprint: string; readonly pem: string } | null
}

/** `name` is the canonical name; the rest is what the source says of it. */
type SourceImage = Placed & Pick<DocumentImage, 'name' | 'repository'> & Partial<DocumentImage>

/** A saved filter; its units and repositories are named, as ids are of no other database. */
interface SourceSmartGroup extends Placed {
  readonly name: string
  readonly filter: Omit<SmartFilter, 'unitIds' | 'repositoryIds'>
  readonly units: readonly UnitPath[]
  readonly repositories: readonly string[]
}

/** Something that was read and cannot be used. */
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
  readonly smartGroups?: readonly SourceSmartGroup[]
  readonly problems: readonly SourceProblem[]
  /** The JSON of ogDesk's own document (format `ogdesk`), as it stands in the file; the other lists are then empty. */
  readonly document?: unknown
}
