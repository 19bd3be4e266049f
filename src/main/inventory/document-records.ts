/** What a document holds besides units and computers: images, smart groups. */
import type { InventoryDocument } from '#shared/contract/inputs.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes } from '../events.ts'
import { fail } from '../failure-error.ts'
import { imageRow } from '../importing/image-row.ts'
import { pathKey, unitPaths } from '../importing/inventory-view.ts'

/** The rows of a list by their key; a name that is none of theirs is a failure that says where it stands. */
function references(list: string, ids: ReadonlyMap<string, number>) {
  return (key: string, name: string, field: string): number => {
    const id = ids.get(key)
    if (id === undefined) throw fail('unknown-reference', { field, name, list })
    return id
  }
}

/** Writes the images and smart groups of a document, after all that they point at. */
export function importRecords(
  tables: Tables,
  changes: Changes,
  { images, smartGroups }: InventoryDocument,
  now: number
): void {
  if (images.length + smartGroups.length === 0) return
  const units = tables.units.all()
  const unitId = references('units', new Map([...unitPaths(units)].map(([id, path]) => [pathKey(path), id])))
  const repositoryId = references(
    'repositories',
    new Map(tables.repositories.all().map(({ id, name }) => [name, id]))
  )

  for (const image of images) {
    const repository = repositoryId(image.repository, image.repository, `${image.name}.repository`)
    const twin = image.id === null ? undefined : tables.images.get(image.id)
    if (twin || tables.images.byName(repository, image.name))
      throw fail('duplicate-name', { name: image.name })
    const source = image.sourceClient === null ? undefined : tables.clients.byMac(image.sourceClient)
    const row = imageRow(image, { repositoryId: repository, sourceClientId: source?.id ?? null }, now)
    tables.images.insert(row)
    changes.image(row.id)
  }
  for (const { name, filter } of smartGroups) {
    if (tables.smartGroups.byName(name)) throw fail('duplicate-name', { name })
    const { units: paths, repositories, ...own } = filter
    const unitIds = paths.map((path) => unitId(pathKey(path), path.join(' › '), `${name}.units`))
    const repositoryIds = repositories.map((other) => repositoryId(other, other, `${name}.repositories`))
    tables.smartGroups.insert({ name, filter: { ...own, unitIds, repositoryIds }, createdAt: now })
    changes.smartGroups()
  }
}
