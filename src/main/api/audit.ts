import { exportAudit } from '../audit/export.ts'
import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** More than a window can show at once. */
const LISTED = 1000
/** Of each entry; the export has them all. */
const LISTED_CLIENTS = 50

/** audit.*: who did what. */
export function auditApi(os: Implementer, { tables: { audit }, settings, now }: Services) {
  return {
    list: os.audit.list.handler(({ input }) => ({
      entries: audit
        .list(input, LISTED)
        .map((entry) => ({ ...entry, clients: entry.clients.slice(0, LISTED_CLIENTS) })),
      total: audit.count(input),
      users: audit.users()
    })),
    export: os.audit.export.handler(({ input }) =>
      exportAudit(audit, input, { language: settings.get().language, at: now() })
    )
  }
}
