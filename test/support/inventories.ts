/** Any inventory, as fast-check makes it: valid in itself, and as odd as people write them. */
import fc from 'fast-check'
import type * as z from 'zod'
import { MULTICAST_MODES, P2P_MODES } from '#shared/contract/rows.ts'
import {
  inventoryDocument,
  type DocumentUnit,
  type InventoryDocument,
  type PartitionInput
} from '#shared/contract/inputs.ts'
import { canHold, UNIT_TYPES, type UnitType } from '#shared/domain/units.ts'
import { CLIENT_STATES } from '#shared/domain/states.ts'
import { PINNED } from './certificate.ts'
import { macOf } from './inventory.ts'

/** What people put into names, formats and spreadsheets by accident or on purpose; no line breaks. */
const ODD = [
  'Ñandú',
  'l’aula',
  '"q"',
  'a;b',
  'a,b',
  "'x",
  '=1+1',
  '+34',
  '-9',
  '@SUM',
  'C:\\x',
  '{',
  '#',
  'pc',
  '7'
]
const word = fc.oneof(fc.constantFrom(...ODD), fc.stringMatching(/^[a-zA-Z0-9_.-]{1,12}$/))
const oddName = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const plainName = oddName.map((name) => name.replace(/[\\/>›»]/g, '-'))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const text = maybe(oddName)
const port = fc.integer({ min: 1, max: 65535 })

const partition = fc.record({
  disk: fc.integer({ min: 1, max: 2 }),
  partition: fc.integer({ min: 0, max: 4 }),
  code: fc.constantFrom('7', '83', 'ef'),
  fileSystem: fc.constantFrom('NTFS', 'EXT4', 'EMPTY'),
  sizeKb: fc.nat(),
  usagePercent: fc.integer({ min: 0, max: 100 }),
  system: fc.constantFrom('', 'Windows 11', 'Ubuntu 24.04')
}) satisfies fc.Arbitrary<PartitionInput>
const partitions = fc.uniqueArray(partition, {
  maxLength: 3,
  selector: ({ disk, partition: place }) => `${disk}.${place}`
})

interface Shape {
  readonly type: UnitType
  readonly name: string
  readonly clients: number
  readonly units: readonly Shape[]
}
function shapes(parent: UnitType | null, depth: number): fc.Arbitrary<Shape[]> {
  const types = UNIT_TYPES.filter((type) => canHold(parent, type))
  if (depth === 0 || types.length === 0) return fc.constant([])
  const unit = fc.constantFrom(...types).chain((type) =>
    fc.record({
      type: fc.constant(type),
      // A way in one cell is split at these; they are for the names of computers.
      name: plainName,
      clients: fc.integer({ min: 0, max: 3 }),
      units: shapes(type, depth - 1)
    })
  )
  return fc.uniqueArray(unit, { maxLength: 3, selector: ({ name }) => name })
}

const REPOSITORIES = ['R1', 'Repositorio "2"']
const repository = maybe(fc.constantFrom(...REPOSITORIES))
const unitFields = fc.record({
  routerIp: maybe(fc.constant('10.0.0.254')),
  netmask: maybe(fc.constant('255.255.255.0')),
  dns: text,
  ogLive: text,
  multicastAddress: maybe(fc.constant('239.194.0.1')),
  multicastPort: maybe(port),
  multicastMode: maybe(fc.constantFrom(...MULTICAST_MODES)),
  multicastSpeed: maybe(fc.integer({ min: 1, max: 1000 })),
  p2pMode: maybe(fc.constantFrom(...P2P_MODES)),
  p2pTime: maybe(fc.nat({ max: 600 })),
  capacity: maybe(fc.nat({ max: 60 })),
  location: text,
  comments: text,
  namePattern: maybe(fc.constant('aula1-pc%02d')),
  planColumns: maybe(fc.integer({ min: 1, max: 9 })),
  planRows: maybe(fc.integer({ min: 1, max: 9 })),
  repository
})
const clientFields = fc.record({
  name: oddName,
  subnet: maybe(fc.constant('10.0.0.0')),
  serialNumber: text,
  networkInterface: maybe(fc.constantFrom('eth0', 'enp3s0')),
  ogLive: text,
  pxeTemplate: text,
  agentPort: port,
  planColumn: maybe(fc.nat({ max: 8 })),
  planRow: maybe(fc.nat({ max: 8 })),
  repository,
  partitions
})

