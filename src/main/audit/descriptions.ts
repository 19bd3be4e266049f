/** What each procedure that changes something does, and to what: the audit's words for it. */
import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#shared/contract/index.ts'
import type { SettingsChange } from '#shared/contract/inputs.ts'
import { COMMAND_FACTS } from '#shared/domain/commands.ts'
import type { Tables } from '../db/tables.ts'

type Inputs = InferContractRouterInputs<Contract>
type PathOf<Domain extends keyof Contract> = `${Domain}.${keyof Contract[Domain] & string}`
/** `inventory.createUnit`, and all the others. */
export type ProcedurePath = { [Domain in keyof Contract]: PathOf<Domain> }[keyof Contract]
type InputOf<Path> = Path extends `${infer Domain extends keyof Inputs & string}.${infer Name}`
  ? Name extends keyof Inputs[Domain]
    ? Inputs[Domain][Name]
    : never
  : never

/** What an action is done to. */
export interface Subject {
  /** In words of now. */
  readonly text: string
  readonly clientIds?: readonly number[]
  readonly batchId?: string
  /** What matters of the input, where that is not all of it. */
  readonly params?: object
  /** Where it depends on what was asked. */
  readonly danger?: boolean
}
interface Description<Input> {
  /** Stands out: something is lost, or somebody's work interrupted. */
  readonly danger?: true
  /** Where not all that may be asked is worth an entry. */
  readonly noted?: (input: Input) => boolean
  readonly subject: (input: Input, tables: Tables) => Subject
}

/** Procedures that change nothing, or nothing but what a window remembers. With the audit's actions, all that there are. */
export const READING = [
  'system.info',
  'system.events',
  'system.interfaces',
  'system.refusals',
  'system.diagnostics',
  'system.reach',
  'system.testReach',
  'inventory.snapshot',
  'inventory.client',
  'inventory.removal',
  'inventory.suggestClient',
  'clients.refresh',
  'clients.detail',
  'clients.watch',
  'repositories.check',
  'repositories.probe',
  'imaging.prepare',
  'imaging.preflight',
  'imaging.preview',
  'images.list',
  'images.get',
  'images.trash',
  'traces.list',
  'traces.recent',
  'traces.get',
  'traces.markSeen',
  'traces.orphans',
  'imports.open',
  'imports.rows',
  'imports.retarget',
  'imports.close',
  'exports.make',
  'backups.list',
  'backups.difference',
  'search.find',
  'smartGroups.list',
  'discovered.list',
  'discovered.suggest',
  'partitions.ofClients',
  'partitions.cfg',
  'partitions.history',
  'records.list',
  'records.hardware',
  'records.software',
  'records.compare',
  'records.export',
  'records.ofImage',
  'records.findProgram',
  'records.exportPrograms',
  'scripts.list',
  'deploy.plan',
  'deploy.source',
  'deploy.defaults',
  'deploy.versions',
  'commands.targets',
  'commands.check',
  'batches.list',
  'batches.get',
  'trust.get',
  'trust.unheeded',
  'audit.list',
  'audit.export'
] as const satisfies readonly ProcedurePath[]

/** Does not compile while a procedure is neither described nor said to change nothing. */
type Descriptions = {
  readonly [Action in Exclude<ProcedurePath, (typeof READING)[number]>]: Description<InputOf<Action>>
}

/** A row by its name and number; the number stays true when the name is another's. */
const named = (row: { name: string } | undefined, id: number | string): string =>
  row ? `${row.name} (#${id})` : `#${id}`
const unit = (tables: Tables, id: number): string => named(tables.units.get(id), id)
const units = (tables: Tables, ids: readonly number[] = []): string =>
  ids
    .slice(0, 20)
    .map((id) => unit(tables, id))
    .join(', ')
const client = (tables: Tables, id: number): Subject => ({
  text: named(tables.clients.get(id), id),
  clientIds: [id]
})
const image = (tables: Tables, id: string): string => named(tables.images.get(id), id)
const repository = (tables: Tables, id: number): string => named(tables.repositories.get(id), id)
const discovered = (tables: Tables, ids: readonly number[]): string =>
  ids
    .slice(0, 20)
    .map((id) => tables.discovered.get(id)?.mac ?? `#${id}`)
    .join(', ')

