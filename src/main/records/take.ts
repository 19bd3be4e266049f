/** What a finished inventory is kept as. */
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import { placeOf } from '../inventory/agent-jobs.ts'
import { parseHardware, parseSoftware, sameHardware } from '../ogagent/inventories.ts'

/** `hrd` or `sft`, as it came. */
interface Brought {
  readonly hardware: string | null
  readonly software: string | null
}
type InventoryTrace = Pick<TraceRecord, 'clientId' | 'clientName' | 'input'>

function problemOf(
  { clientName }: InventoryTrace,
  parsed: { ok: true } | { ok: false; problem: string },
  raw: string | null
): Failure | null {
  if (parsed.ok) return null
  const params = { client: clientName ?? '', inventoryProblem: parsed.problem }
  return failure('inventory-invalid', params, raw || null)
}

/** Builds what takes inventories over: why a success is none, and, inside the write that ends the job, what is kept. */
export function createInventoryTakers(tables: Tables, now: () => number) {
  const clientOf = ({ clientId }: InventoryTrace) =>
    clientId === null ? undefined : tables.clients.get(clientId)
  return {
    hardware: {
      useless: (trace: InventoryTrace, { hardware }: Brought): Failure | null =>
        problemOf(trace, parseHardware(hardware), hardware),
      succeeded(trace: InventoryTrace, { hardware }: Brought, changes: Changes): void {
        const parsed = parseHardware(hardware)
        const client = clientOf(trace)
        if (!parsed.ok || !client) return
        const latest = tables.hardware.latest(client.id)
        if (latest && sameHardware(latest.items, parsed.items)) tables.hardware.seen(latest.id, now())
        else tables.hardware.add({ clientId: client.id, at: now(), items: parsed.items })
        changes.inventoryTaken(client.id)
      }
    },
    software: {
      useless: (trace: InventoryTrace, { software }: Brought): Failure | null =>
        problemOf(trace, parseSoftware(software), software),
      succeeded(trace: InventoryTrace, { software }: Brought, changes: Changes): void {
        const parsed = parseSoftware(software)
        const client = clientOf(trace)
        if (!parsed.ok || !client) return
        const place = { clientId: client.id, ...placeOf(trace) }
        const { system, programs } = parsed
        const latest = tables.software.latest(place)
        // Both are in order.
        const isSame = latest?.system === system && latest.programs.join('\n') === programs.join('\n')
        if (latest && isSame) tables.software.seen(latest.id, now())
        else tables.software.add({ ...place, at: now(), system, programs })
        changes.inventoryTaken(client.id)
      }
    }
  }
}
