/** What of a unit's computers is shown: by name, IP, MAC, parent and state. */
import { computed, reactive, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Client } from '#shared/contract/rows.ts'
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
export const plain = (text: string): string =>
  text.trim().toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
/** Only the digits count: `0800274f`, `08-00-27` and `08:00:27:4F` find the same. */
const macDigits = (text: string): string => text.toLowerCase().replace(/[^0-9a-z]/g, '')

/** The filters' answer for one computer. */
export function matches(client: Client, filters: ClientFilters): boolean {
  return (
    plain(client.name).includes(plain(filters.name)) &&
    client.ip.includes(filters.ip.trim()) &&
    macDigits(client.mac).includes(macDigits(filters.mac)) &&
    (filters.parent === null || client.unitId === filters.parent) &&
    (filters.state === null || client.state === filters.state)
  )
}

export function useClientFilters(
  clients: MaybeRefOrGetter<readonly Client[]>,
  unitId: MaybeRefOrGetter<number | null>
) {
  const filters = reactive(none())
  const reset = (): void => void Object.assign(filters, none())
  // Another unit has other parents; what was typed stays, so that one can look for a name in several classrooms.
  watch(
    () => toValue(unitId),
    () => (filters.parent = null)
  )
  return {
    filters,
    reset,
    active: computed(() => Object.values(filters).some((value) => value !== '' && value !== null)),
    filtered: computed(() => toValue(clients).filter((client) => matches(client, filters)))
  }
}
