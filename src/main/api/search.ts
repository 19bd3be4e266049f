import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** search.* and smartGroups.*: finding anything. */
export function searchApi(_os: Implementer, _services: Services) {
  return { search: {}, smartGroups: {} }
}
