/** Organizational units and subnets: rows in and out. */
import { asc, eq, sql } from 'drizzle-orm'
import type { SubnetInput, UnitInput } from '#shared/contract/inputs.ts'
import type { Subnet, Unit } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { subnets, units } from '../schema.ts'

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
    setPlanSize: (id: number, size: Pick<Unit, 'planColumns' | 'planRows'>): void => {
      orm.update(units).set(size).where(eq(units.id, id)).run()
    },
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
        .get()
  }
}
