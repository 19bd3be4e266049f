import { expect, test } from 'vitest'
import type { Partition } from '#shared/contract/rows.ts'
import { disksOf } from '../../../src/renderer/components/client/diskParts.ts'

const row = (disk: number, partition: number, sizeKb: number): Partition => ({
  id: disk * 100 + partition,
  clientId: 1,
  disk,
  partition,
  code: '83',
  fileSystem: 'EXT4',
  sizeKb,
  usagePercent: 0,
  system: ''
})

test('a tiny partition keeps its true share', () => {
  const [disk] = disksOf([row(1, 0, 524_288_000), row(1, 1, 1024), row(1, 2, 524_284_928)])
  expect(disk!.parts.map((part) => part.partition)).toEqual([1, 2])
  expect(disk!.parts[0]!.share).toBeCloseTo(0.000_002, 6)
  expect(disk!.parts[1]!.share).toBeGreaterThan(0.999)
})

test('what no partition takes is a part of its own, gaps of alignment are not', () => {
  const [half, gap] = disksOf([row(1, 0, 1000), row(1, 1, 500), row(2, 0, 1000), row(2, 1, 998)])
  expect(half!.parts.at(-1)).toMatchObject({ partition: 0, row: null, share: 0.5 })
  expect(gap!.parts).toHaveLength(1)
})

test('a disk is never smaller than its partitions, and needs no row of its own', () => {
  const [disk] = disksOf([row(1, 2, 600), row(1, 1, 400)])
  expect(disk!.sizeKb).toBe(1000)
  expect(disk!.parts.map((part) => part.share)).toEqual([0.4, 0.6])
})

test('no partitions, no disks', () => {
  expect(disksOf([])).toEqual([])
})
