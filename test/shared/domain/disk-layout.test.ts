/** Plans for disks: whatever is done to one, nothing is lost that is not marked. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planProblems } from '#shared/domain/disk-checks.ts'
import {
  added,
  borderLimits,
  cached,
  dragged,
  gapsOf,
  marked,
  refiled,
  removed,
  resized,
  retabled,
  retyped,
  settled,
  untouched
} from '#shared/domain/disk-edits.ts'
import {
  changesDisk,
  DISK_TABLES,
  fatesOf,
  freeKb,
  isExtended,
  isSpace,
  knownDisks,
  layoutOf,
  logicalPartitions,
  lossesOf,
  lostByOrder,
  planOf,
  roomKb,
  startsOf,
  topPartitions,
  type DiskPlan,
  type KnownDisk
} from '#shared/domain/disk-layout.ts'
import { DISK_TEMPLATES, fromTemplate } from '#shared/domain/disk-templates.ts'
import { belongsTo, codesOf, fileSystemsOf, translatedCode } from '#shared/domain/disk-types.ts'
import { diskLayoutInput } from '#shared/contract/orders.ts'
import { edited, edits, partitionNumber as number, sizeKb as size } from '../../support/disk-edits.ts'
import { anyDisk, disk } from '../../support/disks.ts'

const MIB = 1024
const GIB = 1024 * MIB
const CLASSROOM = disk('GPT', 953_869, [
  [1, 'ef00', 'FAT32', 100],
  [2, 'c01', 'EMPTY', 16],
  [3, '700', 'NTFS', 512_000, 'Windows 11 Pro 64 bits'],
  [4, '2700', 'NTFS', 750],
  [5, '8300', 'EXT4', 441_000, 'Debian GNU/Linux 12 (bookworm)']
])
const OLD = disk('MSDOS', 476_940, [
  [1, '7', 'NTFS', 204_800, 'Windows 10'],
  [2, '83', 'EXT4', 153_600, 'Linux Mint 21.3'],
  [3, '82', 'LINUX-SWAP', 8192],
  [4, 'ca', 'CACHE', 110_346]
])
const LOGICAL = disk('MSDOS', 100_002, [
  [1, '7', 'NTFS', 40_000],
  [2, '5', 'EMPTY', 60_000],
  [5, '83', 'EXT4', 50_000],
  [6, '82', 'LINUX-SWAP', 4000]
])

const codesOfProblems = (plan: DiskPlan, known: KnownDisk) =>
  planProblems(plan, known).map(({ code, partition }) => (partition === null ? code : `${code} ${partition}`))
const sizes = (plan: DiskPlan) =>
  plan.partitions.map(({ partition, sizeKb, code }) => `${partition}:${code}:${sizeKb / MIB}`)
const markedOf = (plan: DiskPlan) =>
  plan.partitions.filter(({ format }) => format).map(({ partition }) => partition)

describe('whatever is done', () => {
  test('what is not marked keeps number, place, size and kind, and is never sent to be formatted', () => {
    fc.assert(
      fc.property(anyDisk, edits, (known, list) => {
        const plan = edited(known, list)
        expect(codesOfProblems(plan, known).filter((problem) => problem.startsWith('unmarked'))).toEqual([])
        const [now, before] = [startsOf(plan), startsOf(planOf(known))]
        const { partitions } = layoutOf(plan, known)
        const sent = partitions.filter(({ format }) => format).map(({ partition }) => partition)
        expect(markedOf(plan)).toEqual(expect.arrayContaining(sent))
        const kept = plan.partitions.filter((row) => !row.format && !isSpace(row) && !isExtended(row))
        for (const { partition, code: type, fileSystem, sizeKb } of kept) {
          const row = { partition, code: type, fileSystem, sizeKb }
          expect(known.partitions).toContainEqual(expect.objectContaining(row))
          expect(plan.table).toBe(known.table)
          expect(now.get(partition)).toBe(before.get(partition))
        }
        expect(lostByOrder(layoutOf(plan, known), known)).toBeNull()
      })
    )
  })

  test('the order is one that the contract takes, and names every number that was there', () => {
    fc.assert(
      fc.property(anyDisk, edits, fc.boolean(), (known, list, other) => {
        const plan = edited(known, list)
        const order = layoutOf(plan, known, other ? [CLASSROOM] : [])
        expect(diskLayoutInput.parse(order)).toEqual(order)
        const numbers = order.partitions.map(({ partition }) => partition)
        expect(numbers).toEqual([...new Set(numbers)].sort((one, two) => one - two))
        for (const { partition } of [...known.partitions, ...(other ? CLASSROOM.partitions : [])])
          expect(numbers).toContain(partition)
        const cache = plan.cacheKb === null ? known.cache : null
        expect(numbers).toEqual(expect.arrayContaining(cache ? [cache.partition] : []))
      })
    )
  })

  test('every partition that was there is kept, formatted or removed, and said so', () => {
    fc.assert(
      fc.property(anyDisk, edits, (known, list) => {
        const plan = edited(known, list)
        const told = fatesOf(plan, known).map(({ row, fate }) => {
          const own = plan.partitions.find(({ partition }) => partition === row.partition)
          const cache = row === known.cache
          const same = cache
            ? plan.cacheKb === row.sizeKb && plan.table === known.table
            : own?.format === false && own.sizeKb === row.sizeKb && own.code === row.code
          const gone = cache ? plan.cacheKb === null : !own || isSpace(own) || isExtended(own)
          return [fate, gone ? 'removed' : same ? 'kept' : 'formatted']
        })
        for (const [fate, expected] of told) expect(fate).toBe(expected)
      })
    )
  })

  test('a plan is settled, and no number is there twice', () => {
    fc.assert(
      fc.property(anyDisk, edits, (known, list) => {
        const plan = edited(known, list)
        expect(settled(plan, known)).toEqual(plan)
        expect(codesOfProblems(plan, known).join()).not.toContain('duplicate-number')
      })
    )
  })
})

describe('a border that is dragged', () => {
  test('moves room between two neighbours and leaves everybody else alone', () => {
    fc.assert(
      fc.property(anyDisk, edits, number, size, (known, list, partition, kb) => {
        const before = edited(known, list)
        const after = dragged(before, known, partition, kb)
        const changed = after.partitions.filter((row) => {
          const was = before.partitions.find((own) => own.partition === row.partition)
          return was?.sizeKb !== row.sizeKb
        })
        expect(changed.length).toBeLessThanOrEqual(2)
        for (const row of changed) expect(row.sizeKb).toBeGreaterThan(0)
        const { least, most } = borderLimits(before, known, partition)
        for (const own of after.partitions.filter((row) => row.partition === partition)) {
          expect(own.sizeKb).toBeGreaterThanOrEqual(least)
          expect(own.sizeKb).toBeLessThanOrEqual(most)
        }
        expect(freeKb(after, known)).toBeGreaterThanOrEqual(Math.min(0, freeKb(before, known)))
        const moved = new Set(changed.map((row) => row.partition))
        const inside = new Set(logicalPartitions(before).map((row) => row.partition))
        const others = before.partitions.filter(
          (row) => !row.format && !isSpace(row) && !moved.has(row.partition) && !inside.has(row.partition)
        )
        expect(after.partitions).toEqual(expect.arrayContaining(others))
      })
    )
  })

  test('lies on a whole MiB, unless the room that there is ends elsewhere', () => {
    const plan = dragged(untouched(CLASSROOM), CLASSROOM, 3, 400_000 * MIB + 700)
    expect(sizes(plan).slice(2, 4)).toEqual(['3:700:400001', '4:2700:112749'])
    expect(markedOf(plan)).toEqual([3, 4])
    expect(sizes(dragged(plan, CLASSROOM, 3, 1e12))[2]).toBe('3:700:512749')
    expect(sizes(dragged(plan, CLASSROOM, 3, 0))[2]).toBe('3:700:1')
    expect(dragged(plan, CLASSROOM, 9, 1)).toBe(plan)
  })

  test('of an extended partition stops at what is inside; logical ones move with its beginning', () => {
    const plan = untouched(LOGICAL)
    expect(borderLimits(plan, LOGICAL, 2)).toEqual({ least: 54_000 * MIB, most: 60_000 * MIB })
    expect(markedOf(dragged(plan, LOGICAL, 2, 0))).toEqual([])
    expect(markedOf(dragged(plan, LOGICAL, 1, 41_000 * MIB))).toEqual([1, 5, 6])
    expect(borderLimits(plan, LOGICAL, 6).most).toBe(10_000 * MIB)
  })
})

describe('a size that is typed', () => {
  test('takes from the next one where something behind is kept, else all behind it moves along', () => {
    const kept = resized(untouched(CLASSROOM), CLASSROOM, 3, 400_000 * MIB)
    expect(sizes(kept).slice(2)).toEqual(['3:700:400000', '4:2700:112750', '5:8300:441000'])
    expect(markedOf(kept)).toEqual([3, 4])
    const all = [4, 5].reduce((plan, own) => marked(plan, CLASSROOM, own, true), untouched(CLASSROOM))
    const moved = resized(all, CLASSROOM, 3, 400_000 * MIB)
    expect(sizes(moved).slice(2)).toEqual(['3:700:400000', '4:2700:750', '5:8300:441000'])
    expect(codesOfProblems(resized(all, CLASSROOM, 3, 600_000 * MIB), CLASSROOM)).toContain('over-disk')
  })

  test('never touches a kept partition but the next one', () => {
    fc.assert(
      fc.property(anyDisk, number, size, (known, partition, kb) => {
        const before = untouched(known)
        const touched = markedOf(resized(before, known, partition, kb))
        const own = before.partitions.find((row) => row.partition === partition)
        const inside = own && isExtended(own) ? [] : logicalPartitions(before).map((row) => row.partition)
        const container = inside.includes(partition) ? logicalPartitions(before) : topPartitions(before)
        const at = container.findIndex((row) => row.partition === partition)
        const next = container[at + 1]
        const allowed = [partition, next?.partition, ...(next && isExtended(next) ? inside : [])]
        for (const one of touched) expect(allowed).toContain(one)
      })
    )
  })
})

describe('a partition that is taken out', () => {
  test('leaves its room where something behind it is kept, and moves nobody', () => {
    const plan = removed(untouched(CLASSROOM), CLASSROOM, 3)
    expect(sizes(plan)[2]).toBe('3:0:512000')
    expect(markedOf(plan)).toEqual([])
    expect(layoutOf(plan, CLASSROOM).partitions[2]).toMatchObject({ partition: 3, code: '0', format: false })
    expect(planProblems(plan, CLASSROOM)).toEqual([])
    fc.assert(
      fc.property(anyDisk, edits, number, (known, list, partition) => {
        const before = edited(known, list)
        expect(markedOf(before)).toEqual(expect.arrayContaining(markedOf(removed(before, known, partition))))
      })
    )
  })

  test('the last one goes altogether, and its number is dropped', () => {
    const plan = removed(untouched(CLASSROOM), CLASSROOM, 5)
    expect(plan.partitions).toHaveLength(4)
    expect(layoutOf(plan, CLASSROOM).partitions[4]).toEqual({
      partition: 5,
      code: '0',
      fileSystem: 'EMPTY',
      sizeKb: 0,
      format: false
    })
    const none = [4, 3, 2, 1].reduce((left, own) => removed(left, CLASSROOM, own), plan)
    expect(none.partitions).toEqual([])
    expect(freeKb(none, CLASSROOM)).toBe(roomKb(CLASSROOM))
  })

  test('an extended one goes with what is inside', () => {
    expect(sizes(removed(untouched(LOGICAL), LOGICAL, 2))).toEqual(['1:7:40000'])
    expect(layoutOf(removed(untouched(LOGICAL), LOGICAL, 2), LOGICAL).partitions).toHaveLength(4)
  })
})

describe('a partition that is added', () => {
  test('fills a gap, and nobody gives way', () => {
    fc.assert(
      fc.property(anyDisk, edits, fc.nat(3), (known, list, index) => {
        const before = edited(known, list)
        const gap = gapsOf(before, known)[index]
        if (!gap) return
        const after = added(before, known, gap, '8300')
        const own = before.partitions.filter((row) => !isSpace(row))
        expect(after.partitions).toEqual(expect.arrayContaining(own))
        expect(after.partitions.filter((row) => !isSpace(row))).toHaveLength(own.length + 1)
      })
    )
  })

  test('inside an extended one it gets the next number from 5', () => {
    const [gap] = gapsOf(untouched(LOGICAL), LOGICAL)
    expect(gap).toEqual({ kind: 'extended', sizeKb: 6000 * MIB })
    expect(sizes(added(untouched(LOGICAL), LOGICAL, gap!, '83')).at(-1)).toBe('7:83:6000')
  })
})

test('a type brings a file system that fits, and marks', () => {
  const plan = retyped(untouched(CLASSROOM), CLASSROOM, 3, '8300')
  expect(plan.partitions[2]).toMatchObject({ code: '8300', fileSystem: 'EXT4', format: true })
  expect(marked(plan, CLASSROOM, 3, false)).toEqual(plan)
  expect(retyped(plan, CLASSROOM, 3, '700')).toMatchObject({ partitions: { 2: { fileSystem: 'NTFS' } } })
  expect(retyped(plan, CLASSROOM, 3, '8300')).toBe(plan)
  const swap = layoutOf(refiled(plan, CLASSROOM, 3, 'EMPTY'), CLASSROOM).partitions[2]
  expect(swap).toMatchObject({ fileSystem: 'EMPTY', format: false })
})

describe('the cache', () => {
  test('lies at the end, is kept with its size, and lost with another', () => {
    expect(OLD.partitions).toHaveLength(3)
    const plan = untouched(OLD)
    expect(plan.cacheKb).toBe(110_346 * MIB)
    expect(fatesOf(plan, OLD).map(({ fate }) => fate)).toEqual(['kept', 'kept', 'kept', 'kept'])
    const smaller = cached(plan, OLD, 50 * GIB)
    expect(fatesOf(smaller, OLD).at(-1)).toMatchObject({ fate: 'formatted', row: { partition: 4 } })
    const none = cached(plan, OLD, null)
    expect(fatesOf(none, OLD).at(-1)?.fate).toBe('removed')
    expect(layoutOf(none, OLD)).toMatchObject({
      cacheKb: null,
      partitions: { 3: { partition: 4, code: '0' } }
    })
    expect(changesDisk(cached(none, OLD, 110_346 * MIB), OLD)).toBe(false)
  })

  test('takes its room from the last partition only where that one is formatted anyway', () => {
    const kept = cached(untouched(CLASSROOM), CLASSROOM, 50 * GIB)
    expect(markedOf(kept)).toEqual([])
    expect(codesOfProblems(kept, CLASSROOM)).toContain('over-disk')
    const plan = cached(marked(untouched(CLASSROOM), CLASSROOM, 5, true), CLASSROOM, 50 * GIB)
    expect(planProblems(plan, CLASSROOM)).toEqual([])
    expect(freeKb(plan, CLASSROOM)).toBeLessThan(MIB)
    expect(codesOfProblems(cached(plan, CLASSROOM, 1000 * GIB), CLASSROOM)).toEqual(['cache-too-large'])
  })
})

describe('another table', () => {
  test('translates the types that have a counterpart, and marks everything', () => {
    const plan = retabled(untouched(OLD), OLD, 'GPT')
    expect(plan.partitions.map(({ code: type }) => type)).toEqual(['700', '8300', '8200'])
    expect(markedOf(plan)).toEqual([1, 2, 3])
    expect(fatesOf(plan, OLD).map(({ fate }) => fate)).toEqual([
      'formatted',
      'formatted',
      'formatted',
      'formatted'
    ])
    expect(sizes(retabled(untouched(LOGICAL), LOGICAL, 'GPT'))).toEqual([
      '1:700:40000',
      '2:8300:50000',
      '3:8200:4000'
    ])
    expect(codesOfProblems(retabled(untouched(CLASSROOM), CLASSROOM, 'MSDOS'), CLASSROOM)).toEqual([
      'type-not-in-table 2',
      'logical-without-extended 5'
    ])
  })

  test('there and back, a code is the same again', () => {
    for (const table of DISK_TABLES)
      for (const type of codesOf(table)) {
        expect(belongsTo(type, table)).toBe(true)
        const [fileSystem] = fileSystemsOf(type)
        const other = table === 'GPT' ? 'MSDOS' : 'GPT'
        const there = translatedCode(type, other, fileSystem!)
        expect(there === type || belongsTo(there, other)).toBe(true)
        expect(translatedCode(there, table, fileSystem!)).toBe(type)
      }
  })

  test('is said to be one that the order cannot name, where no type tells', () => {
    const linux = fromTemplate('linux', { ...untouched(OLD), table: 'GPT', cacheKb: null }, OLD)
    expect(codesOfProblems(linux, OLD)).toEqual(['table-doubtful'])
    const plain = removed(linux, OLD, 1)
    expect(codesOfProblems(plain, OLD)).toEqual(['table-untold', 'efi-missing'])
    expect(codesOfProblems(retyped(plain, OLD, 3, 'ef02'), OLD)).toEqual(['efi-missing'])
    const efi = { partition: 1, code: 'ef', fileSystem: 'FAT32', sizeKb: 500 * MIB, format: true }
    const oneEfi: DiskPlan = { table: 'MSDOS', partitions: [efi], cacheKb: null }
    expect(codesOfProblems(oneEfi, OLD)).toEqual(['table-doubtful'])
    const blank = disk('', 100_000, [])
    expect(codesOfProblems(fromTemplate('linux', untouched(blank), blank), blank)).toEqual(['table-doubtful'])
    expect(codesOfProblems(fromTemplate('windows', untouched(blank), blank), blank)).toEqual([])
  })
})

describe('templates', () => {
  test('fit every disk and fill it, in both tables', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DISK_TEMPLATES),
        fc.constantFrom(...DISK_TABLES),
        fc.integer({ min: 300, max: 2_000_000 }),
        (template, table, mib) => {
          const known = disk(table, mib, [])
          const plan = fromTemplate(template, untouched(known), known)
          const errors = planProblems(plan, known).filter(({ severity }) => severity === 'error')
          expect(errors).toEqual([])
          expect(freeKb(plan, known)).toBeLessThan(plan.partitions.length * MIB)
          expect(markedOf(plan)).toHaveLength(plan.partitions.length)
        }
      )
    )
  })

  test('leave the cache as it is', () => {
    const plan = fromTemplate('windows-linux', untouched(OLD), OLD)
    expect(fatesOf(plan, OLD).at(-1)?.fate).toBe('kept')
    expect(planProblems(plan, OLD)).toEqual([])
  })
})

describe('what is wrong is named', () => {
  const base = untouched(CLASSROOM)
  const withRow = (change: Partial<DiskPlan['partitions'][number]>, index = 2): DiskPlan => ({
    ...base,
    partitions: base.partitions.map((row, at) => (at === index ? { ...row, ...change } : row))
  })
  test.each([
    ['nothing', base, ['unchanged']],
    ['a number twice', withRow({ partition: 2, format: true }), ['duplicate-number 2']],
    ['too small', withRow({ sizeKb: 1000, format: true }), ['too-small 3']],
    ['another size without a mark', withRow({ sizeKb: 500 * GIB - MIB }), ['unmarked-resized 3']],
    ['another type without a mark', withRow({ code: '8300', fileSystem: 'EXT4' }), ['unmarked-type 3']],
    ['another file system without a mark', withRow({ fileSystem: 'EXFAT' }), ['unmarked-file-system 3']],
    [
      'a file system that does not fit',
      withRow({ fileSystem: 'EXT4', format: true }),
      ['file-system-unfit 3']
    ],
    ['a type of the other table', withRow({ code: '7', format: true }), ['type-not-in-table 3']],
    ['a cache larger than the disk', { ...base, cacheKb: 1e12 }, ['cache-too-large']],
    ['more than the disk', { ...base, cacheKb: GIB }, ['over-disk']],
    ['no EFI partition', withRow({ code: '8300', fileSystem: 'EXT4', format: true }, 0), ['efi-missing']],
    ['an EFI partition that is too small', withRow({ sizeKb: 50 * MIB, format: true }, 0), ['efi-unfit 1']],
    [
      'FAT32 where there is no room for its clusters',
      withRow({ sizeKb: 32 * MIB, format: true }, 0),
      ['file-system-too-small 1']
    ],
    [
      'FAT32 on more than it can count',
      withRow({ code: '700', fileSystem: 'FAT32', sizeKb: 3000 * GIB, format: true }),
      ['file-system-too-large 3']
    ],
    [
      'XFS on less than it takes',
      withRow({ code: '8300', fileSystem: 'XFS', sizeKb: 200 * MIB, format: true }),
      ['file-system-too-small 3']
    ]
  ])('%s', (_what, plan, expected) => {
    expect(codesOfProblems(plan, CLASSROOM)).toEqual(expect.arrayContaining(expected))
  })

  test('on MSDOS: primary, extended and logical partitions, and two TiB', () => {
    const base = untouched(LOGICAL)
    const row = (partition: number, type = '83', mib = 1000) => ({
      partition,
      code: type,
      fileSystem: type === '5' ? 'EMPTY' : 'EXT4',
      sizeKb: mib * MIB,
      format: type !== '5'
    })
    const of = (...partitions: DiskPlan['partitions']) =>
      codesOfProblems({ table: 'MSDOS', partitions, cacheKb: null }, LOGICAL)
    expect(of(row(1), row(5))).toEqual(['logical-without-extended 5'])
    expect(of(row(1, '5'), row(2, '5'), row(5, '83', 10))).toEqual(['too-many-extended 2'])
    expect(of(row(1, '5'), row(5, '83', 2000))).toEqual(['over-extended 1'])
    expect(of(row(1, '5', 5000), row(6), row(7))).toEqual(['logical-gap 6'])
    expect(of(row(1), row(2), row(3), row(4, '5', 5000), row(5), row(6))).toEqual([])
    expect(codesOfProblems({ ...base, cacheKb: GIB }, LOGICAL)).toContain('over-disk')
    const full = { ...base, partitions: [row(1), row(2), row(3), row(4)], cacheKb: MIB }
    expect(codesOfProblems(full, LOGICAL)).toEqual(['too-many-primary'])
    const large = disk('MSDOS', 4_000_000, [])
    const beyond = { ...untouched(large), partitions: [row(1, '83', 2_097_152), row(2)] }
    expect(codesOfProblems(beyond, large)).toEqual(['beyond-msdos 2'])
  })

  test('a kept partition whose place nobody can know', () => {
    const holed = disk('GPT', 200_000, [
      [1, 'ef00', 'FAT32', 512],
      [3, '8300', 'EXT4', 100_000]
    ])
    const plan = marked(untouched(holed), holed, 1, true)
    expect(codesOfProblems(plan, holed)).toEqual(['place-unknown 3'])
    expect(codesOfProblems(marked(plan, holed, 3, true), holed)).toEqual([])
  })

  test('what cannot be kept on another computer’s disk', () => {
    const plan = marked(untouched(CLASSROOM), CLASSROOM, 3, true)
    const other = disk('GPT', 953_869, [
      [1, 'ef00', 'FAT32', 100],
      [2, 'c01', 'EMPTY', 16],
      [3, '700', 'NTFS', 400_000],
      [4, '2700', 'NTFS', 750],
      [5, '8300', 'EXT4', 441_000]
    ])
    expect(codesOfProblems(plan, other)).toEqual(['unmarked-moved 4', 'unmarked-moved 5'])
    expect(lostByOrder(layoutOf(plan, CLASSROOM), other)).toBe(4)
    expect(lostByOrder(layoutOf(plan, CLASSROOM), CLASSROOM)).toBeNull()
    const fewer = disk('GPT', 953_869, [[1, 'ef00', 'FAT32', 100]])
    expect(codesOfProblems(plan, fewer)).toEqual(['unmarked-new 4', 'unmarked-new 5'])
    expect(lostByOrder(layoutOf(plan, CLASSROOM), fewer)).toBe(4)
    expect(lossesOf(plan, other).get(3)).toBe('resized')
  })
})

test('the rows of a computer with two disks, in any order and spelling', () => {
  const row = (number: number, partition: number, type: string, sizeKb: number) => ({
    disk: number,
    partition,
    code: type,
    fileSystem: '',
    sizeKb,
    usagePercent: 0,
    system: ''
  })
  const disks = knownDisks([row(2, 1, '0x83', 50), row(1, 0, '2', 10), row(2, 0, '1', 20)])
  expect(disks.map(({ disk: own, table, sizeKb }) => [own, table, sizeKb])).toEqual([
    [1, 'GPT', 10],
    [2, 'MSDOS', 50]
  ])
  expect(disks[1]!.partitions[0]).toMatchObject({ code: '83', fileSystem: 'EMPTY' })
  expect(knownDisks([row(1, 0, '3', 10)])[0]!.table).toBeNull()
})
