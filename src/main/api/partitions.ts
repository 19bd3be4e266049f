import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** partitions.*: partition tables, asked for and remembered. */
export function partitionsApi(os: Implementer, { bus, partitions }: Services) {
  return {
    refresh: os.partitions.refresh.handler(({ input }) => partitions.refresh(input.clientId)),
    history: os.partitions.history.handler(({ input }) => ({
      revision: bus.revision(),
      entries: partitions.history(input.clientId)
    }))
  }
}
