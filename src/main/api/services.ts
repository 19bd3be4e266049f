/** What the API is made of: the console's services. */
import type { Audit } from '../audit/audit.ts'
import type { Refusal, WebhookStatus } from '#shared/contract/rows.ts'
import type { Reach, SelfTest } from '#shared/contract/reach.ts'
import type { Backups } from '../backups/backups.ts'
import type { Diagnostics } from '../diagnostics.ts'
import type { Tables } from '../db/tables.ts'
import type { EventBus } from '../events.ts'
import type { Exports } from '../exporting/exports.ts'
import type { DeployChecks } from '../imaging/deploy-checks.ts'
import type { DeployPlans } from '../imaging/deploy-plan.ts'
import type { ImageRecords } from '../imaging/image-records.ts'
import type { Imaging } from '../imaging/imaging.ts'
import type { Preflight } from '../imaging/preflight.ts'
import type { Imports } from '../importing/sessions.ts'
import type { Batches } from '../commands/batches.ts'
import type { AgentDetails } from '../inventory/agent-details.ts'
import type { ClientStates } from '../inventory/client-states.ts'
import type { DiscoveredService } from '../inventory/discovered.ts'
import type { Edits } from '../inventory/edit.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { PartitionService } from '../inventory/refresh-partitions.ts'
import type { RemovalService } from '../inventory/removal.ts'
import type { RepositoryService } from '../inventory/repositories.ts'
import type { SeatPlans } from '../inventory/seat-plan.ts'
import type { SettingsService } from '../inventory/settings.ts'
import type { Undo } from '../inventory/undo.ts'
import type { Records } from '../records/records.ts'
import type { Scripts } from '../records/scripts.ts'
import type { Search } from '../search/search.ts'
import type { SmartGroups } from '../search/smart-groups.ts'
import type { Storage } from '../storage.ts'
import type { SiteTrust } from '../trust/site-trust.ts'
import type { Traces } from '../traces/traces.ts'

export interface Services {
  readonly about: {
    readonly version: string
    readonly host: 'electron' | 'headless'
    readonly dataDirectory: string
  }
  readonly audit: Audit
  readonly bus: EventBus
  readonly diagnostics: Diagnostics
  readonly tables: Tables
  readonly settings: SettingsService
  readonly storage: Pick<Storage, 'problem'>
  readonly inventory: Inventory
  readonly edits: Edits
  readonly removal: RemovalService
  readonly undo: Undo
  readonly imageRecords: ImageRecords
  readonly imports: Imports
  readonly exports: Exports
  readonly repositories: RepositoryService
  readonly seatPlans: SeatPlans
  readonly clientStates: ClientStates
  readonly agentDetails: AgentDetails
  readonly batches: Batches
  readonly discovered: DiscoveredService
  readonly partitions: PartitionService
  readonly preflight: Preflight
  readonly imaging: Imaging
  readonly deployPlans: DeployPlans
  readonly deployChecks: DeployChecks
  readonly traces: Traces
  readonly records: Records
  readonly scripts: Scripts
  readonly search: Search
  readonly smartGroups: SmartGroups
  readonly backups: Backups
  readonly trust: SiteTrust
  readonly webhook: {
    status(): WebhookStatus
    refusals(): Refusal[]
    reach(): Reach
    test(): Promise<SelfTest[]>
    /** Moves the server, and remembers the place once it is reached. */
    move(host: string | undefined, port: number): Promise<WebhookStatus>
  }
  now(): number
}
