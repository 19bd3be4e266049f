import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** partitions.*: partition tables, asked for and remembered. */
export function partitionsApi(_os: Implementer, _services: Services) {
  return {}
}
