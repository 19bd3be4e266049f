/** The console: builds, starts and stops everything, in order. Here, and in `console/`, parts meet. */
import { inventoryDocument, INVENTORY_VERSION, type Settings } from '#shared/contract/inputs.ts'
import type { Notice } from '#shared/contract/events.ts'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { createRouter, type ConsoleRouter } from './api/router.ts'
import { createBackups } from './backups/backups.ts'
import { createBatches } from './commands/batches.ts'
import { createCore } from './console/core.ts'
import { createInbound } from './console/inbound.ts'
import { createPeers } from './console/peers.ts'
import { createWork } from './console/work.ts'
import { createDiagnostics } from './diagnostics.ts'
import { fail } from './failure-error.ts'
import { createExports } from './exporting/exports.ts'
import { createDeployPlans } from './imaging/deploy-plan.ts'
import { createImageRecords } from './imaging/image-records.ts'
import { createImaging } from './imaging/imaging.ts'
import { createPreflight } from './imaging/preflight.ts'
import { createImports } from './importing/sessions.ts'
import { createAgentDetails } from './inventory/agent-details.ts'
import { createDiscovered } from './inventory/discovered.ts'
import { createEdits } from './inventory/edit.ts'
import type { ImportCounts } from './inventory/inventory.ts'
import { createSeatPlans } from './inventory/seat-plan.ts'
import type { ConsoleOptions, ConsolePorts } from './ports.ts'
import { createRecords } from './records/records.ts'
import { createScripts } from './records/scripts.ts'
import { createSearch } from './search/search.ts'
import { createSmartGroups } from './search/smart-groups.ts'
import { createReachService } from './webhooks/reach-service.ts'

export interface OgConsole {
  /** The implemented contract, for the RPC handler of a transport. */
  readonly router: ConsoleRouter
  /** Listens for webhooks and takes up unfinished work. A port in use is a status, not an error. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Looks at once whether the machine has slept: its system has said that it wakes. */
  lookAround(): void
  webhookStatus(): WebhookStatus
  settings(): Settings
  /** Asks the windows to show what a notification was of: somebody clicked it. */
  openNotice(notice: Notice): void
  /** Adds an inventory document. @throws FailureError, or zod's error where it is none. */
  importInventory(document: unknown): ImportCounts
}

/** The latest that failed, for the diagnostic report. */
const FAILED_TRACES = {
  state: 'failed',
  sortBy: 'id',
  descending: true,
  page: 1,
  itemsPerPage: 20
} as const

/**
 * Opens the database and builds the console; nothing listens and nothing is called before `start`.
 * @throws FailureError where the database cannot be opened for a reason with a sentence, SQLite's error, or the network
 * map's.
 */
