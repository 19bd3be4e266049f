import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { GridSize } from '#shared/domain/seat-plan.ts'
import { usePlanView } from '../../stores/planView.ts'

/** A seat with its share of the gaps, the board and the edges, in pixels at their natural size. */
const SEAT = { width: 122, height: 104 }
const AROUND = { width: 40, height: 96 }
const LEAST = 0.4
const MOST = 2.5
/** What fits is not blown up beyond this. */
const MOST_FITTING = 1.15
const STEP = 1.15
/** The tray and the edge of the page, below the plan. */
const BELOW = 56
const SHORTEST = 300

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** How large the plan is shown: as somebody has set it, or as large as fits into the window. */
export function usePlanZoom(viewport: Readonly<Ref<HTMLElement | null>>, size: () => GridSize) {
  const view = usePlanView()
  const room = ref({ width: 0, height: 0 })

  const fitting = computed(() => {
    const { columns, rows } = size()
    const { width, height } = room.value
    const across = (width - AROUND.width) / (columns * SEAT.width)
    const down = (height - AROUND.height) / (rows * SEAT.height)
    return clamp(Math.floor(Math.min(across, down) * 100) / 100, LEAST, MOST_FITTING)
  })
  const zoom = computed(() => view.zoom ?? fitting.value)

  function zoomTo(value: number): void {
    view.zoom = clamp(Math.round(value * 100) / 100, LEAST, MOST)
  }
  const zoomIn = () => zoomTo(zoom.value * STEP)
  const zoomOut = () => zoomTo(zoom.value / STEP)

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

  function measure(): void {
    const element = viewport.value
    if (!element) return
    const top = element.getBoundingClientRect().top + window.scrollY
    room.value = {
      width: element.clientWidth,
      height: Math.max(SHORTEST, window.innerHeight - top - BELOW)
    }
  }
  const observer = new ResizeObserver(measure)
  onMounted(() => {
    if (viewport.value) observer.observe(viewport.value)
    window.addEventListener('resize', measure)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    window.removeEventListener('resize', measure)
  })

  return { zoom, zoomIn, zoomOut, fit: () => void (view.zoom = null), onWheel, onKeydown }
}
