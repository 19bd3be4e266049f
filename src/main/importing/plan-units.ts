/** Units of a file, compared with the inventory's; what its computers name and nobody has is to be made. */
import { unitInput } from '#shared/contract/inputs.ts'
import type { Unit } from '#shared/contract/rows.ts'
import type { ImportFormat } from '#shared/domain/imports.ts'
import { canHold, type UnitType } from '#shared/domain/units.ts'
import { pathKey, pathText, unitPaths, type InventoryView } from './inventory-view.ts'
import { depend, namedRepository, type RepositoryPlan, type Target } from './plan-network.ts'
import { checked, newRow, refuse, settle, type PlannedRow } from './plan-rows.ts'
import type { ImportSource, SourceUnit, UnitPath } from './source.ts'

export interface UnitPlan {
  readonly rows: readonly PlannedRow[]
  /** The unit that a way of the file leads to; its row may be an error. */
  find(path: UnitPath): (Target & { readonly path: UnitPath }) | undefined
}

const { parentId: _parent, repositoryId: _repository, ...ownShape } = unitInput.shape
const unitFields = unitInput.omit({ parentId: true, repositoryId: true })
const FIELDS = Object.keys(ownShape).filter((field) => field !== 'name') as Exclude<
  keyof typeof ownShape,
  'name'
>[]

/** A unit that only its computers name. */
type ImpliedUnit = Pick<SourceUnit, 'path' | 'fields'> & { readonly line: null; readonly type: null }

/** What a unit of which nobody tells the kind is. */
function impliedType(parent: UnitType | null, holdsComputers: boolean): UnitType {
  const wanted: UnitType[] = holdsComputers
    ? ['classroom']
    : parent === null
      ? ['centre']
      : ['classroom-group', 'classroom']
  return wanted.find((type) => canHold(parent, type)) ?? 'client-group'
}

/** Formats that say of a unit all of its way from the top. */
const WHOLE_WAYS: ReadonlySet<ImportFormat> = new Set(['ogdesk', 'ogadmbd'])

/**
 * How a way of the file is meant. The `Aula 1` of a spreadsheet is the one that the inventory has below a centre, where
 * there is only one of that name.
 */
function createResolver(source: ImportSource, known: ReadonlyMap<string, Unit>, paths: Iterable<UnitPath>) {
  const bySuffix = new Map<string, UnitPath | null>()
  if (!WHOLE_WAYS.has(source.format)) {
    for (const path of paths) {
      for (let start = 1; start < path.length; start++) {
        const key = pathKey(path.slice(start))
        bySuffix.set(key, bySuffix.has(key) ? null : path)
      }
    }
  }
  return (path: UnitPath): UnitPath => {
    for (let length = path.length; length > 0; length--) {
      const start = path.slice(0, length)
      if (known.has(pathKey(start))) return path
      const full = bySuffix.get(pathKey(start))
      if (full) return [...full, ...path.slice(length)]
    }
    return path
  }
}

