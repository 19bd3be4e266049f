/** Disks as computers report them, for the tests of what is planned for them. */
import fc from 'fast-check'
import { knownDisks, type DiskTable, type KnownDisk } from '#shared/domain/disk-layout.ts'
import type { PartitionFacts } from '#shared/domain/partition-changes.ts'

const MIB = 1024
type Row = readonly [partition: number, code: string, fileSystem: string, mib: number, system?: string]

/** A disk with these partitions, sizes in MiB. */
export function disk(table: DiskTable | '', mib: number, rows: readonly Row[]): KnownDisk {
  const code = { MSDOS: '1', GPT: '2', '': '0' }[table]
  const row = (
    partition: number,
    code: string,
    fileSystem: string,
    size: number,
    system = ''
  ): PartitionFacts => ({
    disk: 1,
    partition,
    code,
    fileSystem,
    sizeKb: size * MIB,
    usagePercent: 10,
    system
  })
  return knownDisks([row(0, code, '', mib), ...rows.map((own) => row(...own))])[0]!
}

const KINDS = {
  GPT: [
    ['ef00', 'FAT32'],
    ['8300', 'EXT4'],
    ['700', 'NTFS'],
    ['8200', 'LINUX-SWAP'],
    ['c01', 'EMPTY'],
    ['0', 'EMPTY']
  ],
  MSDOS: [
    ['83', 'EXT4'],
    ['7', 'NTFS'],
    ['82', 'LINUX-SWAP'],
    ['0', 'EMPTY']
  ]
} as const

/** Any disk that a computer may report: with gaps in its numbers, free room, an extended partition, a cache. */
export const anyDisk: fc.Arbitrary<KnownDisk> = fc
  .record({
    table: fc.constantFrom<DiskTable[]>('MSDOS', 'GPT'),
    sizes: fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 4 }),
    kinds: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    skipped: fc.integer({ min: 0, max: 3 }),
    logical: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }),
    cache: fc.option(fc.integer({ min: 1, max: 3000 })),
    free: fc.integer({ min: 0, max: 4000 })
  })
  .map(({ table, sizes, kinds, skipped, logical, cache, free }) => {
    const kind = (index: number) => KINDS[table][kinds[index]! % KINDS[table].length]!
    const extended = table === 'MSDOS' && sizes.length > 1 && logical.length > 0
    const rows: Row[] = sizes.map((mib, index) => [index + 1, ...kind(index), mib])
    if (extended) rows[sizes.length - 1] = [sizes.length, '5', 'EMPTY', 500]
    const gone = rows.length > 2 && skipped > 0 && skipped < rows.length ? skipped : 0
    const left = rows.filter(([partition]) => partition !== gone)
    if (cache !== null && (table === 'GPT' || sizes.length < 4))
      left.push([sizes.length + 1, table === 'GPT' ? 'ca00' : 'ca', 'CACHE', cache])
    const taken = left.reduce((sum, [, , , mib]) => sum + mib, 0)
    if (extended) left.push(...logical.map((mib, index): Row => [5 + index, '83', 'EXT4', mib]))
    return disk(table, taken + free + 2, left)
  })
