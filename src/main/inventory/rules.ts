/** What may be written to the inventory: what must exist, what must be unique, what must fit. */
import type { ClientInput } from '#shared/contract/inputs.ts'
import type { Client, Repository, Subnet, Unit } from '#shared/contract/rows.ts'
import type { FailureCode } from '#shared/domain/failures.ts'
import { isInSubnet, misplaced, networkOfUnit, type Misplaced } from '#shared/domain/network.ts'
import { canHold } from '#shared/domain/units.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'

/** The row, or a clear failure. */
export function need<T>(row: T | undefined): T {
  if (row === undefined) throw fail('not-found')
  return row
}

type Address = Pick<ClientInput, 'ip' | 'subnetId'>

const MISPLACED: Readonly<Record<Misplaced['why'], FailureCode>> = {
  outside: 'ip-outside-subnet',
  network: 'ip-of-network',
  router: 'ip-of-router'
}

/** Builds the rules. Each throws a FailureError that names the clash; `except` is the row that is being changed. */
export function createRules(tables: Tables) {
  function referencesExist(row: {
    parentId?: number | null | undefined
    repositoryId?: number | null | undefined
    subnetId?: number | null | undefined
  }): void {
    if (row.parentId != null) need(tables.units.get(row.parentId))
    if (row.repositoryId != null) need(tables.repositories.get(row.repositoryId))
    if (row.subnetId != null) need(tables.subnets.get(row.subnetId))
  }

  function unitNameIsFree(parentId: number | null, name: string, except?: number): void {
    const twin = tables.units
      .all()
      .find((unit) => unit.parentId === parentId && unit.name === name && unit.id !== except)
    if (twin) throw fail('duplicate-name', { name })
  }

  function unitFits(unit: Pick<Unit, 'name' | 'type'>, parentId: number | null): void {
    const parent = parentId === null ? undefined : need(tables.units.get(parentId))
    if (!canHold(parent?.type ?? null, unit.type)) {
      throw fail('unit-cannot-hold', { name: unit.name, parent: parent?.name ?? '' })
    }
  }

  function clientNameIsFree(unitId: number, name: string, except?: number): void {
    const twin = tables.clients.byNameInUnit(unitId, name)
    if (twin && twin.id !== except) {
      throw fail('duplicate-client-name', { name, unit: tables.units.get(unitId)?.name ?? '' })
    }
  }

  function macIsFree(mac: string, except?: number): void {
    const twin = tables.clients.byMac(mac)
    if (twin && twin.id !== except) throw fail('duplicate-mac', { mac, client: twin.name })
  }

  function ipIsFree(ip: string, except?: number): void {
    const twin = tables.clients.byIp(ip)
    if (twin && twin.id !== except) throw fail('duplicate-ip', { ip, client: twin.name })
  }

  function ipIsInSubnet({ ip, subnetId }: Address): void {
    if (subnetId === null) return
    const { address, netmask } = need(tables.subnets.get(subnetId))
    if (!isInSubnet(ip, address, netmask)) throw fail('ip-outside-subnet', { ip, subnet: address, netmask })
  }

  /** What somebody writes by hand; documents and agents tell what is so already. */
  function addressFits({ ip, subnetId, unitId }: Address & Pick<Client, 'unitId'>): void {
    const subnet = subnetId === null ? null : need(tables.subnets.get(subnetId))
    const found = misplaced(ip, subnet, networkOfUnit(tables.units.get(unitId), tables.units.get))
    if (!found) return
    const { name, address, netmask } = found.network
    throw fail(MISPLACED[found.why], { ip, name, subnet: address, netmask })
  }

  return {
    referencesExist,
    unitNameIsFree,
    unitFits,
    clientNameIsFree,
    /** All that a computer that is new, or comes back, must keep to. */
    clientFits(client: Pick<Client, 'unitId' | 'name' | 'mac'> & Address, except?: number): void {
      macIsFree(client.mac, except)
      ipIsFree(client.ip, except)
      clientNameIsFree(client.unitId, client.name, except)
      ipIsInSubnet(client)
    },
    macIsFree,
    ipIsFree,
    addressFits,
    subnetAddressIsFree(address: string, except?: number): void {
      const twin = tables.subnets.byAddress(address)
      if (twin && twin.id !== except) throw fail('duplicate-name', { name: address })
    },
    repositoryNameIsFree(name: string, except?: number): void {
      const twin = tables.repositories.byName(name)
      if (twin && twin.id !== except) throw fail('duplicate-name', { name })
    },
    repositoryAddressIsFree({ ip, port }: Pick<Repository, 'ip' | 'port'>, except?: number): void {
      const twin = tables.repositories
        .all()
        .find((row) => row.id !== except && row.ip === ip && row.port === port)
      if (twin) {
        throw fail('duplicate-repository-address', { address: `${ip}:${port}`, repository: twin.name })
      }
    },
    /** No computer of the subnet may be left outside it. */
    subnetHoldsItsClients(subnet: Subnet): void {
      const outside = tables.clients
        .all()
        .find(({ subnetId, ip }) => subnetId === subnet.id && !isInSubnet(ip, subnet.address, subnet.netmask))
      if (outside) throw fail('subnet-leaves-client', { ip: outside.ip, client: outside.name })
    }
  }
}
export type Rules = ReturnType<typeof createRules>
