/** Implements the contract: parse, call one service, map the answer. */
import { clientsApi } from './clients.ts'
import { imagingApi } from './imaging.ts'
import { inventoryApi } from './inventory.ts'
import { createImplementer } from './errors.ts'
import type { Services } from './services.ts'
import { systemApi } from './system.ts'
import { tracesApi } from './traces.ts'

/** Builds the router; a procedure of the contract that nobody implements does not compile. */
export function createRouter(services: Services) {
  const os = createImplementer(services.settings)
  return os.router({
    system: systemApi(os, services),
    inventory: inventoryApi(os, services),
    ...clientsApi(os, services),
    ...imagingApi(os, services),
    traces: tracesApi(os, services)
  })
}
export type ConsoleRouter = ReturnType<typeof createRouter>
