/** Organizational units and subnets: rows in and out. */
import { asc, eq, sql } from 'drizzle-orm'
import type { SubnetChange, SubnetInput, UnitChange, UnitInput } from '#shared/contract/inputs.ts'
import type { Subnet, Unit } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { subnets, units } from '../schema.ts'
import { defined } from './defined.ts'

/** Reads and writes organizational units. */
export function createUnitTable(orm: Orm) {
  const byId = orm
    .select()
    .from(units)
    .where(eq(units.id, sql.placeholder('id')))
    .prepare()
  return {
    all: (): Unit[] => orm.select().from(units).orderBy(asc(units.name)).all(),
    get: (id: number): Unit | undefined => byId.get({ id }),
    insert: (input: UnitInput, createdAt: number): Unit =>
      orm
        .insert(units)
        .values({ ...input, createdAt })
        .returning()
        .get(),
    /** Changes the fields that are there. */
    update: (id: number, change: UnitChange & { parentId?: number | null }): void => {
      const fields = defined(change)
      if (fields) orm.update(units).set(fields).where(eq(units.id, id)).run()
    },
    ofRepository: (repositoryId: number): Unit[] =>
      orm.select().from(units).where(eq(units.repositoryId, repositoryId)).all(),
    isEmpty: (): boolean => orm.select({ id: units.id }).from(units).limit(1).get() === undefined
  }
}

/** Reads and writes subnets. */
export function createSubnetTable(orm: Orm) {
  return {
    all: (): Subnet[] => orm.select().from(subnets).orderBy(asc(subnets.id)).all(),
    get: (id: number): Subnet | undefined => orm.select().from(subnets).where(eq(subnets.id, id)).get(),
    byAddress: (address: string): Subnet | undefined =>
      orm.select().from(subnets).where(eq(subnets.address, address)).get(),
    insert: (input: SubnetInput, createdAt: number): Subnet =>
      orm
        .insert(subnets)
        .values({ ...input, createdAt })
        .returning()
        .get(),
    update: (id: number, change: SubnetChange): void => {
      const fields = defined(change)
      if (fields) orm.update(subnets).set(fields).where(eq(subnets.id, id)).run()
    },
    remove: (id: number): void => {
      orm.delete(subnets).where(eq(subnets.id, id)).run()
    },
    /** Puts a removed one back, under its old id. */
    restore: (row: Subnet): void => {
      orm.insert(subnets).values(row).run()
    }
  }
}
