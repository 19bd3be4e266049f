import { computed, ref, watch, type Ref } from 'vue'
import type { GridSize } from '#shared/domain/seat-plan.ts'
import { usePlanView } from '../../stores/planView.ts'

/** How large seats are drawn, in pixels. */
export interface SeatSize {
  readonly width: number
  readonly height: number
  readonly font: number
  /** Between two seats. */
  readonly gap: number
  /** Too low for the picture of a computer. */
  readonly compact: boolean
  /** Too low for two lines of text. */
  readonly low: boolean
}

/** A seat at 100 %. */
const NATURAL = { width: 114, height: 94, font: 12 }
/** Seats that fit into the window become no smaller than can be read, and no larger than looks well. */
const LEAST = { width: 44, height: 20, font: 9 }
const MOST = { width: 132, height: 104, font: 13 }
/** Pixels between two seats, fewer where there is little room for them. */
const GAP = { least: 3, most: 8, share: 0.12 }
/** Pixels around all seats; above them is the board. */
const AROUND = { width: 56, height: 66 }
/** Lines of text that a seat needs for a picture as well. */
const PICTURED = 6.6
const TWO_LINES = 3.6
const ZOOM = { least: 0.4, most: 2.5, step: 1.15 }

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** The largest seats with which a whole room fits into its frame, in both directions. */
export function fittingSeats(room: { width: number; height: number }, { columns, rows }: GridSize) {
  const across = (room.width - AROUND.width) / columns
  const down = (room.height - AROUND.height) / rows
  const gap = Math.floor(clamp(Math.min(across, down) * GAP.share, GAP.least, GAP.most))
  const width = Math.floor(clamp(across - gap, LEAST.width, MOST.width))
  const height = Math.floor(clamp(down - gap, LEAST.height, MOST.height))
  return { width, height, gap, font: clamp(Math.min(width / 8, height / 4.4), LEAST.font, MOST.font) }
}

/** The size of the seats: as somebody has zoomed, or such that the room fits into its frame. */
export function useSeatSize(frame: Readonly<Ref<HTMLElement | null>>, grid: () => GridSize) {
  const view = usePlanView()
  const room = ref({ width: 0, height: 0 })

  const fitting = computed(() => fittingSeats(room.value, grid()))
  const size = computed<SeatSize>(() => {
    const by = view.zoom ?? 1
    const { width, height, font, gap } =
      view.zoom === null
        ? fitting.value
        : { width: NATURAL.width * by, height: NATURAL.height * by, font: NATURAL.font * by, gap: GAP.most }
    return { width, height, font, gap, compact: height / font < PICTURED, low: height / font < TWO_LINES }
  })
  const zoom = computed(() => size.value.font / NATURAL.font)

  function zoomTo(value: number): void {
    view.zoom = clamp(Math.round(value * 100) / 100, ZOOM.least, ZOOM.most)
  }
  const zoomIn = () => zoomTo(zoom.value * ZOOM.step)
  const zoomOut = () => zoomTo(zoom.value / ZOOM.step)

  function onWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return
    event.preventDefault()
    if (event.deltaY < 0) zoomIn()
    else zoomOut()
  }

  const KEYS: Readonly<Record<string, () => void>> = {
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    '0': () => zoomTo(1)
  }
  function onKeydown(event: KeyboardEvent): void {
    const act = event.ctrlKey || event.metaKey ? KEYS[event.key] : undefined
    if (!act) return
    event.preventDefault()
    act()
  }

  // The frame's outer size: one that scroll bars change would make them come and go.
  const observer = new ResizeObserver(([entry]) => {
    const { offsetWidth: width, offsetHeight: height } = entry!.target as HTMLElement
    room.value = { width, height }
  })
  watch(frame, (element) => {
    observer.disconnect()
    if (element) observer.observe(element)
  })

  return { size, zoom, zoomIn, zoomOut, fit: () => void (view.zoom = null), onWheel, onKeydown }
}
