/** "Descubiertos": computers that reported in and are not in the inventory, and their way into it. */
import { clientInput } from '#shared/contract/inputs.ts'
import type { Client, Discovered } from '#shared/contract/rows.ts'
import { nextName, patternOf } from '#shared/domain/client-names.ts'
import { compareIps, isIpv4, subnetOf } from '#shared/domain/network.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { Inventory } from './inventory.ts'

/** Where neither the unit nor its computers have a pattern. */
const USUAL_PATTERN = 'pc%02d'

export interface Adoption {
  readonly id: number
  readonly name: string
  readonly ip: string
}

/** Builds the service. */
export function createDiscovered(tables: Tables, write: Write, inventory: Pick<Inventory, 'addClient'>) {
  function need(id: number): Discovered {
    const computer = tables.discovered.get(id)
    if (!computer) throw fail('not-found')
    return computer
  }
  const subnetIdOf = (ip: string): number | null => subnetOf(ip, tables.subnets.all())?.id ?? null

  /** Where it can be reached: the address from which it called, which it cannot invent. */
  const reachableAt = ({ ip, sourceAddress }: Discovered): string =>
    isIpv4(sourceAddress) ? sourceAddress : ip

  function setIgnored(ids: readonly number[], ignored: boolean): { changed: number } {
    return write((changes) => {
      tables.discovered.setIgnored(ids, ignored)
      for (const id of ids) changes.discovered(id)
      return { changed: ids.length }
    })
  }

  return {
    all: (): Discovered[] => tables.discovered.all(),

    /** A name by the unit's pattern and an address for each, in the order of the addresses. */
    suggest(ids: readonly number[], unitId: number) {
      const unit = tables.units.get(unitId)
      if (!unit) throw fail('not-found')
      const taken = tables.clients.namesInUnit(unitId)
      const pattern = unit.namePattern ?? patternOf(taken) ?? USUAL_PATTERN
      const computers = ids
        .map((id) => need(id))
        .map(({ id, ...rest }) => ({ id, ip: reachableAt({ id, ...rest }) }))
      return computers
        .sort((one, other) => compareIps(one.ip, other.ip))
        .map(({ id, ip }) => {
          const name = nextName(pattern, taken)
          taken.push(name)
          return { id, name, ip, subnetId: subnetIdOf(ip) }
        })
    },

    /**
     * Takes computers into a unit; all of them, or none. What their agents have reported goes with them.
     * @throws FailureError with the clash named.
     */
    adopt: (unitId: number, adoptions: readonly Adoption[]): Client[] =>
      write((changes) => {
        const clients = adoptions.map(({ id, name, ip }) => {
          const { mac } = need(id)
          changes.discovered(id)
          const subnetId = subnetIdOf(ip)
          return inventory.addClient(clientInput.parse({ unitId, subnetId, name, mac, ip }))
        })
        changes.inventory()
        return clients
      }),

    /** Gives the computer with this MAC address in the inventory the address from which it now reports. */
    updateAddress: (id: number): Client =>
      write((changes) => {
        const computer = need(id)
        const client = tables.clients.byMac(computer.mac)
        if (!client) throw fail('not-found')
        const ip = reachableAt(computer)
        const holder = tables.clients.byIp(ip)
        if (holder && holder.id !== client.id) throw fail('duplicate-ip', { ip, client: holder.name })
        tables.clients.setAddress(client.id, { ip, subnetId: subnetIdOf(ip) ?? client.subnetId })
        changes.discovered(id)
        changes.client(client.id)
        return tables.clients.get(client.id)!
      }),

    ignore: (ids: readonly number[]) => setIgnored(ids, true),
    unignore: (ids: readonly number[]) => setIgnored(ids, false),
    forget: (ids: readonly number[]): { changed: number } =>
      write((changes) => {
        const gone = tables.discovered.remove(ids)
        for (const id of gone) changes.discovered(id)
        return { changed: gone.length }
      })
  }
}
export type DiscoveredService = ReturnType<typeof createDiscovered>
