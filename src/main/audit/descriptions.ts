/** What each procedure that changes something does, and to what: the audit's words for it. */
import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#shared/contract/index.ts'
import type { SettingsChange } from '#shared/contract/inputs.ts'
import { COMMAND_FACTS } from '#shared/domain/commands.ts'
import type { Tables } from '../db/tables.ts'
import type { ProcedurePath, READING } from './procedures.ts'
import {
  batchSubject,
  client,
  clientsBelow,
  discovered,
  firstOf,
  image,
  named,
  repository,
  unit,
  units,
  type Subject
} from './subjects.ts'

type Inputs = InferContractRouterInputs<Contract>
type InputOf<Path> = Path extends `${infer Domain extends keyof Inputs & string}.${infer Name}`
  ? Name extends keyof Inputs[Domain]
    ? Inputs[Domain][Name]
    : never
  : never

interface Description<Input> {
  /** Stands out: something is lost, or somebody's work interrupted. */
  readonly danger?: true
  /** Where not all that may be asked is worth an entry. */
  readonly noted?: (input: Input) => boolean
  readonly subject: (input: Input, tables: Tables) => Subject
}

/** Does not compile while a procedure is neither described nor said to change nothing. */
type Descriptions = {
  readonly [Action in Exclude<ProcedurePath, (typeof READING)[number]>]: Description<InputOf<Action>>
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
      clientIds: [clientId],
      // The image that was there is overwritten.
      danger: existingImageId !== null
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
      text: `${firstOf(clients, ({ name }) => name)} → ${unit(tables, unitId)}`,
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
