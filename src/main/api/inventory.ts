import { fail } from '../failure-error.ts'
import { suggestClient } from '../inventory/suggest.ts'
import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** inventory.*: units, subnets, repositories, clients. */
export function inventoryApi(os: Implementer, services: Services) {
  const { bus, tables, inventory, repositories, edits, removal, undo } = services
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
    createRepository: os.inventory.createRepository.handler(({ input }) => repositories.create(input)),
    createClient: os.inventory.createClient.handler(({ input }) => inventory.createClient(input)),
    setPartitions: os.inventory.setPartitions.handler(({ input }) =>
      inventory.setPartitions(input.clientId, input.partitions)
    ),
    importDocument: os.inventory.importDocument.handler(({ input }) => inventory.importDocument(input)),

    updateUnit: os.inventory.updateUnit.handler(({ input }) => edits.updateUnit(input.id, input.change)),
    moveUnit: os.inventory.moveUnit.handler(({ input }) => edits.moveUnit(input.id, input.parentId)),
    removal: os.inventory.removal.handler(({ input }) => removal.list(input)),
    remove: os.inventory.remove.handler(({ input }) => removal.remove(input)),
    updateClient: os.inventory.updateClient.handler(({ input }) =>
      edits.updateClient(input.id, input.change)
    ),
    moveClients: os.inventory.moveClients.handler(({ input }) => edits.moveClients(input.ids, input.unitId)),
    suggestClient: os.inventory.suggestClient.handler(({ input }) =>
      suggestClient(tables, input.unitId, input.like)
    ),
    updateSubnet: os.inventory.updateSubnet.handler(({ input }) =>
      edits.updateSubnet(input.id, input.change)
    ),
    removeSubnet: os.inventory.removeSubnet.handler(({ input }) => edits.removeSubnet(input.id)),
    updateRepository: os.inventory.updateRepository.handler(({ input }) =>
      edits.updateRepository(input.id, input.change)
    ),
    removeRepository: os.inventory.removeRepository.handler(({ input }) => edits.removeRepository(input.id)),
    undo: os.inventory.undo.handler(({ input }) => undo.undo(input.undoId))
  }
}