/** The computers of these units, however deep. */
function clientsBelow(tables: Tables, unitIds: readonly number[]): number[] {
  const below = new Set(unitIds)
  const all = tables.units.all()
  // A Set's iteration goes on to what is added meanwhile.
  for (const id of below) for (const { id: child, parentId } of all) if (parentId === id) below.add(child)
  return tables.clients.ofUnits([...below]).map(({ id }) => id)
}

/** A batch, with the computers that are in it. */
export function batchSubject(tables: Tables, id: string): Subject {
  const batch = tables.batches.row(id)
  if (!batch) return { text: `#${id}`, batchId: id }
  const clientIds = tables.traces.ofBatch(id).flatMap((trace) => trace.clientId ?? [])
  const danger = COMMAND_FACTS[batch.command].danger !== 'none'
  return { text: batch.target, clientIds, batchId: id, danger, params: { command: batch.command } }
}
const ofBatch = { subject: ({ id }: { id: string }, tables: Tables) => batchSubject(tables, id) }
/** One that starts nothing anew is never dangerous. */
const stopsBatch = {
  subject: ({ id }: { id: string }, tables: Tables): Subject => ({
    ...batchSubject(tables, id),
    danger: false
  })
}
const byName = { subject: ({ name }: { name: string }): Subject => ({ text: name }) }

/** Settings of how a window looks, which do nothing to anybody. */
const LOOKS: ReadonlySet<string> = new Set<keyof SettingsChange>([
  'language',
  'theme',
  'menu',
  'clientsView',
  'clientColumns'
])

/** Who may speak, and whom the console believes; of keys and tokens nothing is kept. */
const trust = { danger: true, subject: (): Subject => ({ text: '', params: {} }) } as const

