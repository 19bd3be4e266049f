import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** discovered.*: computers that are not in the inventory. */
export function discoveredApi(os: Implementer, { bus, discovered }: Services) {
  return {
    list: os.discovered.list.handler(() => ({ revision: bus.revision(), computers: discovered.all() })),
    suggest: os.discovered.suggest.handler(({ input }) => discovered.suggest(input.ids, input.unitId)),
    adopt: os.discovered.adopt.handler(({ input }) => discovered.adopt(input.unitId, input.clients)),
    updateAddress: os.discovered.updateAddress.handler(({ input }) => discovered.updateAddress(input.id)),
    ignore: os.discovered.ignore.handler(({ input }) => discovered.ignore(input.ids)),
    unignore: os.discovered.unignore.handler(({ input }) => discovered.unignore(input.ids)),
    forget: os.discovered.forget.handler(({ input }) => discovered.forget(input.ids))
  }
}
