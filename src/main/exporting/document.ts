/** The whole inventory as one document, the same to the byte for the same inventory, wherever it is written. */
import {
  INVENTORY_FORMAT,
  INVENTORY_VERSION,
  smartFilter,
  type DocumentImage,
  type DocumentRepository,
  type DocumentSmartGroup,
  type DocumentUnit,
  type InventoryDocument
} from '#shared/contract/inputs.ts'
import type { Unit } from '#shared/contract/rows.ts'
import { compareIps } from '#shared/domain/network.ts'
import { groupBy, pathKey, unitPaths, type InventoryView } from '../importing/inventory-view.ts'

/** Not by language: the order must be the same everywhere. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const sorted = <T>(rows: Iterable<T>, key: (row: T) => string): T[] =>
  [...rows].sort((one, other) => compare(key(one), key(other)))

function repositoriesOf(view: InventoryView): DocumentRepository[] {
  return sorted(view.repositories, ({ name }) => name).map(
    ({ name, ip, port, path, certificateFingerprint, certificatePem }) => ({
      name,
      ip,
      port,
      path,
      certificate:
        certificateFingerprint !== null && certificatePem !== null
          ? { fingerprint: certificateFingerprint, pem: certificatePem }
          : null
    })
  )
}

/** The units with all that they hold. */
function unitsOf(view: InventoryView): DocumentUnit[] {
  const below = groupBy(view.units, ({ parentId }) => parentId)
  const clients = groupBy(view.clients, ({ unitId }) => unitId)
  const partitions = groupBy(view.partitions, ({ clientId }) => clientId)
  const repositories = new Map(view.repositories.map(({ id, name }) => [id, name]))
  const subnets = new Map(view.subnets.map(({ id, address }) => [id, address]))

  const clientsOf = (unit: Unit): DocumentUnit['clients'] =>
    sorted(clients.get(unit.id) ?? [], ({ name }) => name).map((client) => ({
      name: client.name,
      mac: client.mac,
      ip: client.ip,
      subnet: subnets.get(client.subnetId ?? 0) ?? null,
      serialNumber: client.serialNumber,
      networkInterface: client.networkInterface,
      ogLive: client.ogLive,
      pxeTemplate: client.pxeTemplate,
      repository: repositories.get(client.repositoryId ?? 0) ?? null,
      agentPort: client.agentPort,
      planColumn: client.planColumn,
      planRow: client.planRow,
      partitions: (partitions.get(client.id) ?? [])
        .sort((one, other) => one.disk - other.disk || one.partition - other.partition)
        .map(({ id: _id, clientId: _clientId, ...partition }) => ({
          disk: partition.disk,
          partition: partition.partition,
          code: partition.code,
          fileSystem: partition.fileSystem,
          sizeKb: partition.sizeKb,
          usagePercent: partition.usagePercent,
          system: partition.system
        }))
    }))

  const unitOf = (unit: Unit): DocumentUnit => {
    const { id: _id, parentId: _parent, repositoryId, createdAt: _created, type, name, ...fields } = unit
    return {
      type,
      name,
      repository: repositories.get(repositoryId ?? 0) ?? null,
      ...fields,
      clients: clientsOf(unit),
      units: sorted(below.get(unit.id) ?? [], (child) => child.name).map(unitOf)
    }
  }
  return sorted(below.get(null) ?? [], ({ name }) => name).map(unitOf)
}

function imagesOf(view: InventoryView): DocumentImage[] {
  const repositories = new Map(view.repositories.map(({ id, name }) => [id, name]))
  const macs = new Map(view.clients.map(({ id, mac }) => [id, mac]))
  return sorted(view.images, ({ id }) => id).flatMap((image): DocumentImage[] => {
    const { state } = image
    // One that is still being made is not here yet: its end is told to this console alone.
    if (state !== 'success' && state !== 'failed') return []
    return [
      {
        id: image.id,
        name: image.name,
        repository: repositories.get(image.repositoryId)!,
        description: image.description,
        type: image.type,
        version: image.version,
        architecture: image.architecture,
        sourceClient: macs.get(image.sourceClientId ?? 0) ?? null,
        sourceDisk: image.sourceDisk,
        sourcePartition: image.sourcePartition,
        partitionCode: image.partitionCode,
        sourceSizeKb: image.sourceSizeKb,
        state,
        fullsum: image.fullsum,
        size: image.size,
        failure: image.failure,
        createdAt: image.createdAt,
        updatedAt: image.updatedAt,
        readyAt: image.readyAt
      }
    ]
  })
}

function smartGroupsOf(view: InventoryView): DocumentSmartGroup[] {
  const paths = unitPaths(view.units)
  const repositories = new Map(view.repositories.map(({ id, name }) => [id, name]))
  return sorted(view.smartGroups, ({ name }) => name).map(({ name, filter }) => {
    // What an older program wrote lacks what was added to filters since.
    const { unitIds, repositoryIds, ...rest } = smartFilter.parse(filter)
    const units = unitIds.flatMap((id) => (paths.has(id) ? [[...paths.get(id)!]] : []))
    const names = repositoryIds.flatMap((id) => repositories.get(id) ?? [])
    return {
      name,
      filter: { ...rest, units: sorted(units, pathKey), repositories: sorted(names, (own) => own) }
    }
  })
}

/** The inventory as a document; never a secret. */
export function inventoryDocumentOf(view: InventoryView): InventoryDocument {
  return {
    format: INVENTORY_FORMAT,
    version: INVENTORY_VERSION,
    repositories: repositoriesOf(view),
    subnets: [...view.subnets]
      .sort((one, other) => compareIps(one.address, other.address))
      .map(({ name, address, netmask, routerIp }) => ({ name, address, netmask, routerIp })),
    units: unitsOf(view),
    images: imagesOf(view),
    smartGroups: smartGroupsOf(view)
  }
}

/** Lists whose rows stand on one line each, so that a line of a comparison is a computer. */
const ROW_LISTS = new Set(['repositories', 'subnets', 'clients', 'images', 'smartGroups'])

function print(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const items = value.map((item) => `${indent}  ${print(item, `${indent}  `)}`)
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, field]) => {
    const rows = ROW_LISTS.has(key) && Array.isArray(field) && field.length > 0
    const text = rows
      ? `[\n${field.map((row) => `${indent}    ${JSON.stringify(row)}`).join(',\n')}\n${indent}  ]`
      : print(field, `${indent}  `)
    return `${indent}  ${JSON.stringify(key)}: ${text}`
  })
  return `{\n${fields.join(',\n')}\n${indent}}`
}

/** The document as its file has it. */
export function printDocument(document: InventoryDocument): string {
  return `${print(document, '')}\n`
}
