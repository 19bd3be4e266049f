/** Clients and their partitions: rows in and out. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { ClientChange, ClientInput, PartitionInput } from '#shared/contract/inputs.ts'
import type { Client, Partition, Unit } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { ClientState } from '#shared/domain/states.ts'
import { isInstalledSystem } from '#shared/domain/systems.ts'
import type { Orm } from '../open.ts'
import { clients, partitions, units } from '../schema.ts'
import { defined } from './defined.ts'

type ClientRow = typeof clients.$inferSelect
type Inheritable = Pick<Unit, 'id' | 'parentId' | 'ogLive' | 'pxeTemplate' | 'repositoryId'>

/** A client as the contract has it: without its secret, with what it inherits from the units above it. */
function toClient(row: ClientRow, unit: (id: number) => Inheritable | undefined): Client {
  const { agentSecret: _secret, ...client } = row
  const effective = { ogLive: row.ogLive, pxeTemplate: row.pxeTemplate, repositoryId: row.repositoryId }
  const seen = new Set<number>()
  for (let above = unit(row.unitId); above && !seen.has(above.id); above = unit(above.parentId ?? 0)) {
    seen.add(above.id)
    effective.ogLive ??= above.ogLive
    effective.pxeTemplate ??= above.pxeTemplate
    effective.repositoryId ??= above.repositoryId
  }
  return { ...client, effective }
}

/** Reads and writes clients. */
export function createClientTable(orm: Orm) {
  // Prepared once: every webhook asks for its client.
  const byUnitId = orm
    .select()
    .from(units)
    .where(eq(units.id, sql.placeholder('id')))
    .prepare()
  const byId = orm
    .select()
    .from(clients)
    .where(eq(clients.id, sql.placeholder('id')))
    .prepare()
  const byMac = orm
    .select()
    .from(clients)
    .where(eq(clients.mac, sql.placeholder('mac')))
    .prepare()
  const byIp = orm
    .select()
    .from(clients)
    .where(eq(clients.ip, sql.placeholder('ip')))
    .prepare()
  const unitById = (id: number) => byUnitId.get({ id })
  const one = (row: ClientRow | undefined) => row && toClient(row, unitById)
  return {
    all: (): Client[] => {
      const byId = new Map(
        orm
          .select()
          .from(units)
          .all()
          .map((unit) => [unit.id, unit])
      )
      const rows = orm.select().from(clients).orderBy(asc(clients.id)).all()
      return rows.map((row) => toClient(row, (id) => byId.get(id)))
    },
    get: (id: number): Client | undefined => one(byId.get({ id })),
    byMac: (mac: string): Client | undefined => one(byMac.get({ mac })),
    byIp: (ip: string): Client | undefined => one(byIp.get({ ip })),
    byNameInUnit: (unitId: number, name: string): Client | undefined =>
      one(
        orm
          .select()
          .from(clients)
          .where(and(eq(clients.unitId, unitId), eq(clients.name, name)))
          .get()
      ),
    insert: (input: ClientInput, createdAt: number): Client => {
      const row = orm
        .insert(clients)
        .values({ ...input, stateSince: createdAt, createdAt })
        .returning()
        .get()
      return toClient(row, unitById)
    },
    /** Changes the fields that are there. */
    update: (id: number, change: ClientChange & { unitId?: number }): void => {
      const fields = defined(change)
      if (fields) orm.update(clients).set(fields).where(eq(clients.id, id)).run()
    },
    setState: (
      id: number,
      change: {
        state: ClientState
        stateSince: number
        stateCheckedAt?: number
        stateFailure: Failure | null
      }
    ): void => {
      orm.update(clients).set(change).where(eq(clients.id, id)).run()
    },
    setAgent: (id: number, change: { agentVersion: string | null; agentSecret: Buffer | null }): void => {
      orm.update(clients).set(change).where(eq(clients.id, id)).run()
    }
  }
}

/** Reads and writes partition tables. */
export function createPartitionTable(orm: Orm) {
  const ofClient = (clientId: number): Partition[] =>
    orm
      .select()
      .from(partitions)
      .where(eq(partitions.clientId, clientId))
      .orderBy(asc(partitions.disk), asc(partitions.partition))
      .all()
  const systemsOfClient = orm
    .selectDistinct({ system: partitions.system })
    .from(partitions)
    .where(eq(partitions.clientId, sql.placeholder('clientId')))
    .prepare()
  return {
    /** Of all clients, in no order. */
    all: (): Partition[] => orm.select().from(partitions).all(),
    ofClient,
    /** The systems that are installed on a client, each once. */
    systemsOf: (clientId: number): string[] =>
      systemsOfClient
        .all({ clientId })
        .map(({ system }) => system)
        .filter(isInstalledSystem),
    /** The same of every client that has any. */
    systems: (): { clientId: number; names: string[] }[] => {
      const byClient = new Map<number, string[]>()
      const rows = orm
        .selectDistinct({ clientId: partitions.clientId, system: partitions.system })
        .from(partitions)
        .all()
      for (const { clientId, system } of rows) {
        if (!isInstalledSystem(system)) continue
        const names = byClient.get(clientId)
        if (names) names.push(system)
        else byClient.set(clientId, [system])
      }
      return [...byClient].map(([clientId, names]) => ({ clientId, names }))
    },
    get: (clientId: number, disk: number, partition: number): Partition | undefined =>
      orm
        .select()
        .from(partitions)
        .where(
          and(
            eq(partitions.clientId, clientId),
            eq(partitions.disk, disk),
            eq(partitions.partition, partition)
          )
        )
        .get(),
    replace: (clientId: number, rows: readonly PartitionInput[]): Partition[] => {
      orm.delete(partitions).where(eq(partitions.clientId, clientId)).run()
      // One row a statement: SQLite counts the placeholders of one.
      for (const row of rows)
        orm
          .insert(partitions)
          .values({ ...row, clientId })
          .run()
      return ofClient(clientId)
    }
  }
}
