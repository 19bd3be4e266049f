import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingSeats } from '../../../../src/renderer/components/plan/useSeatSize.ts'

/** What the plan has in a window of 1280 × 800. */
const FRAME = { width: 880, height: 470 }

test('a room of up to 16 × 16 fits into a usual window as a whole', () => {
  const side = fc.integer({ min: 1, max: 16 })
  fc.assert(
    fc.property(side, side, (columns, rows) => {
      const { width, height, gap } = fittingSeats(FRAME, { columns, rows })
      expect(columns * (width + gap)).toBeLessThanOrEqual(FRAME.width)
      expect(rows * (height + gap)).toBeLessThanOrEqual(FRAME.height)
    })
  )
})

test('seats become no smaller than can be read, and no larger than looks well', () => {
  const side = fc.integer({ min: 1, max: 100 })
  fc.assert(
    fc.property(side, side, (columns, rows) => {
      const { width, height, font } = fittingSeats(FRAME, { columns, rows })
      expect(width).toBeGreaterThanOrEqual(44)
      expect(height).toBeGreaterThanOrEqual(20)
      expect(font).toBeGreaterThanOrEqual(9)
      expect(width).toBeLessThanOrEqual(132)
      expect(height).toBeLessThanOrEqual(104)
    })
  )
})
