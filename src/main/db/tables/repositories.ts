/** Image servers: rows in and out. */
import { asc, eq, sql } from 'drizzle-orm'
import type { RepositoryChange, RepositoryInput } from '#shared/contract/inputs.ts'
import type { Repository } from '#shared/contract/rows.ts'
import type { Orm } from '../open.ts'
import { repositories } from '../schema.ts'
import { defined } from './defined.ts'

export type RepositoryRow = typeof repositories.$inferSelect

const columns = {
  id: repositories.id,
  name: repositories.name,
  ip: repositories.ip,
  port: repositories.port,
  path: repositories.path,
  certificateFingerprint: repositories.certificateFingerprint,
  certificatePinnedAt: repositories.certificatePinnedAt,
  createdAt: repositories.createdAt
}

/** Reads and writes repositories. */
export function createRepositoryTable(orm: Orm) {
  const select = () => orm.select(columns).from(repositories)
  const byId = select()
    .where(eq(repositories.id, sql.placeholder('id')))
    .prepare()
  return {
    all: (): Repository[] => select().orderBy(asc(repositories.id)).all(),
    /** With the certificates themselves, to hand them on. */
    withCertificates: () =>
      orm
        .select({ ...columns, certificatePem: repositories.certificatePem })
        .from(repositories)
        .orderBy(asc(repositories.id))
        .all(),
    get: (id: number): Repository | undefined => byId.get({ id }),
    byName: (name: string): Repository | undefined => select().where(eq(repositories.name, name)).get(),
    insert: (input: RepositoryInput, createdAt: number): Repository => {
      const { id } = orm
        .insert(repositories)
        .values({ ...input, createdAt })
        .returning({ id: repositories.id })
        .get()
      return byId.get({ id })!
    },
    update: (id: number, change: RepositoryChange): void => {
      const fields = defined(change)
      if (fields) orm.update(repositories).set(fields).where(eq(repositories.id, id)).run()
    },
    /** The whole row, to put it back. */
    row: (id: number): RepositoryRow | undefined =>
      orm.select().from(repositories).where(eq(repositories.id, id)).get(),
    remove: (id: number): void => {
      orm.delete(repositories).where(eq(repositories.id, id)).run()
    },
    /** Puts a removed one back, under its old id. */
    restore: (row: RepositoryRow): void => {
      orm.insert(repositories).values(row).run()
    },
    pinCertificate: (id: number, fingerprint: string, pem: string, at: number): void => {
      orm
        .update(repositories)
        .set({ certificateFingerprint: fingerprint, certificatePem: pem, certificatePinnedAt: at })
        .where(eq(repositories.id, id))
        .run()
    }
  }
}
