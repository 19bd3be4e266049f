/** The order of a table of computers. */
import type { Client } from '#shared/contract/rows.ts'
import type { ClientField } from '#shared/domain/client-columns.ts'
import { compareIps } from '#shared/domain/network.ts'
import type { ClientState } from '#shared/domain/states.ts'

export interface ClientOrder {
  readonly field: ClientField
  readonly descending: boolean
}

/** Where names are that a computer only points at. */
export interface ClientNames {
  state(state: ClientState): string
  unit(id: number): string
  /** Its address; null: none. */
  subnet(id: number | null): string | null
  /** The images that lie on its disks; null: none that is known. */
  image(clientId: number): string | null
  /** Which version of them, and whether it is behind. */
  imageVersion(clientId: number): string | null
}

type Value = string | number | null

/** As people read names: `pc2` before `pc10`, and `é` with `e`. */
export const nameCollator = new Intl.Collator('es', { numeric: true, sensitivity: 'base' })

const isAddress = (field: ClientField): boolean => field === 'ip' || field === 'subnet'

/** What a field of a computer holds; null where it is empty. */
export function clientValue(client: Client, field: ClientField, names: ClientNames): Value {
  switch (field) {
    case 'state':
      return names.state(client.state)
    case 'unit':
      return names.unit(client.unitId)
    case 'subnet':
      return names.subnet(client.subnetId)
    case 'image':
      return names.image(client.id)
    case 'imageVersion':
      return names.imageVersion(client.id)
    case 'ogLive':
      return client.effective.ogLive
    case 'pxe':
      return client.effective.pxeTemplate
    case 'system':
      return client.systemName
    default:
      return client[field]
  }
}

function comparison(field: ClientField): (one: string | number, other: string | number) => number {
  if (isAddress(field)) return (one, other) => compareIps(String(one), String(other))
  return (one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : nameCollator.compare(String(one), String(other))
}

/** The place of each value among the others: a classroom has few values, and words are slow to compare. */
function ranks(values: readonly Value[], field: ClientField): Map<Value, number> {
  const compare = comparison(field)
  const distinct = [...new Set(values)].filter((value) => value !== null && value !== '')
  distinct.sort((one, other) => compare(one!, other!))
  const places = new Map<Value, number>()
  let place = -1
  let before: Value = null
  for (const value of distinct) {
    if (before === null || compare(before, value!) !== 0) place += 1
    places.set(value, place)
    before = value
  }
  return places
}

/**
 * Sorts computers that come in the order of their names, in which those with the same value stay. What is empty comes
 * last, whichever way round.
 */
export function sortClients(
  clients: readonly Client[],
  { field, descending }: ClientOrder,
  names: ClientNames
): readonly Client[] {
  if (field === 'name') return descending ? clients.map((_, index) => clients.at(-1 - index)!) : clients
  const values = clients.map((client) => clientValue(client, field, names))
  const places = ranks(values, field)
  const sign = descending ? -1 : 1
  return clients
    .map((client, index) => ({ client, place: places.get(values[index]!) }))
    .sort((one, other) => {
      if (one.place === undefined || other.place === undefined) {
        return Number(one.place === undefined) - Number(other.place === undefined)
      }
      return (one.place - other.place) * sign
    })
    .map(({ client }) => client)
}
