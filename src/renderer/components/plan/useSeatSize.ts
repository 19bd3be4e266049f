import { computed, ref, watch, type Ref } from 'vue'
import type { GridSize } from '#shared/domain/seat-plan.ts'
import { usePlanView } from '../../stores/planView.ts'

/** How large seats are drawn, in pixels. */
export interface SeatSize {
  readonly width: number
  readonly height: number
  readonly font: number
  /** Too low for the picture of a computer. */
  readonly compact: boolean
}

/** A seat at 100 %. */
const NATURAL = { width: 114, height: 94, font: 12 }
/** Seats that fit into the window become no smaller than can be read, and no larger than looks well. */
const LEAST = { width: 56, height: 34, font: 9 }
const MOST = { width: 132, height: 104, font: 13 }
/** Pixels between two seats, and around all of them; above them is the board. */
export const SEAT_GAP = 8
const AROUND = { width: 56, height: 66 }
/** Lines of text that a seat needs for a picture as well. */
const PICTURED = 6.6
const ZOOM = { least: 0.4, most: 2.5, step: 1.15 }

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** The size of the seats: as somebody has zoomed, or such that the room fits into its frame. */
export function useSeatSize(frame: Readonly<Ref<HTMLElement | null>>, grid: () => GridSize) {
  const view = usePlanView()
  const room = ref({ width: 0, height: 0 })

  const fitting = computed(() => {
    const { columns, rows } = grid()
    const across = (room.value.width - AROUND.width) / columns - SEAT_GAP
    const down = (room.value.height - AROUND.height) / rows - SEAT_GAP
    const width = Math.floor(clamp(across, LEAST.width, MOST.width))
    const height = Math.floor(clamp(down, LEAST.height, MOST.height))
    return { width, height, font: clamp(Math.min(width / 8, height / 4.4), LEAST.font, MOST.font) }
  })
  const size = computed<SeatSize>(() => {
    const by = view.zoom ?? 1
    const { width, height, font } =
      view.zoom === null
        ? fitting.value
        : { width: NATURAL.width * by, height: NATURAL.height * by, font: NATURAL.font * by }
    return { width, height, font, compact: height / font < PICTURED }
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
