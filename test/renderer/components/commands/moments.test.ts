import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, freshDraft, momentOf } from '../../../../src/renderer/components/commands/moments.ts'

const NOW = new Date(2025, 2, 30, 10, 20).getTime()
const MINUTE = 60_000

describe('when a command is to run', () => {
  test('a choice begins with now, and with the next full hour for a time', () => {
    expect(freshDraft(NOW)).toEqual({ kind: 'now', date: '2025-03-30', time: '11:00' })
    expect(momentOf(freshDraft(NOW), NOW)).toEqual({ kind: 'now' })
  })

  test('a time has to be one, and to come', () => {
    const at = draftOf('at', NOW + MINUTE)
    expect(momentOf(at, NOW)).toEqual({ kind: 'at', at: NOW + MINUTE })
    expect(momentOf(at, NOW + MINUTE)).toBeNull()
    expect(momentOf({ ...at, date: '' }, NOW)).toBeNull()
    expect(momentOf({ ...at, time: '' }, NOW)).toBeNull()
  })

  test('what waits for a computer needs no time', () => {
    expect(momentOf({ kind: 'next-report', date: '', time: '' }, NOW)).toEqual({ kind: 'next-report' })
  })

  test('the fields say any minute to come, and are read as that minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 * 365 * 24 * 60 }), (minutes) => {
        const at = NOW + minutes * MINUTE
        const read = momentOf(draftOf('at', at), NOW)
        // An hour that a clock goes through twice in autumn is read as the first of the two.
        const written = read?.kind === 'at' ? draftOf('at', read.at) : null
        expect(written).toEqual(draftOf('at', at))
      })
    )
  })
})
