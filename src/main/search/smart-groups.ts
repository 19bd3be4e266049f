/** Saved filters over all computers. */
import { smartFilter, type SmartFilter } from '#shared/contract/inputs.ts'
import type { SmartGroup } from '#shared/contract/search.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'

/** Builds the service. Its methods throw FailureError: a name that is taken, a group that is gone. */
export function createSmartGroups(tables: Tables, write: Write, now: () => number) {
  const toGroup = (row: { id: number; name: string; filter: unknown; createdAt: number }): SmartGroup => ({
    ...row,
    // What was added to filters since it was written is not asked.
    filter: smartFilter.parse(row.filter)
  })

  function get(id: number): SmartGroup {
    const row = tables.smartGroups.get(id)
    if (!row) throw fail('not-found')
    return toGroup(row)
  }

  function needFreeName(name: string, own?: number): void {
    const twin = tables.smartGroups.byName(name)
    if (twin && twin.id !== own) throw fail('duplicate-name', { name })
  }

  return {
    list: (): SmartGroup[] => tables.smartGroups.all().map(toGroup),
    create: ({ name, filter }: { name: string; filter: SmartFilter }): SmartGroup =>
      write((changes) => {
        needFreeName(name)
        changes.smartGroups()
        return toGroup(tables.smartGroups.insert({ name, filter, createdAt: now() }))
      }),
    update: (
      id: number,
      change: { name?: string | undefined; filter?: SmartFilter | undefined }
    ): SmartGroup =>
      write((changes) => {
        const before = get(id)
        const after = { name: change.name ?? before.name, filter: change.filter ?? before.filter }
        needFreeName(after.name, id)
        tables.smartGroups.update(id, after)
        changes.smartGroups()
        return { ...before, ...after }
      }),
    remove: (id: number): void =>
      write((changes) => {
        get(id)
        tables.smartGroups.remove(id)
        changes.smartGroups()
      })
  }
}
export type SmartGroups = ReturnType<typeof createSmartGroups>
