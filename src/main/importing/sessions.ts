/** Imports that are open: a file that was read, what it would do, and taking it over. */
import { v4 as uuidv4 } from 'uuid'
import type { ImportPreview, ImportRow, ImportTarget } from '#shared/contract/imports.ts'
import type { ImportFormat } from '#shared/domain/imports.ts'
import type { Tables } from '../db/tables.ts'
import type { EventBus, Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import { applyRows, withNeeded, type Applied } from './apply.ts'
import { readInventory } from './inventory-view.ts'
import { makePlan, type Plan } from './plan.ts'
import type { PlannedRow } from './plan-rows.ts'
import type { ImportSource } from './source.ts'

interface Session {
  readonly source: ImportSource
  target: ImportTarget
  plan: Plan
}

/** Files that are kept open; a window that closes without a word leaves one behind. */
const KEPT = 4

/** Rows that are told at once: a window that takes in thousands in one go stands still. */
const TOLD_AT_ONCE = 400

/** What a person has looked at, of a row. */
const shown = ({ effect, changes, dependsOn, place }: PlannedRow): string =>
  JSON.stringify([effect, changes, dependsOn, place])

/** Builds the service. */
export function createImports(tables: Tables, write: Write, bus: EventBus, now: () => number) {
  /** In the order in which they were used. */
  const sessions = new Map<string, Session>()

  function use(id: string): Session {
    const session = sessions.get(id)
    if (!session) throw fail('import-gone')
    sessions.delete(id)
    sessions.set(id, session)
    return session
  }

  const rowsFrom = (plan: Plan, from: number): ImportRow[] =>
    plan.rows.slice(from, from + TOLD_AT_ONCE).map(({ operation: _operation, at: _at, ...row }) => row)

  function previewOf(importId: string, { source, target, plan }: Session, revision: number): ImportPreview {
    return {
      importId,
      revision,
      format: source.format,
      encoding: source.encoding,
      target,
      wantsTarget: plan.wantsTarget,
      rowCount: plan.rows.length,
      rows: rowsFrom(plan, 0)
    }
  }

  const planOf = (source: ImportSource, target: ImportTarget) =>
    makePlan(source, readInventory(tables), target)

  return {
    /** Reads a file and compares it with the inventory. @throws FailureError where it is none that can be read */
    async open(
      bytes: Uint8Array,
      options: { fileName: string | null; format: ImportFormat | null; target: ImportTarget }
    ): Promise<ImportPreview> {
      // Loaded only here: readers bring parsers, and a console imports once.
      const { readSource } = await import('./read-source.ts')
      const source = await readSource(bytes, options)
      const { target } = options
      const session = { source, target, plan: planOf(source, target) }
      const importId = uuidv4()
      sessions.set(importId, session)
      for (const id of sessions.keys()) if (sessions.size > KEPT) sessions.delete(id)
      return previewOf(importId, session, bus.revision())
    },

    /** The next of its rows. */
    rows: (importId: string, from: number): ImportRow[] => rowsFrom(use(importId).plan, from),

    /** Compares it again, with the inventory as it now is. */
    retarget(importId: string, target: ImportTarget): ImportPreview {
      const session = use(importId)
      session.target = target
      session.plan = planOf(session.source, target)
      return previewOf(importId, session, bus.revision())
    },

    /**
     * Takes rows over with all that they need, in one transaction or not at all.
     * @throws FailureError where the inventory has changed, so that a row would do something else than what was shown
     */
    apply(importId: string, keys: readonly string[]): Applied {
      const { source, target, plan } = use(importId)
      const seen = new Map(plan.rows.map((row) => [row.key, row]))
      return write((changes) => {
        const rows = withNeeded(planOf(source, target).rows, keys)
        const found = new Set(rows.map(({ key }) => key))
        const lost = keys.find((key) => !found.has(key))
        const other = rows.find((row) => !seen.has(row.key) || shown(seen.get(row.key)!) !== shown(row))
        if (lost !== undefined || other) {
          throw fail('import-outdated', { name: other?.name ?? seen.get(lost!)?.name ?? '' })
        }
        const bad = rows.find(({ effect }) => effect === 'error')
        if (bad) throw fail('import-bad-row', { name: bad.name, line: bad.line ?? 0 })
        return applyRows(tables, changes, rows, now())
      })
    },

    /** Forgets it. @returns whether there was one */
    close: (importId: string): boolean => sessions.delete(importId)
  }
}
export type Imports = ReturnType<typeof createImports>
