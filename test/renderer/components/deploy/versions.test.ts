import { expect, test } from 'vitest'
import type { Deployed } from '#shared/contract/deploy.ts'
import { carriedLine } from '../../../../src/renderer/components/deploy/versions.ts'

const row = (partition: number, imageId: string, fullsum: string, deployedAt: number): Deployed => ({
  clientId: 1,
  disk: 1,
  partition,
  imageId,
  imageName: `antes-${imageId}`,
  fullsum,
  deployedAt
})
const images = new Map([
  ['win', { name: 'windows-11', fullsum: 'w2', state: 'success' as const }],
  ['lin', { name: 'ubuntu', fullsum: 'u1', state: 'success' as const }],
  ['new', { name: 'nueva', fullsum: null, state: 'in-progress' as const }]
])
const line = (...rows: Deployed[]) => carriedLine(rows, (id) => images.get(id))

test('a computer says what it carries: the one that is behind before the latest', () => {
  expect(line()).toBeUndefined()
  expect(line(row(1, 'win', 'w2', 1), row(2, 'lin', 'u1', 2))).toEqual({
    names: 'windows-11, ubuntu',
    fullsum: 'u1',
    behind: ''
  })
  expect(line(row(1, 'win', 'w1', 1), row(2, 'lin', 'u1', 2))).toEqual({
    names: 'windows-11, ubuntu',
    fullsum: 'w1',
    behind: 'windows-11'
  })
})

test('one that is being made, or is gone, leaves nobody behind; its name is what is known of it', () => {
  expect(line(row(1, 'new', 'n1', 1))).toEqual({ names: 'nueva', fullsum: 'n1', behind: '' })
  expect(line(row(1, 'gone', 'g1', 1))).toEqual({ names: 'antes-gone', fullsum: 'g1', behind: '' })
})
