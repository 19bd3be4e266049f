/** Compares a file with the inventory, and says of each row what taking it over would do. Writes nothing. */
import type { ImportTarget } from '#shared/contract/imports.ts'
import { unitPaths, type InventoryView } from './inventory-view.ts'
import { planClients, type ClientTarget } from './plan-clients.ts'
import { planRepositories, planSubnets } from './plan-network.ts'
import { planImages, planSmartGroups } from './plan-records.ts'
import { newRow, refuse, type PlannedRow } from './plan-rows.ts'
import { planUnits } from './plan-units.ts'
import type { ImportSource, SourceProblem } from './source.ts'

export interface Plan {
  readonly rows: readonly PlannedRow[]
  /** Whether the file names no unit of some of its computers. */
  readonly wantsTarget: boolean
}

function targetOf(target: ImportTarget, view: InventoryView): ClientTarget {
  if (target.kind === 'network') return 'network'
  const paths = unitPaths(view.units)
  const id = target.kind === 'unit' ? target.unitId : target.parentId
  const path = id === null ? [] : paths.get(id)
  // The unit has gone meanwhile: back to what needs none.
  if (!path) return 'network'
  return { path: target.kind === 'unit' ? path : [...path, target.name] }
}

/** What stands at one place of a file; of a dump, all rows of a table may stand on one line. */
const placeKey = ({
  line,
  at
}: {
  readonly line: number | null
  readonly at?: number | undefined
}): string => (at === undefined ? `line ${line}` : `at ${at}`)

/** What could not be read, as rows; what was read all the same is a warning of its row. */
function problemRows(problems: readonly SourceProblem[], rows: readonly PlannedRow[]): PlannedRow[] {
  const byPlace = new Map(rows.map((row) => [placeKey(row), row]))
  return problems.flatMap((problem, index) => {
    const { code, params, excerpt, partial } = problem
    const read = partial ? byPlace.get(placeKey(problem)) : undefined
    if (read) {
      read.warning ??= { code, params }
      return []
    }
    const row = newRow(problem, { key: `line/${index}`, kind: 'line', name: excerpt })
    refuse(row, code, params)
    return [row]
  })
}

/** A row that needs one which cannot be taken over cannot be, either. */
function refuseDependents(rows: readonly PlannedRow[]): void {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const dependents = new Map<string, PlannedRow[]>()
  for (const row of rows) {
    for (const key of row.dependsOn) dependents.set(key, [...(dependents.get(key) ?? []), row])
  }
  const refused = rows.filter(({ effect }) => effect === 'error')
  for (const { key } of refused) {
    for (const row of dependents.get(key) ?? []) {
      if (row.effect === 'error') continue
      const needed = byKey.get(key)!
      refuse(row, 'needs-failed', { name: needed.name, line: needed.line ?? 0 })
      refused.push(row)
    }
  }
}

/** Builds the plan of a file. */
export function makePlan(source: ImportSource, view: InventoryView, target: ImportTarget): Plan {
  const clientTarget = targetOf(target, view)
  const wantsTarget = source.clients.some(({ unit }) => unit === undefined)
  const repositories = planRepositories(source, view)
  const subnets = planSubnets(source, view)
  const units = planUnits(
    source,
    view,
    repositories,
    clientTarget === 'network' || !wantsTarget ? [] : [clientTarget.path]
  )
  const clients = planClients(source, view, { repositories, subnets, units }, clientTarget)
  const rows = [
    ...repositories.rows,
    ...subnets.rows,
    ...units.rows,
    ...clients,
    ...planImages(source, view, repositories),
    ...planSmartGroups(source, view, { repositories, units })
  ]
  refuseDependents(rows)
  return { rows: [...problemRows(source.problems, rows), ...rows], wantsTarget }
}