/** The units with all fields, and computers of which no two clash. */
function dressed(
  tree: readonly Shape[],
  draw: <T>(arbitrary: fc.Arbitrary<T>) => T
): z.input<typeof inventoryDocument>['units'] {
  let number = 0
  const dress = ({
    type,
    name,
    clients,
    units
  }: Shape): Partial<DocumentUnit> & { type: UnitType; name: string } => {
    const names = new Set<string>()
    return {
      type,
      name,
      ...draw(unitFields),
      clients: Array.from({ length: clients }, () => {
        number += 1
        const fields = draw(clientFields)
        const own = names.has(fields.name) ? `${fields.name} ${number}` : fields.name
        names.add(own)
        return { ...fields, name: own, mac: macOf(number), ip: `10.0.0.${number}` }
      }),
      units: units.map(dress) as DocumentUnit['units']
    }
  }
  return tree.map(dress)
}

const image = fc.record({
  name: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
  repository: fc.constantFrom(...REPOSITORIES),
  description: oddName,
  type: fc.constantFrom('', 'Linux'),
  sourceClient: maybe(fc.constant(macOf(1))),
  sourceDisk: fc.integer({ min: 1, max: 2 }),
  state: fc.constantFrom('success' as const, 'failed' as const),
  fullsum: maybe(fc.stringMatching(/^[0-9a-f]{32}$/)),
  size: maybe(fc.nat()),
  failure: maybe(fc.constant({ code: 'no-answer' as const, params: { minutes: 7 }, detail: null })),
  createdAt: fc.nat(),
  updatedAt: fc.nat(),
  readyAt: maybe(fc.nat())
})

/** Any whole inventory. */
export const inventories: fc.Arbitrary<InventoryDocument> = fc
  .tuple(
    shapes(null, 3),
    fc.uniqueArray(image, { maxLength: 3, selector: ({ name, repository: own }) => `${own}/${name}` }),
    fc.uniqueArray(oddName, { maxLength: 2 }),
    fc.boolean(),
    fc.gen()
  )
  .map(([tree, images, groups, pinned, gen]) => {
    const draw = <T>(arbitrary: fc.Arbitrary<T>): T => gen(() => arbitrary)
    const units = dressed(tree, draw)
    const paths = tree.map(({ name }) => [name])
    const hasFirst = JSON.stringify(units).includes(macOf(1))
    return inventoryDocument.parse({
      format: 'ogdesk-inventory',
      version: 2,
      repositories: REPOSITORIES.map((name, index) => ({
        name,
        ip: `10.9.0.${index + 1}`,
        certificate: pinned && index === 0 ? PINNED : null
      })),
      subnets: [{ name: 'Red "0"', address: '10.0.0.0', netmask: '255.255.255.0', routerIp: '10.0.0.254' }],
      units,
      images: images.map((own, index) => ({
        ...own,
        id: `01936caf-facb-72ad-9446-97e7dbf2b96${index}`,
        sourceClient: hasFirst ? own.sourceClient : null
      })),
      smartGroups: groups.map((name) => ({
        name,
        filter: {
          text: draw(oddName),
          states: draw(fc.uniqueArray(fc.constantFrom(...CLIENT_STATES), { maxLength: 2 })),
          units: draw(fc.subarray(paths)),
          repositories: draw(fc.subarray(REPOSITORIES))
        }
      }))
    })
  })
