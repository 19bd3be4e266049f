import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** scripts.*: the library of scripts. */
export function scriptsApi(os: Implementer, { bus, scripts }: Services) {
  return {
    list: os.scripts.list.handler(() => ({ revision: bus.revision(), scripts: scripts.list() })),
    create: os.scripts.create.handler(({ input }) => scripts.create(input)),
    update: os.scripts.update.handler(({ input }) => scripts.update(input.id, input.script)),
    remove: os.scripts.remove.handler(({ input }) => {
      scripts.remove(input.id)
      return {}
    })
  }
}
