/** Where the window was, checked against the displays that there are today. Pure. */

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const DEFAULT_SIZE = { width: 1280, height: 840 } as const
export const MINIMUM_SIZE = { width: 900, height: 600 } as const
/** This much of the window must lie on a display, or nobody could take hold of it. */
const VISIBLE = 100

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(fields[name]))
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}

/**
 * The bounds to open the window with.
 * @param saved what was kept, as it was read: anything
 * @param displays the work areas of the displays, the main one first
 * @returns the saved bounds, made to fit; without a position where the window would lie off every display
 */
export function restoreBounds(
  saved: unknown,
  displays: readonly Bounds[]
): { width: number; height: number; x?: number; y?: number } {
  const main = displays[0]
  if (!isBounds(saved) || !main) {
    return {
      width: Math.min(DEFAULT_SIZE.width, main?.width ?? Number.POSITIVE_INFINITY),
      height: Math.min(DEFAULT_SIZE.height, main?.height ?? Number.POSITIVE_INFINITY)
    }
  }
  const display = displays.find(
    (area) =>
      overlap(saved.x, saved.width, area.x, area.width) >= VISIBLE &&
      // The title bar is at the top: its edge must be on the display.
      saved.y >= area.y &&
      saved.y <= area.y + area.height - VISIBLE
  )
  const area = display ?? main
  const width = Math.min(Math.max(saved.width, MINIMUM_SIZE.width), area.width)
  const height = Math.min(Math.max(saved.height, MINIMUM_SIZE.height), area.height)
  return display ? { x: saved.x, y: saved.y, width, height } : { width, height }
}
