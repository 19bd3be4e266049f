import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** discovered.*: computers that are not in the inventory. */
export function discoveredApi(_os: Implementer, _services: Services) {
  return {}
}
