import { expect, test } from 'vitest'
import type { Partition } from '#shared/contract/rows.ts'
import { systemPlaces } from '../../../../src/renderer/components/commands/systemPlaces.ts'

let id = 0
const partition = (clientId: number, disk: number, number: number, system: string): Partition => ({
  id: ++id,
  clientId,
  disk,
  partition: number,
  code: '83',
  fileSystem: 'EXT4',
  sizeKb: 1,
  usagePercent: 0,
  system
})

test('partitions with a system are offered, those that most computers have in front', () => {
  const places = systemPlaces([
    partition(1, 1, 0, ''),
    partition(1, 1, 1, 'Windows 11'),
    partition(1, 1, 2, 'Ubuntu 24.04'),
    partition(1, 1, 3, 'DATA'),
    partition(2, 1, 2, 'Ubuntu 22.04'),
    partition(3, 1, 2, 'Ubuntu 24.04'),
    partition(3, 2, 1, '')
  ])
  expect(places).toEqual([
    { disk: 1, partition: 2, systems: ['Ubuntu 24.04', 'Ubuntu 22.04'], count: 3 },
    { disk: 1, partition: 1, systems: ['Windows 11'], count: 1 }
  ])
})