/** Units are the same where their ways from the top are. */
export function planUnits(
  source: ImportSource,
  view: InventoryView,
  repositories: RepositoryPlan,
  /** Where computers go of which the file says no unit. */
  targets: readonly UnitPath[]
): UnitPlan {
  const paths = unitPaths(view.units)
  const known = new Map(view.units.map((unit) => [pathKey(paths.get(unit.id)!), unit]))
  const resolve = createResolver(source, known, paths.values())
  const repositoryById = new Map(view.repositories.map((repository) => [repository.id, repository]))

  const wanted = new Map<string, SourceUnit | ImpliedUnit>()
  const twins: [SourceUnit, SourceUnit][] = []
  for (const unit of source.units) {
    const path = resolve(unit.path)
    const key = pathKey(path)
    const other = wanted.get(key)
    if (other?.line != null) {
      const { line: _one, at: _at, ...rest } = other
      const { line: _other, at: _place, ...same } = { ...unit, path }
      if (JSON.stringify(rest) !== JSON.stringify(same)) twins.push([unit, other as SourceUnit])
      continue
    }
    wanted.set(key, { ...unit, path })
  }
  const holders = new Set<string>()
  const named = [
    ...[...wanted.values()].map(({ path }) => path.slice(0, -1)),
    ...source.clients.flatMap(({ unit }) => (unit ? [resolve(unit)] : [])),
    ...targets
  ]
  const seen = new Set<string>()
  for (const path of named) {
    const whole = pathKey(path)
    if (path.length === 0 || seen.has(whole)) continue
    seen.add(whole)
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length)
      const key = pathKey(part)
      if (!known.has(key) && !wanted.has(key)) {
        wanted.set(key, { path: part, fields: {}, line: null, type: null })
      }
    }
  }
  for (const { unit } of source.clients) if (unit) holders.add(pathKey(resolve(unit)))
  for (const path of targets) holders.add(pathKey(path))

  const rows = new Map<string, PlannedRow>()
  const types = new Map<string, UnitType>()
  const find = (path: UnitPath): (Target & { path: UnitPath }) | undefined => {
    const key = pathKey(path)
    const before = known.get(key)
    if (before) return { ref: before.id, row: null, path }
    const row = rows.get(key)
    return row && { ref: row.key, row, path }
  }
  const typeOf = (path: UnitPath): UnitType | null =>
    path.length === 0 ? null : (types.get(pathKey(path)) ?? known.get(pathKey(path))?.type ?? null)

  // A unit's row comes after the row of the one above it.
  for (const [key, unit] of [...wanted].sort(([, one], [, other]) => one.path.length - other.path.length)) {
    const name = unit.path.at(-1)!
    const row = newRow(unit, { key: `unit/${key}`, kind: 'unit', name })
    rows.set(key, row)
    const above = unit.path.slice(0, -1)
    row.place = above.length > 0 ? pathText(above) : null
    const before = known.get(key) ?? null
    const parentType = typeOf(above)
    const type =
      before && source.format !== 'ogdesk'
        ? before.type
        : (unit.type ?? impliedType(parentType, holders.has(key)))
    types.set(key, type)
    const values = checked(row, unitFields, {
      ...before,
      ...Object.fromEntries(Object.entries(unit.fields).filter(([, value]) => value !== undefined)),
      type,
      name
    })
    if (!values) continue
    if (!canHold(parentType, type)) {
      refuse(row, 'unit-kind', { kind: type, above: parentType ?? '' })
      continue
    }
    const old = before ? (repositoryById.get(before.repositoryId ?? 0) ?? null) : null
    const repository = namedRepository(
      row,
      repositories,
      'repository' in unit ? unit.repository : undefined,
      old
    )
    if (!repository) continue
    const parent = above.length > 0 ? find(above) : undefined
    const shown = (fields: Partial<Unit>, repositoryName: string | null) => ({
      ...Object.fromEntries(FIELDS.map((field) => [field, fields[field]])),
      repository: repositoryName
    })
    settle(row, before && shown(before, old?.name ?? null), shown(values, repository.name), {
      kind: 'unit',
      id: before?.id ?? null,
      parent: before ? before.parentId : depend(row, parent ?? null),
      repository: repository.ref,
      values
    })
  }
  const refused: PlannedRow[] = []
  twins.forEach(([unit, other], index) => {
    const twin = newRow(unit, { key: `unit-twin/${index}`, kind: 'unit', name: unit.path.at(-1)! })
    refuse(twin, 'row-twice', { other: twin.name, line: other.line })
    refused.push(twin)
    const first = rows.get(pathKey(resolve(unit.path)))
    if (first) refuse(first, 'row-twice', { other: twin.name, line: unit.line })
  })
  return { rows: [...rows.values(), ...refused], find: (path) => find(resolve(path)) }
}
