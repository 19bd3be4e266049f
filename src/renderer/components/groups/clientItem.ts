import type { Client } from '#shared/contract/rows.ts'
import type { ClientLinks } from '../../composables/useClientLinks.ts'

/** What a list says to each of its computers, however it shows it. */
export interface ClientItem {
  client: Client
  selected: boolean
  /** Whether Tab leads here. */
  active: boolean
  /** Why its state is what it is, or nothing. */
  reason: string
  links: ClientLinks
}
