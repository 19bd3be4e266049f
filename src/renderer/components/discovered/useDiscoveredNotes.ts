/** What is odd about a discovered computer: whose it may be, and from where it speaks. */
import { computed } from 'vue'
import type { Client, Discovered } from '#shared/contract/rows.ts'
import { useInventory } from '../../stores/inventory.ts'

export function useDiscoveredNotes() {
  const inventory = useInventory()
  const byMac = computed(() => new Map([...inventory.clients.values()].map((client) => [client.mac, client])))
  const byIp = computed(() => new Map([...inventory.clients.values()].map((client) => [client.ip, client])))
  return {
    /** The computer of the inventory that this one is, at another address. */
    known: (computer: Discovered): Client | undefined => byMac.value.get(computer.mac),
    /** The computer of the inventory whose address this one has. */
    holder: (computer: Discovered): Client | undefined =>
      byMac.value.has(computer.mac) ? undefined : byIp.value.get(computer.sourceAddress),
    /** Where it calls from, where that is not what it says. */
    elsewhere: (computer: Discovered): string | null =>
      computer.sourceAddress === computer.ip ? null : computer.sourceAddress
  }
}
