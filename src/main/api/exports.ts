import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** exports.*: the inventory, taken along. */
export function exportsApi(_os: Implementer, _services: Services) {
  return {}
}
