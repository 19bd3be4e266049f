import { fail } from '../failure-error.ts'
import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** inventory.*: units, subnets, repositories, clients. */
export function inventoryApi(os: Implementer, { bus, tables, inventory }: Services) {
  return {
    snapshot: os.inventory.snapshot.handler(() => ({
      revision: bus.revision(),
      units: tables.units.all(),
      subnets: tables.subnets.all(),
      repositories: tables.repositories.all(),
      clients: tables.clients.all(),
      systems: tables.partitions.systems()
    })),
    client: os.inventory.client.handler(({ input }) => {
      const client = tables.clients.get(input.id)
      if (!client) throw fail('not-found')
      return { revision: bus.revision(), client, partitions: tables.partitions.ofClient(input.id) }
    }),
    createUnit: os.inventory.createUnit.handler(({ input }) => inventory.createUnit(input)),
    createSubnet: os.inventory.createSubnet.handler(({ input }) => inventory.createSubnet(input)),
    createRepository: os.inventory.createRepository.handler(({ input }) => inventory.createRepository(input)),
    createClient: os.inventory.createClient.handler(({ input }) => inventory.createClient(input)),
    setPartitions: os.inventory.setPartitions.handler(({ input }) =>
      inventory.setPartitions(input.clientId, input.partitions)
    ),
    importDocument: os.inventory.importDocument.handler(({ input }) => inventory.importDocument(input))
  }
}
