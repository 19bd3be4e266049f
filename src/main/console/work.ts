/** The work: jobs, what each command does, and the batches that wait for their turn. */
import { createDispatcher, type Dispatcher } from '../commands/dispatcher.ts'
import { createDoors } from '../commands/doors.ts'
import { createLayoutEffect, type CommandEffects } from '../commands/effects.ts'
import { createCommandKinds } from '../commands/kinds.ts'
import { createWake } from '../commands/wake.ts'
import { createAuxiliaryFilesKind } from '../imaging/auxiliary-files.ts'
import { createImageKind } from '../imaging/create-image.ts'
import { createDeployChecks } from '../imaging/deploy-checks.ts'
import { createDeployed } from '../imaging/deployed.ts'
import { createLeavingImages } from '../imaging/leaving-images.ts'
import { createNotices } from '../imaging/notices.ts'
import { createDiskReader, type DiskReader } from '../inventory/read-disks.ts'
import { createPartitionService } from '../inventory/refresh-partitions.ts'
import { createRemovalService } from '../inventory/removal.ts'
import { createInventoryTakers } from '../records/take.ts'
import type { JobKinds } from '../traces/job-kind.ts'
import { createTraces } from '../traces/traces.ts'
import { readStoredNews } from '../webhooks/schemas.ts'
import type { Core } from './core.ts'
import type { Peers } from './peers.ts'

/** Builds it. `looks` looks at once whether the machine has slept. */
export function createWork(core: Core, peers: Peers, looks: () => void) {
  const {
    log,
    now,
    timings,
    network,
    tables,
    bus,
    storage,
    write,
    writeSoon,
    settings,
    audit,
    secrets,
    notify
  } = core
  const { unheeded, agents, repositoryClient, rules, undo, clientStates, checkSource } = peers
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
      unheeded: unheeded.note,
      takenBack: unheeded.noteAtOnce
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
    looks
  })
  const removal = createRemovalService(tables, write, { rules, undo, traces })
  const notices = createNotices(tables, bus, {
    notify,
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
  const commandParts = { agents, network, clientStates, secrets, wake, effects }
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
      looks
    }
  )
  clientStates.onNote(dispatcher.stateNoted)
  return { traces, removal, deployChecks, leaving, doors, partitions, dispatcher }
}
export type Work = ReturnType<typeof createWork>
