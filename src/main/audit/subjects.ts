/** What an action is done to, in the words of that moment. */
import { COMMAND_FACTS } from '#shared/domain/commands.ts'
import type { Tables } from '../db/tables.ts'

/** What an action is done to. */
export interface Subject {
  /** In words of now. */
  readonly text: string
  readonly clientIds?: readonly number[]
  readonly batchId?: string
  /** What matters of the input, where that is not all of it. */
  readonly params?: object
  /** Where it depends on what was asked. */
  readonly danger?: boolean
}

/** More than these are not named. */
const MOST_NAMED = 20
export const firstOf = <T>(items: readonly T[], text: (item: T) => string): string =>
  items.slice(0, MOST_NAMED).map(text).join(', ')

/** A row by its name and number; the number stays true when the name is another's. */
export const named = (row: { name: string } | undefined, id: number | string): string =>
  row ? `${row.name} (#${id})` : `#${id}`
export const unit = (tables: Tables, id: number): string => named(tables.units.get(id), id)
export const units = (tables: Tables, ids: readonly number[] = []): string =>
  firstOf(ids, (id) => unit(tables, id))
export const client = (tables: Tables, id: number): Subject => ({
  text: named(tables.clients.get(id), id),
  clientIds: [id]
})
export const image = (tables: Tables, id: string): string => named(tables.images.get(id), id)
export const repository = (tables: Tables, id: number): string => named(tables.repositories.get(id), id)
export const discovered = (tables: Tables, ids: readonly number[]): string =>
  firstOf(ids, (id) => tables.discovered.get(id)?.mac ?? `#${id}`)

/** The computers of these units, however deep. */
export function clientsBelow(tables: Tables, unitIds: readonly number[]): number[] {
  const below = new Set(unitIds)
  const all = tables.units.all()
  // A Set's iteration goes on to what is added meanwhile.
  for (const id of below) for (const { id: child, parentId } of all) if (parentId === id) below.add(child)
  return tables.clients.ofUnits([...below]).map(({ id }) => id)
}

/** A batch, with the computers that are in it. */
export function batchSubject(tables: Tables, id: string): Subject {
  const batch = tables.batches.row(id)
  if (!batch) return { text: `#${id}`, batchId: id }
  const clientIds = tables.traces.ofBatch(id).flatMap((trace) => trace.clientId ?? [])
  const danger = COMMAND_FACTS[batch.command].danger !== 'none'
  return { text: batch.target, clientIds, batchId: id, danger, params: { command: batch.command } }
}
