import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** search.* and smartGroups.*: finding anything. */
export function searchApi(os: Implementer, { bus, search, smartGroups }: Services) {
  return {
    search: {
      find: os.search.find.handler(({ input }) => search.find(input.text, input.limit))
    },
    smartGroups: {
      list: os.smartGroups.list.handler(() => ({ revision: bus.revision(), groups: smartGroups.list() })),
      create: os.smartGroups.create.handler(({ input }) => smartGroups.create(input)),
      update: os.smartGroups.update.handler(({ input }) => smartGroups.update(input.id, input)),
      remove: os.smartGroups.remove.handler(({ input }) => {
        smartGroups.remove(input.id)
        return {}
      })
    }
  }
}
