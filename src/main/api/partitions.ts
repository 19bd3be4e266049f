import { encodeCfg } from '../ogagent/cfg-out.ts'
import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** partitions.*: partition tables, asked for and remembered. */
export function partitionsApi(os: Implementer, { bus, partitions, tables }: Services) {
  return {
    refresh: os.partitions.refresh.handler(({ input }) => partitions.refresh(input.clientId)),
    ofClients: os.partitions.ofClients.handler(({ input }) => ({
      revision: bus.revision(),
      partitions: input.clientIds.flatMap((id) => tables.partitions.ofClient(id))
    })),
    cfg: os.partitions.cfg.handler(({ input }) => ({ cfg: encodeCfg(input) })),
    history: os.partitions.history.handler(({ input }) => ({
      revision: bus.revision(),
      entries: partitions.history(input.clientId)
    }))
  }
}
