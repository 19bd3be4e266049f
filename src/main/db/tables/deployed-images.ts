/** Which image lies on which partition: rows in and out. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Orm } from '../open.ts'
import { deployedImages } from '../schema.ts'

/** SQLite counts the placeholders of one statement. */
const AT_ONCE = 500

export type DeployedRow = Omit<typeof deployedImages.$inferSelect, 'id'>
type Place = Pick<DeployedRow, 'disk' | 'partition'>

/** Reads and writes which image lies where. */
export function createDeployedImageTable(orm: Orm) {
  const columns = {
    clientId: deployedImages.clientId,
    disk: deployedImages.disk,
    partition: deployedImages.partition,
    imageId: deployedImages.imageId,
    imageName: deployedImages.imageName,
    fullsum: deployedImages.fullsum,
    deployedAt: deployedImages.deployedAt
  }
  const select = () => orm.select(columns).from(deployedImages).$dynamic()
  const order = [asc(deployedImages.clientId), asc(deployedImages.disk), asc(deployedImages.partition)]
  const is = (clientId: number, { disk, partition }: Place) =>
    and(
      eq(deployedImages.clientId, clientId),
      eq(deployedImages.disk, disk),
      eq(deployedImages.partition, partition)
    )
  const ofClient = (clientId: number): DeployedRow[] =>
    select()
      .where(eq(deployedImages.clientId, clientId))
      .orderBy(...order)
      .all()

  /** Forgets what lies on those of a client's partitions that a test picks; whether there were any. */
  function removeWhere(clientId: number, picked: (row: DeployedRow) => boolean): boolean {
    const gone = ofClient(clientId).filter(picked)
    for (const row of gone) orm.delete(deployedImages).where(is(clientId, row)).run()
    return gone.length > 0
  }

  return {
    all: (): DeployedRow[] =>
      select()
        .orderBy(...order)
        .all(),
    ofClient,
    ofClients: (clientIds: readonly number[]): DeployedRow[] => {
      const rows: DeployedRow[] = []
      for (let start = 0; start < clientIds.length; start += AT_ONCE) {
        const part = clientIds.slice(start, start + AT_ONCE)
        rows.push(
          ...select()
            .where(inArray(deployedImages.clientId, part))
            .orderBy(...order)
            .all()
        )
      }
      return rows
    },
    get: (clientId: number, place: Place): DeployedRow | undefined =>
      select().where(is(clientId, place)).get(),
    /** An image lies on a partition from now on, in place of what lay there. */
    put: (row: DeployedRow): void => {
      const { imageId, imageName, fullsum, deployedAt } = row
      orm
        .insert(deployedImages)
        .values(row)
        .onConflictDoUpdate({
          target: [deployedImages.clientId, deployedImages.disk, deployedImages.partition],
          set: { imageId, imageName, fullsum, deployedAt }
        })
        .run()
    },
    remove: (clientId: number, place: Place): boolean =>
      removeWhere(clientId, ({ disk, partition }) => disk === place.disk && partition === place.partition),
    removeWhere
  }
}
