/** What was found in computers: rows in and out. */
import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { HardwareItem } from '#shared/domain/inventories.ts'
import type { Orm } from '../open.ts'
import { hardwareInventories, softwareInventories } from '../schema.ts'

/** Inventories that are kept of one computer, or of one partition; the oldest go first. */
const KEPT = 100

export type HardwareRow = typeof hardwareInventories.$inferSelect
export type SoftwareRow = typeof softwareInventories.$inferSelect
interface Place {
  readonly clientId: number
  readonly disk: number
  readonly partition: number
}

/** Reads and writes inventories of hardware. */
export function createHardwareTable(orm: Orm) {
  const table = hardwareInventories
  const summary = {
    id: table.id,
    clientId: table.clientId,
    at: table.at,
    seenAt: table.seenAt,
    count: sql<number>`json_array_length(${table.items})`
  }
  const ofClient = (clientId: number) =>
    orm.select(summary).from(table).where(eq(table.clientId, clientId)).orderBy(desc(table.id)).all()
  // Prepared: a classroom brings them all at once.
  const latest = orm
    .select()
    .from(table)
    .where(eq(table.clientId, sql.placeholder('clientId')))
    .orderBy(desc(table.id))
    .limit(1)
    .prepare()
  const seen = orm
    .update(table)
    .set({ seenAt: sql`${sql.placeholder('seenAt')}` })
    .where(eq(table.id, sql.placeholder('id')))
    .prepare()
  return {
    latest: (clientId: number): HardwareRow | undefined => latest.get({ clientId }),
    get: (id: number): HardwareRow | undefined => orm.select().from(table).where(eq(table.id, id)).get(),
    /** All of a computer, without what is in them; the newest first. */
    ofClient,
    /** The latest one was found again. */
    seen: (id: number, seenAt: number): void => void seen.run({ id, seenAt }),
    /** Adds one, and drops what is older than those that are kept. */
    add: (row: { clientId: number; at: number; items: readonly HardwareItem[] }): void => {
      orm
        .insert(table)
        .values({ ...row, items: [...row.items], seenAt: row.at })
        .run()
      const kept = ofClient(row.clientId)[KEPT - 1]
      if (kept)
        orm
          .delete(table)
          .where(and(eq(table.clientId, row.clientId), lt(table.id, kept.id)))
          .run()
    }
  }
}

/** Reads and writes inventories of software. */
export function createSoftwareTable(orm: Orm) {
  const table = softwareInventories
  const summary = {
    id: table.id,
    clientId: table.clientId,
    disk: table.disk,
    partition: table.partition,
    at: table.at,
    seenAt: table.seenAt,
    system: table.system,
    count: sql<number>`json_array_length(${table.programs})`
  }
  const of = ({ clientId, disk, partition }: Place): SQL =>
    and(eq(table.clientId, clientId), eq(table.disk, disk), eq(table.partition, partition))!
  const ofPlace = (place: Place) =>
    orm.select(summary).from(table).where(of(place)).orderBy(desc(table.id)).all()
  return {
    latest: (place: Place): SoftwareRow | undefined =>
      orm.select().from(table).where(of(place)).orderBy(desc(table.id)).limit(1).get(),
    /** The latest of each partition of a computer. */
    latestOfClient: (clientId: number): SoftwareRow[] => {
      const newest = orm
        .select({ id: sql<number>`max(${table.id})` })
        .from(table)
        .where(eq(table.clientId, clientId))
        .groupBy(table.disk, table.partition)
      return orm
        .select()
        .from(table)
        .where(inArray(table.id, newest))
        .orderBy(table.disk, table.partition)
        .all()
    },
    /** The latest of each partition of these computers, their programs as the text that they are kept as. */
    latestTexts: (clientIds: readonly number[]) =>
      orm
        .select({
          clientId: table.clientId,
          disk: table.disk,
          partition: table.partition,
          system: table.system,
          seenAt: table.seenAt,
          text: sql<string>`${table.programs}`
        })
        .from(table)
        .where(
          inArray(
            table.id,
            orm
              .select({ id: sql<number>`max(${table.id})` })
              .from(table)
              .where(inArray(table.clientId, [...clientIds]))
              .groupBy(table.clientId, table.disk, table.partition)
          )
        )
        .orderBy(table.clientId, table.disk, table.partition)
        .all(),
    get: (id: number): SoftwareRow | undefined => orm.select().from(table).where(eq(table.id, id)).get(),
    /** All of a computer, without what is in them; the newest first. */
    ofClient: (clientId: number) =>
      orm.select(summary).from(table).where(eq(table.clientId, clientId)).orderBy(desc(table.id)).all(),
    ofPlace,
    /** The latest one was found again. */
    seen: (id: number, seenAt: number): void => {
      orm.update(table).set({ seenAt }).where(eq(table.id, id)).run()
    },
    /** Adds one, and drops what is older than those that are kept. */
    add: (row: Place & { at: number; system: string; programs: readonly string[] }): void => {
      orm
        .insert(table)
        .values({ ...row, programs: [...row.programs], seenAt: row.at })
        .run()
      const kept = ofPlace(row)[KEPT - 1]
      if (kept)
        orm
          .delete(table)
          .where(and(of(row), lt(table.id, kept.id)))
          .run()
    }
  }
}
