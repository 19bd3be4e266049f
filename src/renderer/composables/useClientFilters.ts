/** What of a unit's computers is shown: by name, IP, MAC, parent and state. */
import { computed, reactive, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Client } from '#shared/contract/rows.ts'
import { fold } from '#shared/domain/search.ts'
import type { ClientState } from '#shared/domain/states.ts'

export interface ClientFilters {
  name: string
  ip: string
  mac: string
  parent: number | null
  state: ClientState | null
}

const none = (): ClientFilters => ({ name: '', ip: '', mac: '', parent: null, state: null })
/** A text as it is searched for: `Informática` is found by `informatica`. */
export const plain = (text: string): string => fold(text.trim())
/** Only the digits count: `0800274f`, `08-00-27` and `08:00:27:4F` find the same. */
const macDigits = (text: string): string => text.toLowerCase().replace(/[^0-9a-z]/g, '')

/** The filters' answer for one computer, with what was typed brought to one spelling beforehand. */
function matcher(filters: ClientFilters): (client: Client) => boolean {
  const [name, ip, mac] = [plain(filters.name), filters.ip.trim(), macDigits(filters.mac)]
  return (client) =>
    (filters.parent === null || client.unitId === filters.parent) &&
    (filters.state === null || client.state === filters.state) &&
    (ip === '' || client.ip.includes(ip)) &&
    (mac === '' || macDigits(client.mac).includes(mac)) &&
    (name === '' || plain(client.name).includes(name))
}

/** Those of the computers that pass the filters, in their order. */
export function filterClients(clients: readonly Client[], filters: ClientFilters): readonly Client[] {
  return clients.filter(matcher(filters))
}

export function useClientFilters(
  clients: MaybeRefOrGetter<readonly Client[]>,
  context: MaybeRefOrGetter<string>
) {
  const filters = reactive(none())
  const reset = (): void => void Object.assign(filters, none())
  // Another unit has other parents; what was typed stays, so that one can look for a name in several classrooms.
  watch(
    () => toValue(context),
    () => (filters.parent = null)
  )
  return {
    filters,
    reset,
    active: computed(() => Object.values(filters).some((value) => value !== '' && value !== null)),
    filtered: computed(() => filterClients(toValue(clients), filters))
  }
}
