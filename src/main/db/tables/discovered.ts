/** Computers that reported in and are not in the inventory: rows in and out. */
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Discovered } from '#shared/contract/rows.ts'
import { reportedState, type AgentEvent } from '#shared/domain/agent-states.ts'
import type { Orm } from '../open.ts'
import { discoveredClients } from '../schema.ts'

/** Rows that are kept: many times a campus. The one that was silent for longest goes first, an ignored one last. */
const MOST_ROWS = 4000
/** Rows that are kept of one address, so that nobody who invents computers pushes those of others out. */
const MOST_OF_ONE_ADDRESS = 64

type Row = typeof discoveredClients.$inferSelect

/** A report of a computer; what it does not say stays as it was. */
export interface Sighting {
  readonly mac: string
  readonly ip: string
  readonly sourceAddress: string
  readonly systemName: string | null
  readonly osType: string | null
  readonly agentVersion: string | null
  readonly agentSecret: Buffer | null
  readonly event: AgentEvent
  readonly at: number
}

const stateOf = ({ lastEvent, osType, systemName }: Row) =>
  reportedState(lastEvent, { ostype: osType, osversion: systemName }, 'unknown') ?? 'unknown'

/** A row as the contract has it: without its secret. */
function toDiscovered(row: Row): Discovered {
  const { agentSecret: _secret, ...discovered } = row
  return { ...discovered, state: stateOf(row) }
}

/** What a computer of the inventory takes over of what was known of it before; of the rest nothing was said. */
function inheritance(row: Row) {
  const { agentVersion, agentSecret, systemName } = row
  const state = stateOf(row)
  return {
    reportedAt: row.lastSeenAt,
    ...(agentVersion !== null && { agentVersion }),
    ...(agentSecret !== null && { agentSecret }),
    ...(systemName !== null && { systemName }),
    ...(state !== 'unknown' && { state, stateSince: row.lastSeenAt })
  }
}

/** Reads and writes discovered computers. */
export function createDiscoveredTable(orm: Orm) {
  const byMac = orm
    .select()
    .from(discoveredClients)
    .where(eq(discoveredClients.mac, sql.placeholder('mac')))
    .prepare()

  const rowById = (id: number): Row | undefined =>
    orm.select().from(discoveredClients).where(eq(discoveredClients.id, id)).get()

  /** Takes rows out of the table; returns the ids of those that were there. */
  const remove = (ids: readonly number[]): number[] =>
    orm
      .delete(discoveredClients)
      .where(inArray(discoveredClients.id, [...ids]))
      .returning({ id: discoveredClients.id })
      .all()
      .map(({ id }) => id)

  /** Takes out what is too much of some rows. */
  function trim(where: SQL | undefined, most: number): number[] {
    const surplus = orm
      .select({ id: discoveredClients.id })
      .from(discoveredClients)
      .where(where)
      .orderBy(
        desc(discoveredClients.ignored),
        desc(discoveredClients.lastSeenAt),
        desc(discoveredClients.id)
      )
      .limit(MOST_ROWS)
      .offset(most)
      .all()
      .map(({ id }) => id)
    return surplus.length > 0 ? remove(surplus) : []
  }

  return {
    remove,
    all: (): Discovered[] =>
      orm
        .select()
        .from(discoveredClients)
        .orderBy(desc(discoveredClients.lastSeenAt), desc(discoveredClients.id))
        .all()
        .map(toDiscovered),
    get: (id: number): Discovered | undefined => {
      const row = rowById(id)
      return row && toDiscovered(row)
    },
    macs: (): string[] =>
      orm
        .select({ mac: discoveredClients.mac })
        .from(discoveredClients)
        .all()
        .map(({ mac }) => mac),
    byMac: (mac: string): Discovered | undefined => {
      const row = byMac.get({ mac })
      return row && toDiscovered(row)
    },
    /** The computer that spoke from this address last, and says that it is its own. */
    byAddress: (address: string): Discovered | undefined => {
      const row = orm
        .select()
        .from(discoveredClients)
        .where(and(eq(discoveredClients.ip, address), eq(discoveredClients.sourceAddress, address)))
        .orderBy(desc(discoveredClients.lastSeenAt))
        .limit(1)
        .get()
      return row && toDiscovered(row)
    },
    /** Notes a report. Returns the ids of the row, and of those that had to make room for it. */
    note: (sighting: Sighting): { id: number; dropped: number[] } => {
      const { at, event, ...said } = sighting
      const before = byMac.get({ mac: sighting.mac })
      if (before) {
        // An agent that starts has another secret, or none; other reports do not speak of it.
        const { agentSecret } = event === 'started' ? said : before
        orm
          .update(discoveredClients)
          .set({
            ip: said.ip,
            sourceAddress: said.sourceAddress,
            systemName: said.systemName ?? before.systemName,
            osType: said.osType ?? before.osType,
            agentVersion: said.agentVersion ?? before.agentVersion,
            agentSecret,
            lastEvent: event,
            lastSeenAt: at,
            reports: before.reports + 1
          })
          .where(eq(discoveredClients.id, before.id))
          .run()
        return { id: before.id, dropped: [] }
      }
      const { id } = orm
        .insert(discoveredClients)
        .values({ ...said, lastEvent: event, firstSeenAt: at, lastSeenAt: at })
        .returning({ id: discoveredClients.id })
        .get()
      const dropped = [
        ...trim(eq(discoveredClients.sourceAddress, said.sourceAddress), MOST_OF_ONE_ADDRESS),
        ...trim(undefined, MOST_ROWS)
      ]
      return { id, dropped }
    },
    /** The whole row, to put it back. */
    row: rowById,
    /** Puts a row back, under its old id; one that has reported from elsewhere meanwhile stays as it is. */
    restore: (row: Row): void => {
      orm.insert(discoveredClients).values(row).onConflictDoNothing().run()
    },
    setIgnored: (ids: readonly number[], ignored: boolean): void => {
      orm
        .update(discoveredClients)
        .set({ ignored })
        .where(inArray(discoveredClients.id, [...ids]))
        .run()
    },
    /**
     * Takes the computer with this MAC address out of the table, for it enters the inventory. What it said counts only
     * where it came from the address that the inventory gives it: anybody can say any MAC address.
     */
    take: (mac: string, ip: string): ReturnType<typeof inheritance> | undefined => {
      const row = byMac.get({ mac })
      if (!row) return undefined
      remove([row.id])
      return row.sourceAddress === ip ? inheritance(row) : undefined
    }
  }
}
