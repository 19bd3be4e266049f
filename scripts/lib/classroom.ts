/** The seed's classroom, as the lab has it, told to the console: its inventory and the way to its peers. */
import { inventoryDocument, type InventoryDocument, type PartitionInput } from '#shared/contract/inputs.ts'
import { arranged, gridSizeOf, type SeatPlan } from '#shared/domain/seat-plan.ts'
import type { ComputerDescription, DiskDescription, LabDescription } from '../../lab/lab.ts'

const AGENT_PORT = 8000
const REPOSITORY_PORT = 8006
/** Where magic packets go. */
const WAKE_PORT = 9
const LIMITED_BROADCAST = '255.255.255.255'

/** [S] */
const SEED = {
  centre: 'Centro Demo',
  classroom: 'Aula Demo',
  router: '192.168.2.1',
  netmask: '255.255.255.0',
  subnet: '192.168.2.0',
  broadcast: '192.168.2.255',
  pxeTemplate: 'oglive'
} as const

function partitions(disk: DiskDescription): PartitionInput[] {
  const whole = {
    partition: 0,
    code: disk.tableCode,
    fileSystem: 'EMPTY',
    sizeKb: disk.sizeKb,
    usagePercent: 0,
    system: ''
  }
  return [whole, ...disk.partitions].map(({ partition, code, fileSystem, sizeKb, usagePercent, system }) => ({
    disk: disk.disk,
    partition,
    code,
    fileSystem,
    sizeKb,
    usagePercent,
    system
  }))
}

/** The computers in rows on both sides of an aisle, as they are described. */
function seatPlan(computers: readonly ComputerDescription[]): SeatPlan {
  const unseated = computers.map((_computer, id) => ({ id, planColumn: null, planRow: null }))
  const { columns, rows } = gridSizeOf({ planColumns: null, planRows: null }, unseated)
  const ids = unseated.map(({ id }) => id)
  return arranged(ids, { columns, rows, order: 'rows', aisleEvery: Math.ceil(columns / 2) })
}

function client(computer: ComputerDescription, index: number, { seating }: SeatPlan) {
  const seat = seating.get(index)
  return {
    name: computer.name,
    mac: computer.mac,
    ip: computer.ip,
    serialNumber: computer.serialNumber,
    networkInterface: computer.networkInterface,
    subnet: SEED.subnet,
    agentPort: AGENT_PORT,
    planColumn: seat?.column,
    planRow: seat?.row,
    partitions: computer.disks.flatMap(partitions)
  }
}

/** The inventory document of a lab. */
export function labInventory(lab: LabDescription): InventoryDocument {
  const computers = lab.computers.filter(({ stranger }) => !stranger)
  const plan = seatPlan(computers)
  return inventoryDocument.parse({
    format: 'ogdesk-inventory',
    version: 1,
    repositories: [
      { name: lab.repository.name, ip: lab.repository.ip, port: REPOSITORY_PORT, path: lab.repository.path }
    ],
    subnets: [{ name: SEED.classroom, address: SEED.subnet, netmask: SEED.netmask, routerIp: SEED.router }],
    units: [
      {
        type: 'centre',
        name: SEED.centre,
        units: [
          {
            type: 'classroom',
            name: SEED.classroom,
            routerIp: SEED.router,
            netmask: SEED.netmask,
            repository: lab.repository.name,
            ogLive: lab.computers[0]?.ogLive ?? null,
            pxeTemplate: SEED.pxeTemplate,
            planColumns: plan.size.columns,
            planRows: plan.size.rows,
            clients: computers.map((computer, index) => client(computer, index, plan))
          }
        ]
      }
    ]
  })
}

/** The console's options that lead from the seed's addresses, broadcasts among them, to the lab's. */
export function labNetworkMap(lab: LabDescription): string[] {
  const peers = [
    ...lab.computers.map((computer) => ({ ...computer, port: AGENT_PORT, to: computer.port })),
    { ...lab.repository, port: REPOSITORY_PORT, to: lab.repository.port },
    ...[SEED.broadcast, LIMITED_BROADCAST].map((ip) => ({
      ip,
      host: lab.wake.host,
      port: WAKE_PORT,
      to: lab.wake.port
    }))
  ]
  return peers.map(({ ip, port, host, to }) => `--network-map=${ip}:${port}=${host}:${to}`)
}