export const DESCRIPTIONS: Descriptions = {
  'system.changeSettings': {
    noted: (change) => Object.keys(change).some((name) => !LOOKS.has(name)),
    // Whoever takes webhooks from anywhere lets in who pretends to be a computer.
    subject: (change) => ({
      text: Object.keys(change).join(', '),
      danger: change.checkSourceAddress === false
    })
  },
  'system.listen': { subject: ({ host, port }) => ({ text: `${host ?? ''}:${port}` }) },
  'inventory.createUnit': byName,
  'inventory.createSubnet': byName,
  'inventory.createRepository': byName,
  'inventory.createClient': byName,
  'inventory.setPartitions': { subject: ({ clientId }, tables) => client(tables, clientId) },
  'inventory.importDocument': {
    subject: ({ units: tops }) => ({ text: (tops ?? []).map(({ name }) => name).join(', ') })
  },
  'inventory.updateUnit': {
    subject: ({ id, change }, tables) => ({ text: unit(tables, id), params: change })
  },
  'inventory.moveUnit': {
    subject: ({ id, parentId }, tables) => ({
      text: `${unit(tables, id)} → ${parentId === null ? '/' : unit(tables, parentId)}`
    })
  },
  'inventory.remove': {
    danger: true,
    subject: ({ unitIds, clientIds }, tables) => ({
      text: units(tables, unitIds),
      clientIds: [...new Set([...(clientIds ?? []), ...clientsBelow(tables, unitIds ?? [])])],
      params: {}
    })
  },
  'inventory.updateClient': {
    subject: ({ id, change }, tables) => ({ ...client(tables, id), params: change })
  },
  'inventory.moveClients': {
    subject: ({ ids, unitId }, tables) => ({ text: `→ ${unit(tables, unitId)}`, clientIds: ids, params: {} })
  },
  'inventory.updateSubnet': {
    subject: ({ id, change }, tables) => ({ text: named(tables.subnets.get(id), id), params: change })
  },
  'inventory.removeSubnet': {
    danger: true,
    subject: ({ id }, tables) => ({ text: named(tables.subnets.get(id), id) })
  },
  'inventory.updateRepository': {
    subject: ({ id, change }, tables) => ({ text: repository(tables, id), params: change })
  },
  'inventory.removeRepository': {
    danger: true,
    subject: ({ id }, tables) => ({ text: repository(tables, id) })
  },
  'inventory.undo': { subject: ({ undoId }) => ({ text: undoId }) },
  'repositories.trustCertificate': {
    danger: true,
    subject: ({ id }, tables) => ({ text: repository(tables, id) })
  },
  'imaging.createImage': {
    subject: ({ name, clientId, existingImageId }, tables) => ({
      text: existingImageId === null ? name : image(tables, existingImageId),
      clientIds: [clientId]
    })
  },
  'images.retryAuxiliaryFiles': { subject: ({ id }, tables) => ({ text: image(tables, id) }) },
  'images.update': { subject: ({ id, change }, tables) => ({ text: image(tables, id), params: change }) },
  'images.remove': {
    danger: true,
    subject: ({ id, file }, tables) => ({ text: image(tables, id), params: { file } })
  },
  'images.restore': {
    subject: ({ repositoryId, fullsum }, tables) => ({
      text: `${repository(tables, repositoryId)} ${fullsum}`
    })
  },
  'imports.apply': { subject: ({ keys }) => ({ text: '', params: { keys: keys.length } }) },
  'backups.create': { subject: () => ({ text: '' }) },
  'backups.restore': { danger: true, ...byName },
  'backups.remove': { danger: true, ...byName },
  'backups.dismissRecovery': { danger: true, subject: () => ({ text: '' }) },
  'smartGroups.create': byName,
  'smartGroups.update': { subject: ({ id }, tables) => ({ text: named(tables.smartGroups.get(id), id) }) },
  'smartGroups.remove': { subject: ({ id }, tables) => ({ text: named(tables.smartGroups.get(id), id) }) },
  'discovered.adopt': {
    subject: ({ unitId, clients }, tables) => ({
      text: `${clients
        .slice(0, 20)
        .map(({ name }) => name)
        .join(', ')} → ${unit(tables, unitId)}`,
      params: { clients: clients.length }
    })
  },
  'discovered.updateAddress': { subject: ({ id }, tables) => ({ text: discovered(tables, [id]) }) },
  'discovered.ignore': { subject: ({ ids }, tables) => ({ text: discovered(tables, ids) }) },
  'discovered.unignore': { subject: ({ ids }, tables) => ({ text: discovered(tables, ids) }) },
  'discovered.forget': { subject: ({ ids }, tables) => ({ text: discovered(tables, ids) }) },
  'partitions.refresh': { subject: ({ clientId }, tables) => client(tables, clientId) },
  'plan.place': {
    subject: ({ unitId, seats }, tables) => ({
      text: unit(tables, unitId),
      clientIds: seats.map(({ clientId }) => clientId),
      params: {}
    })
  },
  'scripts.create': byName,
  'scripts.update': {
    subject: ({ id, script }, tables) => ({
      text: named(tables.scripts.get(id), id),
      params: { name: script.name }
    })
  },
  'scripts.remove': {
    danger: true,
    subject: ({ id }, tables) => ({ text: named(tables.scripts.get(id), id) })
  },
  'commands.run': {
    subject: ({ order, clientIds, moment, target }, tables) => ({
      text: target,
      clientIds,
      danger: COMMAND_FACTS[order.command].danger !== 'none',
      params: {
        ...order,
        ...('imageId' in order && { image: image(tables, order.imageId) }),
        moment: moment.kind,
        ...('at' in moment && { at: new Date(moment.at).toISOString() })
      }
    })
  },
  'batches.pause': stopsBatch,
  'batches.resume': ofBatch,
  'batches.cancel': stopsBatch,
  'batches.retry': ofBatch,
  'batches.reschedule': ofBatch,
  'batches.remove': stopsBatch,
  'trust.changeToken': trust,
  'trust.removeToken': trust,
  'trust.setTokenPolicy': { danger: true, subject: ({ policy }) => ({ text: policy }) },
  'trust.forgetSenders': trust,
  'trust.setAuthorities': trust,
  'trust.setClient': trust,
  'trust.setServer': trust,
  'trust.clearUnheeded': { subject: () => ({ text: '', params: {} }) }
}
