/** The rows of a plan: what each shows, and what it would write. */
import type * as z from 'zod'
import type { ImportRow } from '#shared/contract/imports.ts'
import type {
  ClientInput,
  DocumentImage,
  PartitionInput,
  RepositoryInput,
  SmartFilter,
  SubnetInput,
  UnitInput
} from '#shared/contract/inputs.ts'
import type { PeerIdentity } from '../http/pinned-agent.ts'

/** A row of the database, by its id, or one that is yet to be made, by the key of the row that makes it. */
export type Ref = number | string

interface Made<Kind extends ImportRow['kind']> {
  readonly kind: Kind
  /** Null: it is new. */
  readonly id: number | null
}

/** What a row writes, once its references have ids. */
export type Operation =
  | (Made<'repository'> & { readonly values: RepositoryInput; readonly certificate: PeerIdentity | null })
  | (Made<'subnet'> & { readonly values: SubnetInput })
  | (Made<'unit'> & {
      readonly parent: Ref | null
      readonly repository: Ref | null
      readonly values: Omit<UnitInput, 'parentId' | 'repositoryId'>
    })
  | (Made<'client'> & {
      readonly unit: Ref
      readonly subnet: Ref | null
      readonly repository: Ref | null
      readonly values: Omit<ClientInput, 'unitId' | 'subnetId' | 'repositoryId'>
      /** Undefined: what is known of its disks stays. */
      readonly partitions: readonly PartitionInput[] | undefined
    })
  | (Omit<Made<'image'>, 'id'> & {
      /** Its `idi`; null: it is new. */
      readonly id: string | null
      readonly repository: Ref
      readonly values: DocumentImage
    })
  | (Made<'smart-group'> & {
      readonly name: string
      readonly filter: Omit<SmartFilter, 'unitIds' | 'repositoryIds'>
      readonly units: readonly Ref[]
      readonly repositories: readonly Ref[]
    })

export type PlannedRow = { -readonly [Key in keyof ImportRow]: ImportRow[Key] } & {
  /** Where its row of the file begins, where the line does not tell. */
  readonly at: number | undefined
  operation: Operation | null
}

export type Problem = NonNullable<ImportRow['problem']>
type Value = ImportRow['changes'][number]['from']
/** What a person sees of a thing, field by field. */
export type Shown = Readonly<Record<string, Value | undefined>>

/** A row of which nothing is known yet. */
export function newRow(
  { line, at }: { readonly line: number | null; readonly at?: number },
  init: Pick<ImportRow, 'key' | 'kind' | 'name'>
): PlannedRow {
  return {
    ...init,
    line,
    at,
    place: null,
    effect: 'unchanged',
    changes: [],
    problem: null,
    warning: null,
    matchedBy: null,
    dependsOn: [],
    operation: null
  }
}

/** Says what the row would do: make something (`before` is null), change it, or nothing. */
export function settle(row: PlannedRow, before: Shown | null, after: Shown, operation: Operation): void {
  row.changes = Object.entries(after).flatMap(([field, value]) => {
    const [from, to] = [before?.[field] ?? null, value ?? null]
    return from === to ? [] : [{ field, from, to }]
  })
  row.effect = before === null ? 'new' : row.changes.length > 0 ? 'changed' : 'unchanged'
  row.operation = row.effect === 'unchanged' ? null : operation
}

/** Says that the row cannot be taken over, and why. The first reason stays. */
export function refuse(row: PlannedRow, code: Problem['code'], params: Problem['params'] = {}): void {
  if (row.effect === 'error') return
  Object.assign(row, {
    effect: 'error',
    problem: { code, params },
    warning: null,
    changes: [],
    dependsOn: [],
    operation: null
  })
}

/** Refuses rows that say the same of what only one may have; each names another one of them, with its line. */
export function refuseTwins(
  groups: ReadonlyMap<string, readonly PlannedRow[]>,
  code: Problem['code'],
  params: (row: PlannedRow) => Problem['params'] = () => ({})
): void {
  for (const twins of groups.values()) {
    if (twins.length < 2) continue
    for (const row of twins) {
      const other = twins.find((twin) => twin !== row)!
      refuse(row, code, { ...params(row), other: other.name, line: other.line ?? 0 })
    }
  }
}

/** The value as the contract takes it, or undefined where it does not; the row is refused then. */
export function checked<T>(row: PlannedRow, schema: z.ZodType<T>, value: unknown): T | undefined {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path ?? []
  const found = path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value
  )
  refuse(row, 'invalid-value', { field: path.join('.'), value: String(found ?? '').slice(0, 200) })
  return undefined
}

/** The later one where it says something, even that there is nothing; else the earlier one. */
export const said = <T>(later: T | undefined, earlier: T): T => (later === undefined ? earlier : later)
