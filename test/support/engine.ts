/** The traces' service on a database in memory, between peers that do what a property says: fast enough for thousands. */
import { openDatabase } from '#main/db/open.ts'
import { createTables } from '#main/db/tables.ts'
import { createEventBus, createWrites } from '#main/events.ts'
import { createGroupCommit } from '#main/group-commit.ts'
import type { CallResult } from '#main/http/json-call.ts'
import { parseNetworkMap } from '#main/http/network-map.ts'
import { createAuxiliaryFilesKind, type AuxiliaryFilesClient } from '#main/imaging/auxiliary-files.ts'
import { createDeployed } from '#main/imaging/deployed.ts'
import { createImageKind } from '#main/imaging/create-image.ts'
import { createNotices } from '#main/imaging/notices.ts'
import { createClientStates } from '#main/inventory/client-states.ts'
import { createInventory } from '#main/inventory/inventory.ts'
import { createRules } from '#main/inventory/rules.ts'
import { createSettings } from '#main/inventory/settings.ts'
import type { AgentClient, JobReply } from '#main/ogagent/client.ts'
import type { JobKinds } from '#main/traces/job-kind.ts'
import { createStorage } from '#main/storage.ts'
import { createTraces } from '#main/traces/traces.ts'
import { readStoredNews } from '#main/webhooks/schemas.ts'
import { clientInput, repositoryInput, unitInput } from '#shared/contract/inputs.ts'
import type { Notice } from '#shared/contract/events.ts'
import { failure } from '#shared/domain/failures.ts'
import { TEST_TIMINGS, createClock } from './console.ts'

export const AGENT_ADDRESS = '192.168.2.2'
export const REPOSITORY_ADDRESS = '192.168.68.55'
export const IMAGE_ID = '01936caf-facb-72ad-9446-97e7dbf2b96a'

/** Lets everything run that is ready to. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
}

const ok = (json: unknown): CallResult & { ok: true } => ({
  ok: true,
  status: 200,
  json,
  raw: JSON.stringify(json),
  milliseconds: 1
})
const refused: CallResult = {
  ok: false,
  failure: 'refused',
  status: null,
  text: 'refused',
  raw: null,
  milliseconds: 1
}

/** A call that is under way, and answered by the property: with a job's id, or not at all. */
interface OpenCall {
  answer(jobId: string | null): void
}

export function createEngine(directory = ':memory:') {
  const database = openDatabase(directory)
  const tables = createTables(database.orm)
  const bus = createEventBus()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const storage = createStorage(database, { directory, bus, log, interval: TEST_TIMINGS.storageInterval })
  const { write, writeEach } = createWrites(storage.watched, tables, bus)
  const { writeSoon } = createGroupCommit(writeEach)
  const settings = createSettings(tables, write)
  const clock = createClock()
  const { now } = clock
  const notices: Notice[] = []
  const network = parseNetworkMap([])
  const timings = { ...TEST_TIMINGS, deadlineInterval: 2 ** 30 }
  const calls: { agent: OpenCall[]; repository: OpenCall[] } = { agent: [], repository: [] }

  const agents: Pick<AgentClient, 'status' | 'jobCall' | 'startJob'> = {
    status: async () => ({ state: 'og-live', failure: null, reply: ok({ status: 'OPG' }) }),
    jobCall: (_client, operation, parameters) => ({
      url: `https://agent/${operation}`,
      body: JSON.stringify(parameters)
    }),
    startJob: () =>
      new Promise<JobReply>((resolve) =>
        calls.agent.push({
          answer: (jobId) =>
            resolve(
              jobId === null
                ? { reply: refused, failure: failure('agent-refused', { client: 'modelo', address: '' }) }
                : { reply: ok({ job_id: jobId }), jobId }
            )
        })
      )
  }
  const repositories: AuxiliaryFilesClient = {
    images: async () => ({ reply: ok([]), value: [] }),
    auxiliaryFilesCall: (_repository, image) => ({
      url: 'https://repository',
      body: JSON.stringify({ image })
    }),
    startAuxiliaryFiles: () =>
      new Promise((resolve) =>
        calls.repository.push({
          answer: (jobId) =>
            resolve(
              jobId === null
                ? { reply: refused, failure: failure('repository-refused', { repository: 'R', address: '' }) }
                : { reply: ok({ job_id: jobId }), value: jobId }
            )
        })
      )
  }

  const inventory = createInventory(tables, write, createRules(tables), now)
  const repository = inventory.createRepository(
    repositoryInput.parse({ name: 'Repositorio 1', ip: REPOSITORY_ADDRESS })
  )
  const unit = inventory.createUnit(
    unitInput.parse({ type: 'classroom', name: 'Aula Demo', repositoryId: repository.id })
  )
  const client = inventory.createClient(
    clientInput.parse({ unitId: unit.id, name: 'modelo', mac: '08:00:27:4F:BE:38', ip: AGENT_ADDRESS })
  )

  const kinds: JobKinds = {}
  const checked = () => settings.get().checkSourceAddress
  const traces = createTraces(tables, { write, writeSoon }, kinds, {
    sources: {
      checked,
      unheeded: () => {},
      takenBack: () => {},
      isKnown: (address) => [AGENT_ADDRESS, REPOSITORY_ADDRESS].includes(address)
    },
    readNews: readStoredNews,
    storage,
    timings,
    log,
    now
  })
  const clientStates = createClientStates(tables, writeSoon, agents, timings, now)
  const told = createNotices(tables, bus, {
    notify: (notice) => notices.push(notice),
    language: () => 'es',
    log
  })
  kinds['create-image'] = createImageKind(
    tables,
    { agents, network, clientStates, notices: told },
    { settings: settings.get, now, addJob: traces.add }
  )
  kinds['create-image-aux-file'] = createAuxiliaryFilesKind(
    tables,
    write,
    { repositories, network, notices: told, deployed: createDeployed(tables, now) },
    { settings: settings.get, now }
  )

  return {
    tables,
    bus,
    write,
    writeEach,
    traces,
    clock,
    notices,
    calls,
    database,
    storage,
    /** Writes down an image and its job; the call is under way when this returns. */
    createImage(): number {
      return write((changes) => {
        tables.images.insert({
          id: IMAGE_ID,
          name: 'image-test',
          description: '',
          type: '',
          version: '',
          architecture: '',
          repositoryId: repository.id,
          sourceClientId: client.id,
          sourceDisk: 1,
          sourcePartition: 2,
          partitionCode: '83',
          state: 'in-progress',
          createdAt: now(),
          updatedAt: now()
        })
        const input = JSON.stringify({ dsk: '1', par: '2', cpt: '83', idi: IMAGE_ID })
        const job = { clientId: client.id, repositoryId: repository.id, imageId: IMAGE_ID, input }
        return traces.add({ command: 'create-image', ...job }, changes)
      })
    },
    /** Moves the clock, and has the watchdog look. */
    async advance(milliseconds: number): Promise<void> {
      clock.advance(milliseconds)
      traces.start()
      await settle()
    },
    close: () => database.close()
  }
}
export type Engine = ReturnType<typeof createEngine>
