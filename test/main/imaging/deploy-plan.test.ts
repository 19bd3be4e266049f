import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDeployPlans } from '#main/imaging/deploy-plan.ts'
import type { PartitionInput } from '#shared/contract/inputs.ts'
import { noTargetReason, targetDoubts } from '#shared/domain/deploy-targets.ts'
import { comparedSizes } from '#shared/domain/sizes.ts'
import { macOf, testInventory } from '../../support/inventory.ts'

const GB = 1024 * 1024
const IMAGE_ID = '01936caf-facb-72ad-9446-97e7dbf2b96a'

const row = (partition: number, code: string, sizeKb: number, fileSystem = 'EXT4'): PartitionInput => ({
  disk: 1,
  partition,
  code,
  fileSystem,
  sizeKb,
  usagePercent: 0,
  system: ''
})
const table = (code: string) => row(0, code, 500 * GB, '')

/** A classroom with these partition tables, and an image of a partition of 100 GB. */
function classroom(layouts: readonly PartitionInput[][], room: object = {}) {
  const { tables } = testInventory({
    repositories: [{ name: 'Repositorio 1', ip: '192.168.68.55' }],
    units: [
      {
        type: 'centre',
        name: 'Centro',
        multicastPort: 9002,
        units: [
          {
            type: 'classroom',
            name: 'Aula',
            ...room,
            clients: layouts.map((partitions, index) => ({
              name: `pc${index}`,
              mac: macOf(index + 1),
              ip: `10.1.${index >> 7}.${(index & 127) + 1}`,
              partitions
            }))
          }
        ]
      }
    ],
    images: [
      {
        id: IMAGE_ID,
        name: 'image-test',
        repository: 'Repositorio 1',
        sourceDisk: 1,
        sourcePartition: 2,
        partitionCode: '83',
        sourceSizeKb: 100 * GB,
        fullsum: '0'.repeat(32)
      }
    ]
  })
  const ids = tables.clients.all().map(({ id }) => id)
  return { tables, ids, plans: createDeployPlans(tables) }
}

test('computers laid out alike are one group, with the place that the image is from', () => {
  const usual = [table('1'), row(1, '7', 50 * GB, 'NTFS'), row(2, '83', 200 * GB)]
  const { plans, ids } = classroom([
    usual,
    // Not the same to the byte, but sold as the same.
    [table('1'), row(1, '7', 50 * GB + 9, 'NTFS'), row(2, '83', 200 * GB - 9)],
    [table('1'), row(1, '7', 50 * GB, 'NTFS'), row(2, '83', 90 * GB)],
    [table('2'), row(1, '8300', 200 * GB), row(2, 'ca00', 200 * GB, 'CACHE')],
    []
  ])
  const { groups, unknown } = plans.plan(IMAGE_ID, ids)
  expect(unknown).toEqual([ids[4]])
  expect(groups.map(({ clientIds }) => clientIds)).toEqual([[ids[0], ids[1]], [ids[2]], [ids[3]]])
  expect(groups[0]).toMatchObject({
    disks: [{ disk: 1, table: '1' }],
    partitions: [
      { partition: 1, reason: 'too-small' },
      { partition: 2, reason: null, doubts: [], sizeKb: 200 * GB - 9 }
    ],
    suggested: { disk: 1, partition: 2 }
  })
  expect(groups[1]!.suggested).toBeNull()
  // Another number, and another table: the only one that it fits on all the same, and what may come of it.
  expect(groups[2]).toMatchObject({
    partitions: [
      { partition: 1, reason: null, doubts: ['other-table'] },
      { partition: 2, reason: 'cache' }
    ],
    suggested: { disk: 1, partition: 1 }
  })
})

test('whatever the disks are, every computer is in one group, and the group speaks for each of its members', () => {
  const partition = fc.record({
    number: fc.integer({ min: 1, max: 4 }),
    code: fc.constantFrom('83', '7', '82', 'ca', '0', '5'),
    size: fc.integer({ min: 90 * GB, max: 110 * GB }),
    fileSystem: fc.constantFrom('EXT4', 'NTFS', 'EMPTY')
  })
  const layout = fc
    .uniqueArray(partition, { selector: ({ number }) => number, maxLength: 4 })
    .map((rows) => rows.map(({ number, code, size, fileSystem }) => row(number, code, size, fileSystem)))
    .map((rows) => [table('1'), ...rows.sort((one, other) => one.partition - other.partition)])
  fc.assert(
    fc.property(fc.array(layout, { minLength: 1, maxLength: 8 }), (layouts) => {
      const { plans, ids, tables } = classroom(layouts)
      const image = tables.images.get(IMAGE_ID)!
      const { groups, unknown } = plans.plan(IMAGE_ID, ids)
      const seen = [...groups.flatMap(({ clientIds }) => clientIds), ...unknown]
      expect([...seen].sort((one, other) => one - other)).toEqual(ids)
      for (const { clientIds, partitions, suggested } of groups) {
        for (const id of clientIds) {
          for (const { disk, partition: number, reason, sizeKb } of partitions) {
            const own = tables.partitions.get(id, disk, number)!
            expect(noTargetReason(own, image)).toBe(reason)
            expect(own.sizeKb).toBeGreaterThanOrEqual(sizeKb)
          }
          expect(tables.partitions.ofClient(id).length).toBe(partitions.length + 1)
        }
        const place = partitions.find(({ partition: number }) => number === suggested?.partition)
        expect(place?.reason ?? null).toBeNull()
      }
    }),
    { numRuns: 60 }
  )
})

test('how images travel comes from the classroom, and from above where it says nothing', () => {
  const { plans, ids } = classroom([[], []], { multicastAddress: '239.194.2.1', p2pMode: 'peer' })
  expect(plans.defaults(ids)).toEqual({
    units: ['Aula'],
    multicastAddress: '239.194.2.1',
    multicastPort: 9002,
    multicastMode: null,
    multicastSpeed: null,
    p2pMode: 'peer',
    p2pTime: null
  })
})

test('the same type in the spelling of either table is the same', () => {
  const origin = { partitionCode: '7' }
  expect(targetDoubts({ code: '700' }, '2', origin)).toEqual(['other-table'])
  expect(targetDoubts({ code: '7' }, '1', origin)).toEqual([])
  expect(targetDoubts({ code: '83' }, '1', origin)).toEqual(['other-type'])
  expect(targetDoubts({ code: '83' }, null, { partitionCode: '' })).toEqual([])
})

test('sizes that are compared read differently', () => {
  expect(comparedSizes(90 * GB, 100 * GB)).toEqual(['90 GB', '100 GB'])
  expect(comparedSizes(100 * GB - 1024, 100 * GB)).toEqual(['102399 MB', '102400 MB'])
  expect(comparedSizes(100 * GB - 1, 100 * GB)).toEqual(['104857599 KB', '104857600 KB'])
  expect(comparedSizes(500 * 1024, 2 * GB)).toEqual(['500 MB', '2048 MB'])
})
