/** All tables of one database. */
import type { Orm } from './open.ts'
import { createAuditTable } from './tables/audit.ts'
import { createBatchTable } from './tables/batches.ts'
import { createClientTable } from './tables/clients.ts'
import { createDeployedImageTable } from './tables/deployed-images.ts'
import { createDiscoveredTable } from './tables/discovered.ts'
import { createImageTable, createTrashedImageTable } from './tables/images.ts'
import { createInboxTable } from './tables/inbox.ts'
import { createHardwareTable, createSoftwareTable } from './tables/inventories.ts'
import { createPartitionHistoryTable } from './tables/partition-history.ts'
import { createPartitionTable } from './tables/partitions.ts'
import { createRemovals } from './tables/removals.ts'
import { createRepositoryTable } from './tables/repositories.ts'
import { createScriptTable } from './tables/scripts.ts'
import { createSearchTable } from './tables/search.ts'
import { createSettingsTable } from './tables/settings.ts'
import { createSmartGroupTable } from './tables/smart-groups.ts'
import { createHistoryTable } from './tables/trace-history.ts'
import { createTraceTable } from './tables/traces.ts'
import { createTokenSenderTable, createUnheededTable } from './tables/unheeded.ts'
import { createSubnetTable, createUnitTable } from './tables/units.ts'

/** Builds the access to every table. */
export function createTables(orm: Orm) {
  const discovered = createDiscoveredTable(orm)
  const partitionHistory = createPartitionHistoryTable(orm)
  return {
    units: createUnitTable(orm),
    subnets: createSubnetTable(orm),
    repositories: createRepositoryTable(orm),
    clients: createClientTable(orm, discovered),
    partitions: createPartitionTable(orm, partitionHistory),
    partitionHistory,
    discovered,
    images: createImageTable(orm),
    deployedImages: createDeployedImageTable(orm),
    traces: createTraceTable(orm),
    batches: createBatchTable(orm),
    history: createHistoryTable(orm),
    inbox: createInboxTable(orm),
    settings: createSettingsTable(orm),
    trashedImages: createTrashedImageTable(orm),
    removals: createRemovals(orm),
    search: createSearchTable(orm),
    smartGroups: createSmartGroupTable(orm),
    hardware: createHardwareTable(orm),
    software: createSoftwareTable(orm),
    scripts: createScriptTable(orm),
    audit: createAuditTable(orm),
    unheeded: createUnheededTable(orm),
    tokenSenders: createTokenSenderTable(orm)
  }
}
export type Tables = ReturnType<typeof createTables>
