/** Rows that go together, and come back as they were: units, computers, and what belongs to them. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { Orm } from '../open.ts'
import {
  clients,
  deployedImages,
  hardwareInventories,
  images,
  partitionHistory,
  partitions,
  softwareInventories,
  traces,
  units
} from '../schema.ts'

/** SQLite counts the placeholders of one statement. */
const AT_ONCE = 500

/** Everything that a removal takes away, to the letter. */
export interface RemovedRows {
  /** Parents before their children. */
  readonly units: readonly (typeof units.$inferSelect)[]
  readonly clients: readonly (typeof clients.$inferSelect)[]
  readonly partitions: readonly (typeof partitions.$inferSelect)[]
  readonly partitionHistory: readonly (typeof partitionHistory.$inferSelect)[]
  readonly deployedImages: readonly (typeof deployedImages.$inferSelect)[]
  readonly hardwareInventories: readonly (typeof hardwareInventories.$inferSelect)[]
  readonly softwareInventories: readonly (typeof softwareInventories.$inferSelect)[]
  /** Rows that stay, and lose what they pointed at. */
  readonly traces: readonly { id: number; clientId: number }[]
  readonly images: readonly { id: string; clientId: number }[]
}

/** Takes units and clients out of the database, and puts them back. */
export function createRemovals(orm: Orm) {
  function inParts<T>(ids: readonly number[], select: (part: number[]) => T[]): T[] {
    const rows: T[] = []
    for (let start = 0; start < ids.length; start += AT_ONCE)
      rows.push(...select(ids.slice(start, start + AT_ONCE)))
    return rows
  }

  return {
    /** Reads what would go. `unitIds` must name parents before their children. */
    capture(unitIds: readonly number[], clientIds: readonly number[]): RemovedRows {
      const order = new Map(unitIds.map((id, index) => [id, index]))
      return {
        units: inParts(unitIds, (part) => orm.select().from(units).where(inArray(units.id, part)).all()).sort(
          (one, other) => order.get(one.id)! - order.get(other.id)!
        ),
        clients: inParts(clientIds, (part) =>
          orm.select().from(clients).where(inArray(clients.id, part)).all()
        ),
        partitions: inParts(clientIds, (part) =>
          orm.select().from(partitions).where(inArray(partitions.clientId, part)).all()
        ),
        partitionHistory: inParts(clientIds, (part) =>
          orm
            .select()
            .from(partitionHistory)
            .where(inArray(partitionHistory.clientId, part))
            .orderBy(asc(partitionHistory.id))
            .all()
        ),
        deployedImages: inParts(clientIds, (part) =>
          orm.select().from(deployedImages).where(inArray(deployedImages.clientId, part)).all()
        ),
        hardwareInventories: inParts(clientIds, (part) =>
          orm.select().from(hardwareInventories).where(inArray(hardwareInventories.clientId, part)).all()
        ),
        softwareInventories: inParts(clientIds, (part) =>
          orm.select().from(softwareInventories).where(inArray(softwareInventories.clientId, part)).all()
        ),
        traces: inParts(clientIds, (part) =>
          orm
            .select({ id: traces.id, clientId: traces.clientId })
            .from(traces)
            .where(inArray(traces.clientId, part))
            .all()
        ).map(({ id, clientId }) => ({ id, clientId: clientId! })),
        images: inParts(clientIds, (part) =>
          orm
            .select({ id: images.id, clientId: images.sourceClientId })
            .from(images)
            .where(inArray(images.sourceClientId, part))
            .all()
        ).map(({ id, clientId }) => ({ id, clientId: clientId! }))
      }
    },

    /** Takes the rows away; what belongs to them goes with them. */
    remove(rows: RemovedRows): void {
      for (const { id } of rows.clients) orm.delete(clients).where(eq(clients.id, id)).run()
      for (let index = rows.units.length - 1; index >= 0; index--) {
        orm.delete(units).where(eq(units.id, rows.units[index]!.id)).run()
      }
    },

    /** Puts the rows back, under their old ids. @throws SQLite's constraint error where something stands in their place. */
    restore(rows: RemovedRows): void {
      for (const row of rows.units) orm.insert(units).values(row).run()
      for (const row of rows.clients) orm.insert(clients).values(row).run()
      for (const row of rows.partitions) orm.insert(partitions).values(row).run()
      for (const row of rows.partitionHistory) orm.insert(partitionHistory).values(row).run()
      for (const row of rows.deployedImages) orm.insert(deployedImages).values(row).run()
      for (const row of rows.hardwareInventories) orm.insert(hardwareInventories).values(row).run()
      for (const row of rows.softwareInventories) orm.insert(softwareInventories).values(row).run()
      for (const { id, clientId } of rows.traces)
        orm.update(traces).set({ clientId }).where(eq(traces.id, id)).run()
      for (const { id, clientId } of rows.images)
        orm.update(images).set({ sourceClientId: clientId }).where(eq(images.id, id)).run()
    }
  }
}
