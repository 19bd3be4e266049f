/** "Descubiertos": computers that reported in and are not in the inventory, and their way into it. */
import { clientInput } from '#shared/contract/inputs.ts'
import type { Client, Discovered } from '#shared/contract/rows.ts'
import { nextName } from '#shared/domain/client-names.ts'
import { compareIps, isIpv4, subnetOf } from '#shared/domain/network.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import type { Inventory } from './inventory.ts'
import type { RemovalService } from './removal.ts'
import { need, type Rules } from './rules.ts'
import { namePatternOf } from './suggest.ts'
import type { Undo } from './undo.ts'

export interface Adoption {
  readonly id: number
  readonly name: string
  readonly ip: string
}

/** Builds the service. */
export function createDiscovered(
  tables: Tables,
  write: Write,
  parts: { inventory: Inventory; rules: Rules; removal: RemovalService; undo: Undo }
) {
  const { inventory, rules, removal, undo } = parts
  const computer = (id: number): Discovered => need(tables.discovered.get(id))
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
      const unit = need(tables.units.get(unitId))
      const taken = tables.clients.namesInUnit(unitId)
      const pattern = namePatternOf(unit, taken)
      return ids
        .map((id) => ({ id, ip: reachableAt(computer(id)) }))
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
    adopt: (unitId: number, adoptions: readonly Adoption[]): { clients: Client[]; undoId: string } =>
      write((changes) => {
        const rows = adoptions.map(({ id }) => need(tables.discovered.row(id)))
        const clients = adoptions.map(({ id, name, ip }, index) => {
          const { mac } = rows[index]!
          changes.discovered(id)
          const subnetId = subnetIdOf(ip)
          return inventory.addClient(clientInput.parse({ unitId, subnetId, name, mac, ip }))
        })
        changes.inventory()
        const undoId = undo.remember((reverting) => {
          const taken = removal.take({ unitIds: [], clientIds: clients.map(({ id }) => id) }, reverting)
          const byMac = new Map(taken.clients.map((client) => [client.mac, client]))
          for (const row of rows) {
            const client = byMac.get(row.mac)
            // An agent that has started since has another secret.
            const { agentSecret, agentVersion, systemName } =
              client && (client.reportedAt ?? 0) > row.lastSeenAt ? client : row
            tables.discovered.restore({ ...row, agentSecret, agentVersion, systemName })
          }
          reverting.inventory()
          return { units: 0, clients: taken.clients.length }
        })
        return { clients, undoId }
      }),

    /** Gives the computer with this MAC address in the inventory the address from which it now reports. */
    updateAddress: (id: number): Client =>
      write((changes) => {
        const seen = computer(id)
        const client = need(tables.clients.byMac(seen.mac))
        const ip = reachableAt(seen)
        rules.ipIsFree(ip, client.id)
        tables.clients.setAddress(client.id, { ip, subnetId: subnetIdOf(ip) })
        changes.discovered(id)
        changes.client(client.id)
        return need(tables.clients.get(client.id))
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
