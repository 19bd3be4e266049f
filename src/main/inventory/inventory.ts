/** Units, subnets, repositories and clients: what may be written, and what clashes. */
import {
  INVENTORY_VERSION,
  type ClientInput,
  type DocumentUnit,
  type InventoryDocument,
  type PartitionInput,
  type RepositoryInput,
  type SubnetInput,
  type UnitInput
} from '#shared/contract/inputs.ts'
import type { Client, Partition, Repository, Subnet, Unit } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import { isCertificateOf, type PeerIdentity } from '../http/pinned-agent.ts'
import { importRecords } from './document-records.ts'
import { replaceLayout } from './layouts.ts'
import { need, type Rules } from './rules.ts'

export interface ImportCounts {
  units: number
  subnets: number
  repositories: number
  clients: number
}

/** Builds the inventory's service. Its methods throw FailureError with the clash named. */
export function createInventory(tables: Tables, write: Write, rules: Rules, now: () => number) {
  function insertUnit(input: UnitInput): Unit {
    rules.referencesExist(input)
    rules.unitFits(input, input.parentId)
    rules.unitNameIsFree(input.parentId, input.name)
    return tables.units.insert(input, now())
  }

  function insertSubnet(input: SubnetInput): Subnet {
    rules.subnetAddressIsFree(input.address)
    return tables.subnets.insert(input, now())
  }

  function insertRepository(input: RepositoryInput): Repository {
    rules.repositoryNameIsFree(input.name)
    rules.repositoryAddressIsFree(input)
    return tables.repositories.insert(input, now())
  }

  function insertClient(input: ClientInput): Client {
    need(tables.units.get(input.unitId))
    rules.referencesExist(input)
    rules.clientFits(input)
    return tables.clients.insert(input, now())
  }

  function pinCertificate(id: number, name: string, { fingerprint, pem }: PeerIdentity): void {
    if (!isCertificateOf(pem, fingerprint)) throw fail('import-bad-certificate', { name })
    tables.repositories.pinCertificate(id, fingerprint, pem, now())
  }

  /** Writes one unit of a document, its computers and the units below it. */
  function importUnit(unit: DocumentUnit, parentId: number | null, counts: ImportCounts): void {
    const { clients, units, repository, ...fields } = unit
    const named = (name: string | null, field: string): number | null => {
      if (name === null) return null
      const row = tables.repositories.byName(name)
      if (!row) throw fail('unknown-reference', { field, name, list: 'repositories' })
      return row.id
    }
    const { id } = insertUnit({
      ...fields,
      parentId,
      repositoryId: named(repository, `${unit.name}.repository`)
    })
    counts.units++
    for (const { subnet, repository: own, partitions, ...client } of clients) {
      const subnetRow = subnet === null ? undefined : tables.subnets.byAddress(subnet)
      if (subnet !== null && !subnetRow) {
        throw fail('unknown-reference', { field: `${client.name}.subnet`, name: subnet, list: 'subnets' })
      }
      const row = insertClient({
        ...client,
        unitId: id,
        subnetId: subnetRow?.id ?? null,
        repositoryId: named(own, `${client.name}.repository`)
      })
      tables.partitions.replace(row.id, partitions, { source: 'import', at: now() })
      counts.clients++
    }
    for (const below of units) importUnit(below, id, counts)
  }

  return {
    /** Adds a computer, inside a write of the caller's. */
    addClient: insertClient,
    createUnit: (input: UnitInput): Unit =>
      write((changes) => {
        changes.inventory()
        return insertUnit(input)
      }),
    createSubnet: (input: SubnetInput): Subnet =>
      write((changes) => {
        changes.inventory()
        return insertSubnet(input)
      }),
    /** `pin`, where a certificate has been looked at and is trusted already, pins it to the new row. */
    createRepository: (input: RepositoryInput, pin?: (repository: Repository) => void): Repository =>
      write((changes) => {
        changes.inventory()
        const repository = insertRepository(input)
        pin?.(repository)
        return need(tables.repositories.get(repository.id))
      }),
    createClient: (input: ClientInput): Client =>
      write((changes) => {
        changes.inventory()
        const client = insertClient(input)
        rules.addressFits(client)
        return client
      }),
    setPartitions: (clientId: number, partitions: readonly PartitionInput[]): Partition[] =>
      write((changes) => {
        need(tables.clients.get(clientId))
        const places = new Set<string>()
        for (const { disk, partition } of partitions) {
          const place = `${disk}.${partition}`
          if (places.has(place)) throw fail('duplicate-name', { name: place })
          places.add(place)
        }
        changes.client(clientId)
        changes.partitions(clientId)
        return replaceLayout(tables, clientId, partitions, { source: 'edit', at: now() }, changes)
      }),
    /** Adds a whole inventory, in one transaction or not at all. */
    importDocument: (document: InventoryDocument): ImportCounts => {
      if (document.version > INVENTORY_VERSION) {
        throw fail('inventory-newer', { version: document.version, supported: INVENTORY_VERSION })
      }
      return write((changes) => {
        const counts: ImportCounts = { units: 0, subnets: 0, repositories: 0, clients: 0 }
        for (const { certificate, ...repository } of document.repositories) {
          const { id, name } = insertRepository(repository)
          if (certificate) pinCertificate(id, name, certificate)
        }
        for (const subnet of document.subnets) insertSubnet(subnet)
        counts.repositories = document.repositories.length
        counts.subnets = document.subnets.length
        for (const unit of document.units) importUnit(unit, null, counts)
        importRecords(tables, changes, document, now())
        changes.inventory()
        return counts
      })
    }
  }
}
export type Inventory = ReturnType<typeof createInventory>
