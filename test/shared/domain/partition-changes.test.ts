/** What has changed between two partition tables. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionChanges, type PartitionFacts } from '#shared/domain/partition-changes.ts'

const row = (partition: number, change: Partial<PartitionFacts> = {}): PartitionFacts => ({
  disk: 1,
  partition,
  code: partition === 0 ? '2' : '8300',
  fileSystem: partition === 0 ? '' : 'EXT4',
  sizeKb: 1000,
  usagePercent: 10,
  system: '',
  ...change
})
const BEFORE = [row(0), row(1), row(2, { system: 'Windows 10' })]

test.each([
  ['nothing', BEFORE, []],
  ['a word for nothing', [row(0, { fileSystem: 'EMPTY' }), ...BEFORE.slice(1)], []],
  ['a little more in use', [row(0), row(1, { usagePercent: 19 }), BEFORE[2]!], []],
  ['much more in use', [row(0), row(1, { usagePercent: 20 }), BEFORE[2]!], [['usage', 1, 10, 20]]],
  [
    'another system on a larger partition',
    [row(0), row(1), row(2, { system: 'Windows 11', sizeKb: 2000 })],
    [
      ['resized', 2, 1000, 2000],
      ['system', 2, 'Windows 10', 'Windows 11']
    ]
  ],
  [
    'a disk that was made anew',
    [row(0, { code: '1' }), row(1, { code: '83', fileSystem: 'NTFS' }), row(3)],
    [
      ['table', 0, '2', '1'],
      ['type', 1, '8300', '83'],
      ['file-system', 1, 'EXT4', 'NTFS'],
      ['removed', 2, 1000, null],
      ['added', 3, null, 1000]
    ]
  ]
])('%s', (_what, after, expected) => {
  const changes = partitionChanges(BEFORE, after)
  expect(changes.map(({ kind, partition, from, to }) => [kind, partition, from, to])).toEqual(expected)
})

test('a disk that comes or goes is one change', () => {
  const second = [row(0, { disk: 2, sizeKb: 5 }), row(1, { disk: 2 })]
  expect(partitionChanges(BEFORE, [...BEFORE, ...second])).toEqual([
    { kind: 'disk-added', disk: 2, partition: 0, from: null, to: 5 }
  ])
  expect(partitionChanges([...BEFORE, ...second], BEFORE)).toEqual([
    { kind: 'disk-removed', disk: 2, partition: 0, from: 5, to: null }
  ])
})

const tables = fc.uniqueArray(
  fc.record({
    disk: fc.integer({ min: 1, max: 3 }),
    partition: fc.integer({ min: 0, max: 4 }),
    code: fc.constantFrom('83', '7'),
    fileSystem: fc.constantFrom('EXT4', 'EMPTY'),
    sizeKb: fc.integer({ min: 1, max: 3 }),
    usagePercent: fc.constantFrom(0, 50),
    system: fc.constantFrom('', 'Debian')
  }),
  { selector: ({ disk, partition }) => `${disk}.${partition}` }
)

test('a table does not differ from itself, in any order; two that differ do so both ways', () => {
  fc.assert(
    fc.property(tables, tables, (one, other) => {
      expect(partitionChanges(one, [...one.slice(1), ...one.slice(0, 1)])).toEqual([])
      const there = partitionChanges(one, other)
      const back = partitionChanges(other, one)
      expect(back).toHaveLength(there.length)
      expect(back.map(({ from, to }) => [to, from])).toEqual(there.map(({ from, to }) => [from, to]))
    })
  )
})
