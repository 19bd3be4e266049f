import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** backups.*: copies of the database. */
export function backupsApi(os: Implementer, { backups }: Services) {
  return {
    list: os.backups.list.handler(() => backups.list()),
    create: os.backups.create.handler(() => backups.create()),
    difference: os.backups.difference.handler(({ input }) => backups.difference(input.name)),
    restore: os.backups.restore.handler(({ input }) => backups.restore(input.name)),
    remove: os.backups.remove.handler(async ({ input }) => {
      await backups.remove(input.name)
      return {}
    }),
    dismissRecovery: os.backups.dismissRecovery.handler(() => {
      backups.dismissRecovery()
      return {}
    })
  }
}
