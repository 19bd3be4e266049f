import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsInSight, rowsToDraw } from '../../../src/renderer/composables/useVirtualRows.ts'

const list = fc.record({
  count: fc.nat(5000),
  rowHeight: fc.integer({ min: 10, max: 200 }),
  top: fc.nat(1_000_000),
  room: fc.nat(2000)
})

test('every row in sight is drawn, and few others, however long the list and wherever it stands', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: -1, max: 6000 }), (given, kept) => {
      // No list scrolls beyond its end.
      const end = Math.max(0, given.count * given.rowHeight - given.room)
      const scrolled = { ...given, top: Math.min(given.top, end) }
      const drawn = rowsToDraw(rowsInSight(scrolled), { ...given, kept })
      expect(drawn).toEqual([...new Set(drawn)].sort((one, other) => one - other))
      expect(drawn.every((index) => index >= 0 && index < given.count)).toBe(true)
      const visible = Array.from({ length: given.count }, (_, index) => index).filter((index) => {
        const start = index * given.rowHeight
        return start < scrolled.top + given.room && start + given.rowHeight > scrolled.top
      })
      const wanted = kept >= 0 && kept < given.count ? [...visible, kept] : visible
      expect(drawn).toEqual(expect.arrayContaining(wanted))
      expect(drawn.length).toBeLessThanOrEqual((given.room + 2 * 200) / given.rowHeight + 2 + 2 + 1)
    }),
    { numRuns: 60 }
  )
})