export function createConsole(options: ConsoleOptions, ports: ConsolePorts): OgConsole {
  const core = createCore(options, ports)
  const { log, now, timings, database, tables, bus, storage, write, settings, audit } = core
  const peers = createPeers(core)
  const { agents, clientStates, repositoryClient, repositories, inventory, rules, undo } = peers
  const work = createWork(core, peers, () => inbound.surroundings.look())
  const { traces, dispatcher, removal, doors, deployChecks, partitions } = work
  const inbound = createInbound(core, peers, work, options.dataDirectory)
  const { webhooks, surroundings, refusals, siteTrust, renewCertificate } = inbound
  let renewing: NodeJS.Timeout | undefined
  const preflight = createPreflight(tables, {
    clientStates,
    repositories: repositoryClient,
    webhookStatus: webhooks.status
  })
  const imaging = createImaging(tables, write, { agents, clientStates, preflight, traces }, now)

  const imageRecords = createImageRecords(
    tables,
    write,
    { repositories: repositoryClient, undo, leaving: work.leaving },
    now
  )
  /** Where the settings, or the command line before them, want the webhook server. */
  function wantedPlace(): [host: string, port: number] {
    const { webhookHost, webhookPort } = settings.get()
    return [options.webhookHost ?? webhookHost, options.webhookPort ?? webhookPort]
  }
  const backups = createBackups(
    {
      file: database.file,
      tables,
      settings,
      bus,
      jobs: () => new Set([...tables.traces.running().map(({ id }) => id), ...traces.leaving()]).size,
      restored() {
        const before = wantedPlace().join()
        settings.reload()
        undo.forget()
        repositories.forget()
        peers.trustStore.reload()
        peers.gate.reload()
        void renewCertificate()
        dispatcher.tidy()
        bus.publish({ type: 'restored' })
        if (wantedPlace().join() === before) return
        webhooks
          .listen(...wantedPlace())
          .catch((error: unknown) =>
            log.warn({ error: String(error) }, 'the webhook server stays where it was')
          )
      }
    },
    { timings, log, now }
  )

  const reach = createReachService(tables, webhooks, { now, interfaces: core.interfaces })
  const about = { version: options.version, host: options.host, dataDirectory: options.dataDirectory }
  const router = createRouter({
    about,
    diagnostics: createDiagnostics({
      about,
      tables,
      settings: settings.get,
      webhook: webhooks.status,
      reach: reach.reach,
      trust: siteTrust.get,
      integrity: database.check,
      failed: () => traces.list({ ...FAILED_TRACES, client: '', command: null, batchId: null }).traces,
      now
    }),
    audit,
    bus,
    tables,
    settings,
    storage,
    inventory,
    edits: createEdits(tables, write, rules, undo),
    removal,
    undo,
    imageRecords,
    imports: createImports(tables, write, bus, now),
    exports: createExports(tables, now),
    repositories,
    seatPlans: createSeatPlans(tables, write, undo),
    clientStates,
    agentDetails: createAgentDetails(tables, agents, ports.secrets),
    batches: createBatches(tables, write, { clientStates, doors, traces, dispatcher }, now),
    discovered: createDiscovered(tables, write, { inventory, rules, removal, undo }),
    partitions,
    preflight,
    imaging,
    deployPlans: createDeployPlans(tables),
    deployChecks,
    traces,
    records: createRecords(tables),
    scripts: createScripts(tables, write, now),
    search: createSearch(tables),
    smartGroups: createSmartGroups(tables, write, now),
    backups,
    trust: siteTrust,
    webhook: {
      status: webhooks.status,
      refusals: refusals.list,
      ...reach,
      async move(host = webhooks.status().host, port) {
        const status = await webhooks.listen(host, port)
        if (status.state === 'listening') settings.change({ webhookHost: host, webhookPort: port })
        return status
      }
    },
    now
  })

  return {
    router,
    async start() {
      await webhooks.listen(...wantedPlace())
      traces.resume()
      surroundings.start()
      traces.start()
      dispatcher.start()
      backups.start()
      renewing = setInterval(() => void renewCertificate(), timings.certificateInterval).unref()
    },
    async stop() {
      clearInterval(renewing)
      await surroundings.stop()
      await webhooks.stop()
      peers.unheeded.stop()
      refusals.stop()
      dispatcher.stop()
      clientStates.stop()
      await traces.stop()
      core.flush()
      core.batchNews.stop()
      await backups.stop()
      storage.stop()
      database.close()
    },
    lookAround: surroundings.lookAround,
    webhookStatus: webhooks.status,
    settings: settings.get,
    openNotice: (notice) =>
      bus.publish(
        notice.kind === 'batch-done'
          ? { type: 'open-batch', batchId: notice.batchId }
          : { type: 'open-trace', traceId: notice.traceId }
      ),
    importInventory(document) {
      const { version } = (document ?? {}) as { version?: unknown }
      if (typeof version === 'number' && version > INVENTORY_VERSION) {
        throw fail('inventory-newer', { version, supported: INVENTORY_VERSION })
      }
      const parsed = inventoryDocument.parse(document)
      return audit.runNow('inventory.importDocument', parsed, () => inventory.importDocument(parsed))
    }
  }
}
