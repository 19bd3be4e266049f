/** What a finished inventory is kept as. */
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import { parseHardware, parseSoftware, sameHardware } from '../ogagent/inventories.ts'

/** The parts of a kind of job that an inventory is: why a success is none, and what becomes of one. */
export interface InventoryTaker {
  useless(trace: TraceRecord, found: string | null): Failure | null
  take(trace: TraceRecord, found: string | null, changes: Changes): void
}

const problemOf = (
  trace: TraceRecord,
  parsed: { ok: true } | { ok: false; problem: string },
  raw: string | null
): Failure | null =>
  parsed.ok
    ? null
    : failure(
        'inventory-invalid',
        { client: trace.clientName ?? '', inventoryProblem: parsed.problem },
        raw || null
      )

/** Builds what takes inventories over; `take` is called inside the write that ends the job. */
export function createInventoryTakers(
  tables: Tables,
  now: () => number
): { hardware: InventoryTaker; software: InventoryTaker } {
  return {
    hardware: {
      useless: (trace, found) => problemOf(trace, parseHardware(found), found),
      take({ clientId }, found, changes) {
        const parsed = parseHardware(found)
        if (!parsed.ok || clientId === null || !tables.clients.get(clientId)) return
        const latest = tables.hardware.latest(clientId)
        if (latest && sameHardware(latest.items, parsed.items)) tables.hardware.seen(latest.id, now())
        else tables.hardware.add({ clientId, at: now(), items: parsed.items })
        changes.inventoryTaken(clientId)
      }
    },
    software: {
      useless: (trace, found) => problemOf(trace, parseSoftware(found), found),
      take({ clientId, input }, found, changes) {
        const parsed = parseSoftware(found)
        if (!parsed.ok || clientId === null || !tables.clients.get(clientId)) return
        const { dsk, par } = JSON.parse(input ?? '{}') as Record<string, string>
        const place = { clientId, disk: Number(dsk), partition: Number(par) }
        const { system, programs } = parsed
        const latest = tables.software.latest(place)
        // Both are in order.
        const isSame = latest?.system === system && latest.programs.join('\n') === programs.join('\n')
        if (latest && isSame) tables.software.seen(latest.id, now())
        else tables.software.add({ ...place, at: now(), system, programs })
        changes.inventoryTaken(clientId)
      }
    }
  }
}
