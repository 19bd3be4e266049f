import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** plan.*: the seat plan. */
export function planApi(_os: Implementer, _services: Services) {
  return {}
}
