/** Implements the contract: parse, call one service, map the answer. */
import { auditRouter } from '../audit/audit-router.ts'
import { auditApi } from './audit.ts'
import { backupsApi } from './backups.ts'
import { clientsApi } from './clients.ts'
import { commandsApi } from './commands.ts'
import { deployApi } from './deploy.ts'
import { discoveredApi } from './discovered.ts'
import { exportsApi } from './exports.ts'
import { imagingApi } from './imaging.ts'
import { importsApi } from './imports.ts'
import { inventoryApi } from './inventory.ts'
import { createImplementer } from './errors.ts'
import { partitionsApi } from './partitions.ts'
import { planApi } from './plan.ts'
import { recordsApi } from './records.ts'
import { scriptsApi } from './scripts.ts'
import { searchApi } from './search.ts'
import type { Services } from './services.ts'
import { systemApi } from './system.ts'
import { trustApi } from './trust.ts'
import { tracesApi } from './traces.ts'

/** Builds the router; a procedure of the contract that nobody implements does not compile. */
export function createRouter(services: Services) {
  const os = createImplementer(services.settings, services.about.dataDirectory)
  const router = os.router({
    system: systemApi(os, services),
    inventory: inventoryApi(os, services),
    ...clientsApi(os, services),
    ...imagingApi(os, services),
    traces: tracesApi(os, services),
    imports: importsApi(os, services),
    exports: exportsApi(os, services),
    backups: backupsApi(os, services),
    ...searchApi(os, services),
    discovered: discoveredApi(os, services),
    partitions: partitionsApi(os, services),
    plan: planApi(os, services),
    ...commandsApi(os, services),
    records: recordsApi(os, services),
    scripts: scriptsApi(os, services),
    deploy: deployApi(os, services),
    audit: auditApi(os, services),
    trust: trustApi(os, services)
  })
  return auditRouter(router, services.audit)
}
export type ConsoleRouter = ReturnType<typeof createRouter>
