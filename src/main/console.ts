/** The console: builds, starts and stops everything, in order. The one place where parts meet. */
import { uptime as systemUptime } from 'node:os'
import { inventoryDocument, INVENTORY_VERSION, type Settings } from '#shared/contract/inputs.ts'
import type { Notice } from '#shared/contract/events.ts'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { createRouter, type ConsoleRouter } from './api/router.ts'
import { createAudit } from './audit/audit.ts'
import { createBackups } from './backups/backups.ts'
import { openConsoleDatabase } from './backups/open-failures.ts'
import { createBatchNews } from './commands/batch-news.ts'
import { createBatches } from './commands/batches.ts'
import { createDispatcher, type Dispatcher } from './commands/dispatcher.ts'
import { createDoors } from './commands/doors.ts'
import { createLayoutEffect, type CommandEffects } from './commands/effects.ts'
import { createCommandKinds } from './commands/kinds.ts'
import { createWake } from './commands/wake.ts'
import { createTables } from './db/tables.ts'
import { createDiagnostics } from './diagnostics.ts'
import { createEventBus, createWrites } from './events.ts'
import { fail } from './failure-error.ts'
import { createGroupCommit } from './group-commit.ts'
import { ipv4Interfaces } from './http/interfaces.ts'
import { parseNetworkMap } from './http/network-map.ts'
import { createExports } from './exporting/exports.ts'
import { createAuxiliaryFilesKind } from './imaging/auxiliary-files.ts'
import { createDeployChecks } from './imaging/deploy-checks.ts'
import { createDeployPlans } from './imaging/deploy-plan.ts'
import { createDeployed } from './imaging/deployed.ts'
import { createImageKind } from './imaging/create-image.ts'
import { createImageRecords } from './imaging/image-records.ts'
import { createLeavingImages } from './imaging/leaving-images.ts'
import { createImaging } from './imaging/imaging.ts'
import { createNotices } from './imaging/notices.ts'
import { createPreflight } from './imaging/preflight.ts'
import { createImports } from './importing/sessions.ts'
import { createAgentDetails } from './inventory/agent-details.ts'
import { createAgentReports } from './inventory/agent-reports.ts'
import { createClientStates } from './inventory/client-states.ts'
import { createDiscovered } from './inventory/discovered.ts'
import { createEdits } from './inventory/edit.ts'
import { createInventory, type ImportCounts } from './inventory/inventory.ts'
import { createDiskReader, type DiskReader } from './inventory/read-disks.ts'
import { createPartitionService } from './inventory/refresh-partitions.ts'
import { createRemovalService } from './inventory/removal.ts'
import { createPinStore, createRepositoryService } from './inventory/repositories.ts'
import { createRules } from './inventory/rules.ts'
import { createSeatPlans } from './inventory/seat-plan.ts'
import { createSettings } from './inventory/settings.ts'
import { createUndo } from './inventory/undo.ts'
import { createAgentClient } from './ogagent/client.ts'
import { createRepositoryClient } from './ogrepository/client.ts'
import type { ConsoleOptions, ConsolePorts } from './ports.ts'
import { createRecords } from './records/records.ts'
import { createInventoryTakers } from './records/take.ts'
import { createScripts } from './records/scripts.ts'
import { createSearch } from './search/search.ts'
import { createSmartGroups } from './search/smart-groups.ts'
import { createStorage } from './storage.ts'
import { createSurroundings } from './surroundings.ts'
import { DEFAULT_TIMINGS } from './timings.ts'
import type { JobKinds } from './traces/job-kind.ts'
import { createTraces } from './traces/traces.ts'
import { createServerCertificates } from './trust/server-certificate.ts'
import { createPeerTrust, createSiteTrust, usable } from './trust/site-trust.ts'
import { createTrustStore } from './trust/store.ts'
import { createTokenGate } from './trust/token.ts'
import { createUnheeded } from './trust/unheeded.ts'
import { createRefusals } from './webhooks/refusals.ts'
import { createReachService } from './webhooks/reach-service.ts'
import { createWebhookKeeper } from './webhooks/keeper.ts'
import { createWebhookServer } from './webhooks/server.ts'
import { readStoredNews } from './webhooks/schemas.ts'

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
  const { log, now, uptime = () => systemUptime() * 1_000, interfaces = ipv4Interfaces } = ports
  const timings = { ...DEFAULT_TIMINGS, ...options.timings }
  const network = parseNetworkMap(options.networkMap ?? [])
  const database = openConsoleDatabase(options.dataDirectory, now)
  options.databaseOpened?.(database)
  const tables = createTables(database.orm)
  const bus = createEventBus()
  const batchNews = createBatchNews(tables, bus)
  const storage = createStorage(database, {
    directory: options.dataDirectory,
    bus,
    log,
    interval: timings.storageInterval
  })
  const { write, writeEach } = createWrites(storage.watched, tables, bus, batchNews.changed)
  const { writeSoon, flush } = createGroupCommit(writeEach)
  const settings = createSettings(tables, write, ({ logLevel }) => (log.level = logLevel))
  const audit = createAudit(
    tables,
    write,
    { host: options.host, session: options.session ?? null },
    { log, now }
  )

  const trustStore = createTrustStore(tables, write, ports.secrets, log)
  const peerTrust = createPeerTrust(trustStore, settings)
  const unheeded = createUnheeded(tables, write, {
    every: timings.unheededInterval,
    told: () => bus.publish({ type: 'unheeded' }),
    log,
    now
  })
  const gate = createTokenGate(tables, write, trustStore, { unheeded: unheeded.note, now })

  const agents = createAgentClient(network, timings, peerTrust)
  const pins = createPinStore(tables, write, now)
  const repositoryClient = createRepositoryClient(network, timings, { pins, trust: peerTrust })
  const rules = createRules(tables)
  const undo = createUndo(write)
  const inventory = createInventory(tables, write, rules, now)
  const repositories = createRepositoryService(tables, write, { client: repositoryClient, inventory }, now)
  const clientStates = createClientStates(tables, writeSoon, agents, timings, now)
  const checkSource = () => settings.get().checkSourceAddress

  const kinds: JobKinds = {}
  const repositoryIps = () => tables.repositories.all().map(({ ip }) => ip)
  const leaving = createLeavingImages(tables)
  const traces = createTraces(tables, { write, writeSoon }, kinds, {
    refusal: ({ imageId }) => leaving.refusal(imageId),
    sources: {
      checked: checkSource,
      isKnown: (address) =>
        tables.clients.byIp(address) !== undefined ||
        network.leadsTo(address) ||
        repositoryIps().includes(address),
      unheeded: unheeded.note
    },
    readNews: readStoredNews,
    ended: (trace, changes) => {
      disks.ended(trace, changes)
      dispatcher.traceEnded(trace, changes)
    },
    storage,
    timings,
    log,
    now,
    looks: () => surroundings.look()
  })
  const removal = createRemovalService(tables, write, { rules, undo, traces })
  const notices = createNotices(tables, bus, {
    notify: ports.notify,
    language: () => settings.get().language,
    log
  })
  const deployed = createDeployed(tables, now)
  const deployChecks = createDeployChecks(tables, repositoryClient)
  kinds['create-image'] = createImageKind(
    tables,
    { agents, network, clientStates, notices },
    { settings: settings.get, now, addJob: traces.add }
  )
  kinds['create-image-aux-file'] = createAuxiliaryFilesKind(
    tables,
    write,
    { repositories: repositoryClient, network, notices, deployed },
    { settings: settings.get, now }
  )

  const wake = createWake(tables, { network, repositories: repositoryClient }, settings.get)
  const inventoryTakers = createInventoryTakers(tables, now)
  const effects: CommandEffects = {
    'deploy-image': {
      accepted: (trace) => deployed.begun(trace),
      succeeded: (trace, _brought, changes) => deployed.landed(trace, changes),
      failed: (trace, _cause, changes) => deployed.lost(trace, changes)
    },
    'partition-and-format': createLayoutEffect(tables, deployed),
    'hardware-inventory': inventoryTakers.hardware,
    'software-inventory': inventoryTakers.software
  }
  const commandParts = { agents, network, clientStates, secrets: ports.secrets, wake, effects }
  Object.assign(kinds, createCommandKinds(tables, commandParts, settings.get))
  const doors = createDoors(tables, deployChecks)
  const partitions = createPartitionService(tables, write, { clientStates, traces })
  const disks: DiskReader = createDiskReader(tables, write, partitions, now)
  const dispatcher: Dispatcher = createDispatcher(
    tables,
    { write, writeSoon },
    { traces, clientStates, doors, disks },
    {
      settings: settings.get,
      began: audit.batchStarted,
      ended: notices.batchDone,
      storage,
      timings,
      log,
      now,
      looks: () => surroundings.look()
    }
  )
  clientStates.onNote(dispatcher.stateNoted)

  const reports = createAgentReports(
    tables,
    writeSoon,
    { clientStates, network, secrets: ports.secrets, log },
    { checkSource, now }
  )
  const certificates = createServerCertificates(options.dataDirectory, () => usable(trustStore.server()), now)
  const refusals = createRefusals(log, () => bus.publish({ type: 'webhook-refusals' }))
  const webhooks = createWebhookServer(
    certificates,
    {
      ingest: traces.ingest,
      reports,
      gate,
      unheeded: unheeded.note,
      limits: () => settings.get().webhookLimits,
      refusals,
      log
    },
    (status) => bus.publish({ type: 'webhook-status', status }),
    interfaces
  )
  const renewCertificate = () =>
    webhooks
      .renew()
      .catch((error: unknown) => log.error({ error: String(error) }, 'the certificate could not be renewed'))
  let renewing: NodeJS.Timeout | undefined
  const siteTrust = createSiteTrust(
    trustStore,
    {
      settings,
      gate,
      unheeded,
      certificates,
      addresses: () => webhooks.status().urls.map((url) => new URL(url).hostname),
      serve: webhooks.renew
    },
    { told: () => bus.publish({ type: 'trust' }), now }
  )
  const keeper = createWebhookKeeper(webhooks, { interfaces, uptime, timings, log })
  const surroundings = createSurroundings(
    { now, uptime, log },
    write,
    { keeper, traces, dispatcher },
    timings
  )
  const preflight = createPreflight(tables, {
    clientStates,
    repositories: repositoryClient,
    webhookStatus: webhooks.status
  })
  const imaging = createImaging(tables, write, { agents, clientStates, preflight, traces }, now)

  const imageRecords = createImageRecords(
    tables,
    write,
    { repositories: repositoryClient, undo, leaving },
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
        trustStore.reload()
        gate.reload()
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

  const reach = createReachService(tables, webhooks, { now, interfaces })
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
      unheeded.stop()
      refusals.stop()
      dispatcher.stop()
      clientStates.stop()
      await traces.stop()
      flush()
      batchNews.stop()
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
