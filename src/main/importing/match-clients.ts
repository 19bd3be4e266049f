/** Which computer of the inventory a row of a file speaks of. */
import type { Client } from '#shared/contract/rows.ts'
import type { ClientMatch } from '#shared/domain/imports.ts'
import type { Ref } from './plan-rows.ts'

/** What a computer is recognised by. */
export interface Traits {
  readonly mac: string
  readonly ip: string
  readonly name: string
  /** Its unit, as far as it is known. */
  readonly unit: Ref | null
  /** Whether the file says so itself. */
  readonly unitIsNamed: boolean
}

export interface Match {
  readonly client: Client
  readonly by: ClientMatch
}

/** The key of a name in its unit. */
export const nameKey = (unit: Ref, name: string): string => `${JSON.stringify(unit)} ${name}`

const isAnother = (row: Traits, client: Client): boolean =>
  row.unitIsNamed && row.unit !== client.unitId && row.name !== client.name

/**
 * Finds the computer of each row: by its MAC address, for that is the machine; else the one of the same name in the same
 * unit, whose machine was replaced; else the one with the same address. One that the file has in another unit under
 * another name is another computer, that claims this one's address. Each is found once at most, and the surer way comes
 * first for all rows, so that their order does not matter.
 */
export function matchClients<Row extends Traits>(
  rows: readonly Row[],
  clients: readonly Client[]
): ReadonlyMap<Row, Match> {
  const matches = new Map<Row, Match>()
  const taken = new Set<number>()
  function pass(
    by: ClientMatch,
    keyOfClient: (client: Client) => string,
    keyOf: (row: Row) => string | null
  ) {
    const known = new Map(
      clients.filter(({ id }) => !taken.has(id)).map((client) => [keyOfClient(client), client])
    )
    for (const row of rows) {
      const key = matches.has(row) ? null : keyOf(row)
      const client = key === null ? undefined : known.get(key)
      if (!client || (by === 'ip' && isAnother(row, client))) continue
      matches.set(row, { client, by })
      taken.add(client.id)
    }
  }
  pass(
    'mac',
    ({ mac }) => mac,
    ({ mac }) => mac
  )
  pass(
    'name',
    ({ unitId, name }) => nameKey(unitId, name),
    ({ unit, name }) => (unit === null ? null : nameKey(unit, name))
  )
  pass(
    'ip',
    ({ ip }) => ip,
    ({ ip }) => ip
  )
  return matches
}
