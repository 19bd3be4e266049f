import { describe, expect, it } from 'vitest'
import { restoreBounds } from '../../src/main/hosting/window-bounds.ts'

const LEFT = { x: 0, y: 0, width: 1920, height: 1040 }
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1000 }

describe('the bounds of the window', () => {
  it('are those it had', () => {
    const saved = { x: 2000, y: 40, width: 1000, height: 700 }
    expect(restoreBounds(saved, [LEFT, RIGHT])).toEqual(saved)
  })

  it('lose their position with the display that is gone', () => {
    expect(restoreBounds({ x: 2000, y: 40, width: 1000, height: 700 }, [LEFT])).toEqual({
      width: 1000,
      height: 700
    })
  })

  it.each([
    ['above', { x: 10, y: -500, width: 1000, height: 700 }],
    ['below', { x: 10, y: 1000, width: 1000, height: 700 }],
    ['beside, but for a sliver', { x: -950, y: 10, width: 1000, height: 700 }]
  ])('lose a position %s the displays', (_, saved) => {
    expect(restoreBounds(saved, [LEFT])).not.toHaveProperty('x')
  })

  it('shrink to the display and grow to what the page needs', () => {
    expect(restoreBounds({ x: 0, y: 0, width: 5000, height: 10 }, [LEFT])).toEqual({
      x: 0,
      y: 0,
      width: 1920,
      height: 600
    })
  })

  it.each([null, 'x', [], {}, { x: 1, y: 2, width: 3 }, { x: 1.5, y: 0, width: 900, height: 600 }])(
    'are the usual ones where %j was kept',
    (saved) => {
      expect(restoreBounds(saved, [LEFT])).toEqual({ width: 1280, height: 840 })
      expect(restoreBounds(saved, [])).toEqual({ width: 1280, height: 840 })
    }
  )

  it('fit a small display from the start', () => {
    expect(restoreBounds(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      width: 1024,
      height: 700
    })
  })
})
