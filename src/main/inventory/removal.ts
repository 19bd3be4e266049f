/** Removing units and computers, with all that they hold; what would go is listed first. */
import { failure } from '#shared/domain/failures.ts'
import type { Removal, Unit } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { RemovedRows } from '../db/tables/removals.ts'
import type { Changes, Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { Traces } from '../traces/traces.ts'
import { need, type Rules } from './rules.ts'
import type { Undo } from './undo.ts'

interface Doomed {
  readonly unitIds: readonly number[]
  readonly clientIds: readonly number[]
}

/** Builds the service. */
export function createRemovalService(
  tables: Tables,
  write: Write,
  parts: { rules: Rules; undo: Undo; traces: Pick<Traces, 'cancel'> }
) {
  const { rules, undo, traces } = parts

  /** The units and all below them, parents before their children. */
  function withAllBelow(ids: readonly number[]): Unit[] {
    const found = new Map(ids.map((id) => [id, need(tables.units.get(id))]))
    const all = tables.units.all()
    // A Map's iteration goes on to what is added meanwhile.
    for (const id of found.keys()) {
      for (const unit of all) if (unit.parentId === id && !found.has(unit.id)) found.set(unit.id, unit)
    }
    const depth = (unit: Unit): number => {
      const above = unit.parentId === null ? undefined : found.get(unit.parentId)
      return above ? depth(above) + 1 : 0
    }
    return [...found.values()].sort((one, other) => depth(one) - depth(other))
  }

  function list({ unitIds, clientIds }: Doomed): Removal {
    const units = withAllBelow(unitIds)
    const inside = new Set(units.map(({ id }) => id))
    const chosen = new Set(clientIds.map((id) => need(tables.clients.get(id)).id))
    const clients = tables.clients.all().filter(({ id, unitId }) => chosen.has(id) || inside.has(unitId))
    const doomed = new Set(clients.map(({ id }) => id))
    const begun = new Set(tables.traces.running().map(({ id }) => id))
    const jobs = tables.traces
      .unfinished()
      .filter(({ clientId }) => clientId !== null && doomed.has(clientId))
      .map(({ id, clientName, command }) => ({ traceId: id, clientName: clientName ?? '', command }))
    return {
      units: units.map(({ id, name, type }) => ({ id, name, type })),
      clients: clients.map(({ id, name, unitId }) => ({ id, name, unitId })),
      images: tables.images
        .all()
        .filter(({ sourceClientId }) => sourceClientId !== null && doomed.has(sourceClientId))
        .map(({ id, name }) => ({ id, name })),
      running: jobs.filter(({ traceId }) => begun.has(traceId)),
      scheduled: jobs.filter(({ traceId }) => !begun.has(traceId))
    }
  }

  /** Takes rows away, inside a write of the caller's; what they were still to do is cancelled, and says why. */
  function take(doomed: Doomed, changes: Changes): RemovedRows {
    const { units, clients, running, scheduled } = list(doomed)
    if (running[0]) {
      throw fail('client-job-running', { client: running[0].clientName, command: running[0].command })
    }
    for (const { traceId, clientName: client } of scheduled)
      traces.cancel(need(tables.traces.get(traceId)), changes, failure('client-removed', { client }))
    const rows = tables.removals.capture(
      units.map(({ id }) => id),
      clients.map(({ id }) => id)
    )
    tables.removals.remove(rows)
    return rows
  }

  return {
    /** What would go, and what forbids it. */
    list,
    take,
    /** @throws FailureError client-job-running where a job runs on one of the computers. */
    remove: (doomed: Doomed): { units: number; clients: number; undoId: string } =>
      write((changes) => {
        const rows = take(doomed, changes)
        changes.inventory()
        const undoId = undo.remember((reverting) => {
          const removed = new Set(rows.units.map(({ id }) => id))
          for (const { parentId, name } of rows.units) {
            if (parentId === null || !removed.has(parentId)) rules.unitNameIsFree(parentId, name)
          }
          for (const { mac, ip, unitId, name } of rows.clients) {
            rules.macIsFree(mac)
            rules.ipIsFree(ip)
            rules.clientNameIsFree(unitId, name)
          }
          tables.removals.restore(rows)
          for (const { id } of rows.clients) tables.clients.recognise(id)
          reverting.inventory()
          return { units: rows.units.length, clients: rows.clients.length }
        })
        return { units: rows.units.length, clients: rows.clients.length, undoId }
      })
  }
}
export type RemovalService = ReturnType<typeof createRemovalService>
