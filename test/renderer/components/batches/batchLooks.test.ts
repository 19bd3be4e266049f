import { expect, test } from 'vitest'
import type { Batch } from '#shared/contract/batch-rows.ts'
import { batchLook, questionOf, sizeOf } from '../../../../src/renderer/components/batches/batchLooks.ts'

const counts = (some: Partial<Batch['counts']>): Batch['counts'] => ({
  pending: 0,
  'in-progress': 0,
  success: 0,
  failed: 0,
  cancelled: 0,
  ...some
})

test('a batch that is done looks as it went', () => {
  const done = (some: Partial<Batch['counts']>) => batchLook({ state: 'done', counts: counts(some) })
  expect(done({ success: 3 })).toBe('done')
  expect(done({ success: 3, cancelled: 1 })).toBe('done')
  expect(done({ success: 29, failed: 1 })).toBe('failed')
  expect(done({ cancelled: 2 })).toBe('cancelled')
})

test('before that it looks as it stands, whatever has failed', () => {
  expect(batchLook({ state: 'paused', counts: counts({ failed: 1, pending: 2 }) })).toBe('paused')
})

test('all of its computers are counted', () => {
  expect(sizeOf({ counts: counts({ success: 1, failed: 2, pending: 3 }) })).toBe(6)
})

test('what is asked of one that needs a word says why it stands still', () => {
  const reboot = { command: 'reboot', moment: 'now', at: null, startedAt: null } as const
  expect(questionOf({ ...reboot, startedAt: 5 }, 10)).toBe('begun')
  expect(questionOf({ ...reboot, moment: 'at', at: 5 }, 10)).toBe('at')
  expect(questionOf({ ...reboot, moment: 'next-report' }, 10)).toBe('other')
  expect(questionOf({ ...reboot, moment: 'at', at: 15 }, 10)).toBe('restored')
  expect(questionOf({ ...reboot, command: 'refresh', startedAt: 5 }, 10)).toBe('restored')
})
