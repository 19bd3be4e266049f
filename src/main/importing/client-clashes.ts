/** What only one computer may have: its MAC address, its IP address, its name within its unit. */
import type { Client } from '#shared/contract/rows.ts'
import { groupBy } from './inventory-view.ts'
import { nameKey } from './match-clients.ts'
import { refuse, refuseTwins, type Operation, type PlannedRow, type Problem } from './plan-rows.ts'

export interface ClientRow {
  readonly row: PlannedRow
  /** The computer of the inventory that it speaks of. */
  readonly client: Client | null
  readonly line: number
}

type ClientOperation = Extract<Operation, { kind: 'client' }>
const operationOf = ({ row }: ClientRow): ClientOperation | null =>
  row.operation?.kind === 'client' ? row.operation : null

/** One thing that only one may have. */
interface Claim {
  readonly twice: Problem['code']
  readonly taken: Problem['code']
  readonly value: (operation: ClientOperation) => string
  readonly key: (operation: ClientOperation) => string
  readonly held: (client: Client) => string
}

const CLAIMS: readonly Claim[] = [
  {
    twice: 'mac-twice',
    taken: 'mac-taken',
    value: ({ values }) => values.mac,
    key: ({ values }) => values.mac,
    held: ({ mac }) => mac
  },
  {
    twice: 'ip-twice',
    taken: 'ip-taken',
    value: ({ values }) => values.ip,
    key: ({ values }) => values.ip,
    held: ({ ip }) => ip
  },
  {
    twice: 'name-twice',
    taken: 'name-taken',
    value: ({ values }) => values.name,
    key: ({ unit, values }) => nameKey(unit, values.name),
    held: ({ unitId, name }) => nameKey(unitId, name)
  }
]

/** Refuses rows of the same file that cannot all be; those that change nothing claim what they have, too. */
export function refuseTwinClients(
  rows: readonly ClientRow[],
  claims: ReadonlyMap<PlannedRow, ClientOperation>
): void {
  for (const { key, value, twice } of CLAIMS) {
    const claiming = rows.filter(({ row }) => claims.has(row))
    const groups = groupBy(
      claiming.map(({ row }) => row),
      (row) => key(claims.get(row)!)
    )
    refuseTwins(groups, twice, (row) => ({ value: value(claims.get(row)!) }))
  }
}

/**
 * Refuses rows that claim what a computer of the inventory has and keeps. Where the file takes it away from that one, the
 * row needs the row that does: two computers can change places, and a whole classroom can move up by one.
 */
export function settleTaken(
  rows: readonly ClientRow[],
  clients: readonly Client[],
  unitName: (id: number) => string
): void {
  const rowOf = new Map(rows.flatMap((row) => (row.client ? [[row.client.id, row] as const] : [])))
  const holders = CLAIMS.map((claim) => new Map(clients.map((client) => [claim.held(client), client])))
  /** Who needs the row of a computer. */
  const needed = new Map<ClientRow, Set<ClientRow>>()

  /** Whether nothing forbids the row; notes what it needs. */
  function look(candidate: ClientRow): void {
    const operation = operationOf(candidate)
    if (!operation) return
    CLAIMS.forEach((claim, index) => {
      const holder = holders[index]!.get(claim.key(operation))
      if (!holder || holder.id === candidate.client?.id || candidate.row.effect === 'error') return
      const other = rowOf.get(holder.id)
      const given = other && operationOf(other)
      if (!other || !given || claim.key(given) === claim.held(holder)) {
        refuse(candidate.row, claim.taken, {
          value: claim.value(operation),
          client: holder.name,
          unit: unitName(holder.unitId)
        })
        return
      }
      if (!candidate.row.dependsOn.includes(other.row.key)) candidate.row.dependsOn.push(other.row.key)
      const waiting = needed.get(other) ?? new Set()
      needed.set(other, waiting.add(candidate))
    })
  }

  for (const row of rows) look(row)
  // One that is refused keeps what it has, which may forbid those that were to have it.
  const refused = rows.filter(({ row }) => row.effect === 'error')
  for (const row of refused) {
    for (const waiting of needed.get(row) ?? []) {
      if (waiting.row.effect === 'error') continue
      look(waiting)
      if ((waiting.row.effect as string) === 'error') refused.push(waiting)
    }
  }
}
