/** The library of scripts. */
import type { ScriptInput } from '#shared/contract/scripts.ts'
import { parametersOf } from '#shared/domain/scripts.ts'
import type { ScriptRow } from '../db/tables/scripts.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'

/** Builds the service. Its methods throw FailureError: a name that is taken, a script that is gone. */
export function createScripts(tables: Tables, write: Write, now: () => number) {
  function need(id: number): ScriptRow {
    const row = tables.scripts.get(id)
    if (!row) throw fail('not-found')
    return row
  }

  function needFreeName(name: string, own?: number): void {
    const twin = tables.scripts.byName(name)
    if (twin && twin.id !== own) throw fail('duplicate-name', { name })
  }

  /** A parameter is what its body makes one. */
  const fieldsOf = (input: ScriptInput) => ({
    ...input,
    parameters: parametersOf(input.body, input.parameters),
    updatedAt: now()
  })

  return {
    list: (): ScriptRow[] => tables.scripts.all(),
    create: (input: ScriptInput): ScriptRow =>
      write((changes) => {
        needFreeName(input.name)
        changes.scripts()
        return tables.scripts.insert({ ...fieldsOf(input), createdAt: now() })
      }),
    update: (id: number, input: ScriptInput): ScriptRow =>
      write((changes) => {
        need(id)
        needFreeName(input.name, id)
        changes.scripts()
        return tables.scripts.update(id, fieldsOf(input))
      }),
    remove: (id: number): void =>
      write((changes) => {
        need(id)
        tables.scripts.remove(id)
        changes.scripts()
      })
  }
}
export type Scripts = ReturnType<typeof createScripts>
