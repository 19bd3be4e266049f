/** Clients: rows in and out. */
import { and, asc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm'
import type { ClientChange, ClientInput } from '#shared/contract/inputs.ts'
import type { Client, Unit } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { ClientState } from '#shared/domain/states.ts'
import type { Orm } from '../open.ts'
import { clients, units } from '../schema.ts'
import { defined } from './defined.ts'
import type { createDiscoveredTable } from './discovered.ts'
import { placeholders } from './placeholders.ts'

type ClientRow = typeof clients.$inferSelect
type Inheritable = Pick<Unit, 'id' | 'parentId' | 'ogLive' | 'pxeTemplate' | 'repositoryId'>

/** What a report may change of a client; what is left out stays. */
export type ClientReport = Partial<
  Pick<
    ClientRow,
    'agentVersion' | 'agentSecret' | 'systemName' | 'sessionUser' | 'sessionSince' | 'reportedAt'
  >
>

/** A client as the contract has it: without its secret, with what it inherits from the units above it. */
function toClient(row: ClientRow, unit: (id: number) => Inheritable | undefined): Client {
  const { agentSecret, ...client } = row
  const effective = { ogLive: row.ogLive, pxeTemplate: row.pxeTemplate, repositoryId: row.repositoryId }
  const seen = new Set<number>()
  for (let above = unit(row.unitId); above && !seen.has(above.id); above = unit(above.parentId ?? 0)) {
    seen.add(above.id)
    effective.ogLive ??= above.ogLive
    effective.pxeTemplate ??= above.pxeTemplate
    effective.repositoryId ??= above.repositoryId
  }
  return { ...client, hasSecret: agentSecret !== null, effective }
}

const WRITTEN = [
  'unitId',
  'subnetId',
  'name',
  'mac',
  'ip',
  'serialNumber',
  'networkInterface',
  'ogLive',
  'pxeTemplate',
  'repositoryId',
  'agentPort',
  'planColumn',
  'planRow'
] as const

/** A column of a row that stands in a JSON list. */
const listed = (column: string): SQL =>
  column === 'agentSecret' ? sql`unhex(value ->> 'agentSecret')` : sql.raw(`value ->> '${column}'`)

/** What is told of a computer of which nothing was heard. */
const BLANK = {
  state: 'unknown',
  agentVersion: null,
  agentSecret: null,
  systemName: null,
  reportedAt: null
} as const

/** Reads and writes clients. */
export function createClientTable(orm: Orm, discovered: ReturnType<typeof createDiscoveredTable>) {
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
  const setState = orm
    .update(clients)
    .set({
      ...placeholders(['state', 'stateSince', 'stateFailure']),
      stateCheckedAt: sql`coalesce(${sql.placeholder('stateCheckedAt')}, ${clients.stateCheckedAt})`
    })
    .where(eq(clients.id, sql.placeholder('id')))
    .prepare()
  const written = placeholders(WRITTEN)
  const told = placeholders([
    'state',
    'stateSince',
    'agentVersion',
    'agentSecret',
    'systemName',
    'reportedAt',
    'createdAt'
  ])
  const inserted = orm
    .insert(clients)
    .values({ ...written, ...told })
    .returning()
    .prepare()
  // Of an import there are thousands, and one statement for all of them: the search index is written to disk with each.
  const rows = sql`json_each(${sql.placeholder('rows')})`
  const insertedAll = orm
    .insert(clients)
    .select(sql`select ${sql.join(Object.keys(getTableColumns(clients)).map(listed), sql`, `)} from ${rows}`)
    .returning({ id: clients.id, mac: clients.mac })
    .prepare()
  const overwrittenAll = orm
    .update(clients)
    .set(Object.fromEntries(WRITTEN.map((column) => [column, listed(column)])))
    .from(rows)
    .where(eq(clients.id, listed('id')))
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
    /** Its agent's secret, encrypted. */
    secretOf: (id: number): Buffer | null => byId.get({ id })?.agentSecret ?? null,
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
    /** The computers that are directly in one of these units. */
    ofUnits: (unitIds: readonly number[]): Client[] =>
      orm
        .select()
        .from(clients)
        .where(inArray(clients.unitId, [...unitIds]))
        .orderBy(asc(clients.id))
        .all()
        .map((row) => toClient(row, unitById)),
    /** The names of those of these that there are. */
    names: (ids: readonly number[]): Map<number, string> =>
      new Map(
        orm
          .select({ id: clients.id, name: clients.name })
          .from(clients)
          .where(sql`${clients.id} in (select value from json_each(${JSON.stringify(ids)}))`)
          .all()
          .map(({ id, name }) => [id, name])
      ),
    namesInUnit: (unitId: number): string[] =>
      orm
        .select({ name: clients.name })
        .from(clients)
        .where(eq(clients.unitId, unitId))
        .all()
        .map(({ name }) => name),
    /** Whatever way a computer enters the inventory, it takes over what its agent has reported before. */
    insert: (input: ClientInput, createdAt: number): Client => {
      const known = discovered.take(input.mac, input.ip)
      const row = inserted.get({ ...input, ...BLANK, stateSince: createdAt, createdAt, ...known })
      return toClient(row, unitById)
    },
    /** The same for many; the ids are in their order. */
    insertAll: (inputs: readonly ClientInput[], createdAt: number): number[] => {
      const heard = new Set(discovered.macs())
      const rows = inputs.map((input) => {
        const known = heard.has(input.mac) ? discovered.take(input.mac, input.ip) : undefined
        const row = { ...input, ...BLANK, stateSince: createdAt, createdAt, ...known }
        return { ...row, agentSecret: row.agentSecret?.toString('hex') ?? null }
      })
      const made = insertedAll.all({ rows: JSON.stringify(rows) })
      const idByMac = new Map(made.map(({ id, mac }) => [mac, id]))
      return inputs.map(({ mac }) => idByMac.get(mac)!)
    },
    /** Changes all that people write of them. */
    overwriteAll: (rows: readonly (ClientInput & { readonly id: number })[]): void => {
      overwrittenAll.run({ rows: JSON.stringify(rows) })
    },
    /** Frees what only one may have, for others to take; to be overwritten in the same transaction. */
    park: (ids: readonly number[]): void => {
      const free = sql<string>`'~' || ${clients.id}`
      orm
        .update(clients)
        .set({ mac: free, ip: free, name: free })
        .where(sql`${clients.id} in (select value from json_each(${JSON.stringify(ids)}))`)
        .run()
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
      setState.run({
        id,
        state: change.state,
        stateSince: change.stateSince,
        stateCheckedAt: change.stateCheckedAt ?? null,
        stateFailure: change.stateFailure && JSON.stringify(change.stateFailure)
      })
    },
    /** The clock was set by so much: what was seen was seen as long ago as before. */
    retime: (by: number): void => {
      const moved = (column: SQL) => sql`max(0, ${column} + ${by})`
      orm
        .update(clients)
        .set({
          stateSince: moved(sql`${clients.stateSince}`),
          stateCheckedAt: moved(sql`${clients.stateCheckedAt}`),
          reportedAt: moved(sql`${clients.reportedAt}`)
        })
        .run()
    },
    /** The clock was set back while nobody looked: what was seen later than now was seen just before. */
    seenBefore: (now: number): void => {
      const earlier = (column: SQL) => sql`min(${now - 1}, ${column})`
      orm
        .update(clients)
        .set({
          stateSince: earlier(sql`${clients.stateSince}`),
          stateCheckedAt: earlier(sql`${clients.stateCheckedAt}`),
          reportedAt: earlier(sql`${clients.reportedAt}`)
        })
        .where(
          sql`max(${clients.stateSince}, coalesce(${clients.stateCheckedAt}, 0), coalesce(${clients.reportedAt}, 0)) > ${now}`
        )
        .run()
    },
    /** What its agent has reported. */
    setReport: (id: number, change: ClientReport): void => {
      orm.update(clients).set(change).where(eq(clients.id, id)).run()
    },
    /** Its agent's next report is of this address; what it said from there before goes with it. */
    setAddress: (id: number, { ip, subnetId }: { ip: string; subnetId: number | null }): void => {
      const { mac } = byId.get({ id })!
      orm
        .update(clients)
        .set({ ip, subnetId, ...discovered.take(mac, ip) })
        .where(eq(clients.id, id))
        .run()
    },
    /**
     * Takes over what a computer has reported from its address while the inventory did not have it there.
     * @returns the id of the discovered computer that it was
     */
    recognise: (id: number): number | undefined => {
      const { mac, ip } = byId.get({ id })!
      const known = discovered.byMac(mac)
      if (known?.sourceAddress !== ip) return undefined
      orm
        .update(clients)
        .set({ ...discovered.take(mac, ip) })
        .where(eq(clients.id, id))
        .run()
      return known.id
    },
    setSerialNumber: (id: number, serialNumber: string): void => {
      orm.update(clients).set({ serialNumber }).where(eq(clients.id, id)).run()
    }
  }
}
