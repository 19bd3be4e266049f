import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** imports.*: other sources of computers. */
export function importsApi(_os: Implementer, _services: Services) {
  return {}
}
