import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** backups.*: copies of the database. */
export function backupsApi(_os: Implementer, _services: Services) {
  return {}
}
