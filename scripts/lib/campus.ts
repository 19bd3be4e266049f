/** A university as an inventory document: computers in a tree of sixty classrooms. */
import { inventoryDocument, type InventoryDocument } from '#shared/contract/inputs.ts'

const CENTRES = 4
const BUILDINGS = 3
/** In each building. */
const ROOMS = 5
const CLASSROOMS = CENTRES * BUILDINGS * ROOMS

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')
const two = (value: number): string => String(value).padStart(2, '0')

/** The computers of one classroom; the last classrooms have one less where they do not share out evenly. */
function clients(classroom: number, all: number) {
  const first = Math.ceil((classroom * all) / CLASSROOMS)
  const end = Math.ceil(((classroom + 1) * all) / CLASSROOMS)
  return range(end - first).map((index) => {
    const serial = first + index
    const mac = `08:00:27:${hex(serial >> 16, 2)}:${hex((serial >> 8) & 255, 2)}:${hex(serial & 255, 2)}`
    return {
      name: `aula${two(classroom + 1)}-pc${two(index + 1)}`,
      mac,
      ip: `127.1.${classroom}.${index + 10}`,
      serialNumber: `SN${10_000 + serial}`,
      networkInterface: 'eth0',
      subnet: `127.1.${classroom}.0`,
      // Nobody listens there: an agent that is asked says at once that it is off.
      agentPort: 9
    }
  })
}

/** The inventory document of the campus. Its addresses are this machine's own, so that no network is touched. */
export function campus(computers: number): InventoryDocument {
  return inventoryDocument.parse({
    format: 'ogdesk-inventory',
    version: 1,
    repositories: [{ name: 'Repositorio', ip: '127.2.0.1' }],
    subnets: range(CLASSROOMS).map((index) => ({
      name: `Aula ${index + 1}`,
      address: `127.1.${index}.0`,
      netmask: '255.255.255.0'
    })),
    units: [
      {
        type: 'classroom-group',
        name: 'Campus',
        ogLive: 'ogLive-5.11.0-r20210413.992ebb9',
        pxeTemplate: 'oglive',
        repository: 'Repositorio',
        units: range(CENTRES).map((centre) => ({
          type: 'classroom-group',
          name: `Facultad ${centre + 1}`,
          units: range(BUILDINGS).map((building) => ({
            type: 'classroom-group',
            name: `Edificio ${centre + 1}.${building + 1}`,
            units: range(ROOMS).map((room) => {
              const classroom = (centre * BUILDINGS + building) * ROOMS + room
              return {
                type: 'classroom',
                name: `Aula ${classroom + 1}`,
                clients: clients(classroom, computers)
              }
            })
          }))
        }))
      }
    ]
  })
}
