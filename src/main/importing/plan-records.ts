/** Images and smart groups of a file, compared with the inventory's. */
import { documentImage, documentSmartGroup } from '#shared/contract/inputs.ts'
import type { Image } from '#shared/contract/rows.ts'
import { canonicalNameProblem } from '#shared/domain/names.ts'
import { groupBy, pathText, unitPaths, type InventoryView } from './inventory-view.ts'
import { depend, type RepositoryPlan, type Target } from './plan-network.ts'
import { checked, newRow, refuse, refuseTwins, said, settle, type PlannedRow, type Ref } from './plan-rows.ts'
import type { UnitPlan } from './plan-units.ts'
import type { ImportSource } from './source.ts'

const isBeingMade = ({ state }: Image): boolean => state === 'in-progress' || state === 'aux-files-pending'
const imageKey = (repository: Ref | undefined, name: string) => JSON.stringify([repository, name])

/** Images are the same where their ids are, or else their names in one repository. */
export function planImages(
  source: ImportSource,
  view: InventoryView,
  repositories: RepositoryPlan
): readonly PlannedRow[] {
  if (source.images.length === 0) return []
  const byId = new Map(view.images.map((image) => [image.id, image]))
  const byName = new Map(view.images.map((image) => [imageKey(image.repositoryId, image.name), image]))
  const repositoryName = new Map(view.repositories.map(({ id, name }) => [id, name]))
  const macs = new Map(view.clients.map(({ id, mac }) => [id, mac]))
  const knownMacs = new Set([...macs.values(), ...source.clients.map(({ mac }) => mac)])
  const claims = new Map<PlannedRow, string>()

  const rows = source.images.map((image, index) => {
    const row = newRow(image, { key: `image/${index}`, kind: 'image', name: image.name })
    row.place = image.repository
    const repository = repositories.find(image.repository)
    const key = imageKey(repository?.ref, image.name)
    const before = (image.id ? byId.get(image.id) : undefined) ?? byName.get(key) ?? null
    const { line: _line, at: _at, ...given } = image
    const old = before && {
      ...before,
      repository: repositoryName.get(before.repositoryId)!,
      sourceClient: macs.get(before.sourceClientId ?? 0) ?? null,
      state: before.state === 'failed' ? ('failed' as const) : ('success' as const)
    }
    const values = checked(row, documentImage, {
      ...old,
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      // What made it may be a computer that nobody has any more.
      sourceClient: ((mac) => (mac && knownMacs.has(mac) ? mac : null))(
        said(given.sourceClient, old?.sourceClient ?? null)
      )
    })
    if (!values) return row
    claims.set(row, key)
    const taken = byName.get(key)
    if (canonicalNameProblem(values.name) !== null) refuse(row, 'image-name', { value: values.name })
    else if (!repository) refuse(row, 'unknown-repository', { name: image.repository })
    else if (before && isBeingMade(before)) refuse(row, 'image-busy', { name: before.name })
    else if (taken && taken !== before)
      refuse(row, 'name-taken', { value: values.name, client: taken.id, unit: image.repository })
    else {
      const shown = ({
        id: _id,
        failure,
        createdAt: _created,
        updatedAt: _updated,
        readyAt: _ready,
        ...rest
      }: typeof values) => ({
        ...rest,
        failure: failure?.code ?? null
      })
      settle(row, old && shown(old), shown(values), {
        kind: 'image',
        id: before?.id ?? null,
        repository: repository.ref,
        values
      })
      depend(row, repository)
    }
    return row
  })
  refuseTwins(
    groupBy(
      rows.filter((row) => claims.has(row)),
      (row) => claims.get(row)!
    ),
    'row-twice'
  )
  return rows
}

/** What a filter asks for, as people read it; what it does not ask for is null. */
const asked = (value: unknown): string | number | null =>
  Array.isArray(value)
    ? value.join('\n') || null
    : typeof value === 'boolean'
      ? Number(value) || null
      : (value as string | number) || null

/** Smart groups are the same where their names are. */
export function planSmartGroups(
  source: ImportSource,
  view: InventoryView,
  parts: { repositories: RepositoryPlan; units: UnitPlan }
): readonly PlannedRow[] {
  const known = new Map(view.smartGroups.map((group) => [group.name, group]))
  const paths = unitPaths(view.units)
  const repositoryName = new Map(view.repositories.map(({ id, name }) => [id, name]))
  const rows = (source.smartGroups ?? []).map((group, index) => {
    const row = newRow(group, {
      key: `smart-group/${index}`,
      kind: 'smart-group',
      name: group.name
    })
    const values = checked(row, documentSmartGroup, {
      name: group.name,
      filter: { ...group.filter, units: group.units, repositories: group.repositories }
    })
    if (!values) return row
    const { units: ways, repositories: names, ...filter } = values.filter
    const refsOf = <T>(
      list: readonly T[],
      find: (item: T) => Target | undefined,
      refused: (item: T) => void
    ) =>
      list.flatMap((item): Ref[] => {
        const target = find(item)
        const ref = target && target.row?.effect !== 'error' ? depend(row, target) : null
        if (ref === null) refused(item)
        return ref === null ? [] : [ref]
      })
    const units = refsOf(ways, parts.units.find, (path) =>
      refuse(row, 'unknown-unit', { name: pathText(path) })
    )
    const repositories = refsOf(names, parts.repositories.find, (name) =>
      refuse(row, 'unknown-repository', { name })
    )
    if (row.effect === 'error') return row
    const shown = (given: typeof filter, unitTexts: readonly string[], repositoryTexts: readonly string[]) =>
      Object.fromEntries(
        Object.entries({ ...given, units: unitTexts, repositories: repositoryTexts }).map(
          ([field, value]) => [field, asked(value)]
        )
      )
    const before = known.get(values.name) ?? null
    settle(
      row,
      before &&
        shown(
          before.filter,
          before.filter.unitIds.flatMap((id) => (paths.has(id) ? [pathText(paths.get(id)!)] : [])),
          (before.filter.repositoryIds ?? []).flatMap((id) => repositoryName.get(id) ?? [])
        ),
      shown(filter, ways.map(pathText), names),
      { kind: 'smart-group', id: before?.id ?? null, name: values.name, filter, units, repositories }
    )
    return row
  })
  refuseTwins(
    groupBy(rows, ({ name }) => name),
    'row-twice'
  )
  return rows
}
