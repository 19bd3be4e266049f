/** Changes and moves of what is in the inventory. */
import type { ClientChange, RepositoryChange, SubnetChange, UnitChange } from '#shared/contract/inputs.ts'
import type { Client, Repository, Subnet, Unit } from '#shared/contract/rows.ts'
import { planUnit } from '#shared/domain/seat-plan.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes, Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import { need, type Rules } from './rules.ts'
import type { Undo } from './undo.ts'

/** Up to so many, each changed computer is told by itself; beyond it the windows pull the snapshot once. */
const TOLD_ONE_BY_ONE = 50

/** Tells the windows of changed computers. */
export function tellClients(changes: Changes, ids: readonly number[]): void {
  if (ids.length > TOLD_ONE_BY_ONE) changes.inventory()
  else for (const id of ids) changes.client(id)
}

/** Builds the service. Its methods throw FailureError with the clash named, and then nothing was changed. */
export function createEdits(tables: Tables, write: Write, rules: Rules, undo: Undo) {
  /** Whether a unit is another one, or somewhere below it. */
  function isInside(unitId: number | null, ancestorId: number): boolean {
    const seen = new Set<number>()
    for (let id = unitId; id !== null && !seen.has(id); id = tables.units.get(id)?.parentId ?? null) {
      if (id === ancestorId) return true
      seen.add(id)
    }
    return false
  }

  function place(unit: Unit, parentId: number | null): void {
    if (isInside(parentId, unit.id)) throw fail('unit-into-itself', { name: unit.name })
    rules.unitFits(unit, parentId)
    rules.unitNameIsFree(parentId, unit.name, unit.id)
    tables.units.update(unit.id, { parentId })
  }

  return {
    updateUnit: (id: number, change: UnitChange): Unit =>
      write((changes) => {
        const before = need(tables.units.get(id))
        rules.referencesExist(change)
        if (change.name !== undefined) rules.unitNameIsFree(before.parentId, change.name, id)
        if (change.type !== undefined && change.type !== before.type) {
          const after = { name: change.name ?? before.name, type: change.type }
          rules.unitFits(after, before.parentId)
          tables.units.update(id, { type: change.type })
          for (const child of tables.units.all()) if (child.parentId === id) rules.unitFits(child, id)
        }
        tables.units.update(id, change)
        changes.inventory()
        return need(tables.units.get(id))
      }),

    moveUnit: (id: number, parentId: number | null): { unit: Unit; undoId: string } =>
      write((changes) => {
        const before = need(tables.units.get(id))
        place(before, parentId)
        changes.inventory()
        const undoId = undo.remember((reverting) => {
          place(need(tables.units.get(id)), before.parentId)
          reverting.inventory()
          return { units: 1, clients: 0 }
        })
        return { unit: need(tables.units.get(id)), undoId }
      }),

    updateClient: (id: number, change: ClientChange): Client =>
      write((changes) => {
        const before = need(tables.clients.get(id))
        rules.referencesExist(change)
        if (change.name !== undefined) rules.clientNameIsFree(before.unitId, change.name, id)
        if (change.mac !== undefined) rules.macIsFree(change.mac, id)
        if (change.ip !== undefined) rules.ipIsFree(change.ip, id)
        // What does not touch the address is not held up by one that an older inventory has wrong.
        if (change.ip !== undefined || change.subnetId !== undefined) {
          const { ip = before.ip, subnetId = before.subnetId } = change
          rules.addressFits({ ip, subnetId, unitId: before.unitId })
        }
        tables.clients.update(id, change)
        const discovered = tables.clients.recognise(id)
        if (discovered !== undefined) changes.discovered(discovered)
        changes.client(id)
        return need(tables.clients.get(id))
      }),

    moveClients: (ids: readonly number[], unitId: number): { moved: number; undoId: string } =>
      write((changes) => {
        need(tables.units.get(unitId))
        const moved = [...new Set(ids)]
          .map((id) => need(tables.clients.get(id)))
          .filter((client) => client.unitId !== unitId)
        const room = (of: number) => planUnit(tables.units.get(of), tables.units.get)?.id
        for (const { id, name, unitId: home } of moved) {
          rules.clientNameIsFree(unitId, name, id)
          tables.clients.update(id, { unitId })
          // Its seat was in the other room; in the same one, it stays where it is.
          if (room(home) !== room(unitId)) tables.clients.update(id, { planColumn: null, planRow: null })
        }
        const movedIds = moved.map(({ id }) => id)
        tellClients(changes, movedIds)
        const undoId = undo.remember((reverting) => {
          for (const before of moved) {
            const { name } = need(tables.clients.get(before.id))
            rules.clientNameIsFree(before.unitId, name, before.id)
            const { unitId: home, planColumn, planRow } = before
            tables.clients.update(before.id, { unitId: home, planColumn, planRow })
          }
          tellClients(reverting, movedIds)
          return { units: 0, clients: moved.length }
        })
        return { moved: moved.length, undoId }
      }),

    updateSubnet: (id: number, change: SubnetChange): Subnet =>
      write((changes) => {
        need(tables.subnets.get(id))
        if (change.address !== undefined) rules.subnetAddressIsFree(change.address, id)
        tables.subnets.update(id, change)
        const subnet = need(tables.subnets.get(id))
        if (change.address !== undefined || change.netmask !== undefined) rules.subnetHoldsItsClients(subnet)
        changes.inventory()
        return subnet
      }),

    removeSubnet: (id: number): { undoId: string } =>
      write((changes) => {
        const subnet = need(tables.subnets.get(id))
        const users = tables.clients.all().filter(({ subnetId }) => subnetId === id)
        if (users[0]) {
          throw fail('subnet-in-use', { name: subnet.name, count: users.length, client: users[0].name })
        }
        tables.subnets.remove(id)
        changes.inventory()
        return {
          undoId: undo.remember((reverting) => {
            rules.subnetAddressIsFree(subnet.address)
            tables.subnets.restore(subnet)
            reverting.inventory()
            return { units: 0, clients: 0 }
          })
        }
      }),

    updateRepository: (id: number, change: RepositoryChange): Repository =>
      write((changes) => {
        const before = need(tables.repositories.get(id))
        if (change.name !== undefined) rules.repositoryNameIsFree(change.name, id)
        // Two of an older inventory that have one address can still be edited.
        const { ip = before.ip, port = before.port } = change
        if (ip !== before.ip || port !== before.port) rules.repositoryAddressIsFree({ ip, port }, id)
        tables.repositories.update(id, change)
        changes.repository(id)
        return need(tables.repositories.get(id))
      }),

    removeRepository: (id: number): { undoId: string } =>
      write((changes) => {
        const row = need(tables.repositories.row(id))
        const users = {
          units: tables.units.ofRepository(id).length,
          clients: tables.clients.all().filter(({ repositoryId }) => repositoryId === id).length,
          images: tables.images.countInRepository(id)
        }
        if (users.units + users.clients + users.images > 0) {
          throw fail('repository-in-use', { name: row.name, ...users })
        }
        tables.repositories.remove(id)
        changes.inventory()
        return {
          undoId: undo.remember((reverting) => {
            rules.repositoryNameIsFree(row.name)
            rules.repositoryAddressIsFree(row)
            tables.repositories.restore(row)
            reverting.inventory()
            return { units: 0, clients: 0 }
          })
        }
      })
  }
}
export type Edits = ReturnType<typeof createEdits>
