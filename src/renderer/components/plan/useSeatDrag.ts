/** The seat plan by pointer: mouse, pen and finger drag computers, and draw a band around several. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Seat } from '#shared/domain/seat-plan.ts'
import type { Carried } from './useSeatKeys.ts'

/** A seat, or the tray beside the plan. */
export type DropPlace = Seat | 'tray'

interface SeatDragOptions {
  companyOf(id: number): readonly number[]
  drop(carried: Carried, place: DropPlace): void
  /** A band from one seat to another. */
  band(from: Seat, to: Seat): void
}

/** Pixels that a press may tremble. */
const SLACK = 5
/** Closer to an edge than this, the plan scrolls along. */
const EDGE = 32

/** The seat that an element of the page belongs to. */
export function seatAt(target: EventTarget | null): Seat | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-seat]') : null
  const [column, row] = (element?.dataset.seat ?? '').split(',').map(Number)
  return column === undefined || row === undefined ? null : { column, row }
}

/** The computer that an element of the page belongs to. */
export function clientAt(target: EventTarget | null): number | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-client]') : null
  return element ? Number(element.dataset.client) : null
}

/** What lies under a point of the window, also under a short message that covers it. */
function placeAt(x: number, y: number): DropPlace | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const place = seatAt(element) ?? (element.closest('[data-tray]') ? 'tray' : null)
    if (place !== null) return place
  }
  return null
}

export function useSeatDrag(options: SeatDragOptions, scroller: () => HTMLElement | null) {
  const carried = ref<Carried | null>(null)
  const pointer = shallowRef({ x: 0, y: 0 })
  const over = shallowRef<DropPlace | null>(null)
  const band = shallowRef<{ from: Seat; to: Seat } | null>(null)
  let pressed: { id: number | null; seat: Seat | null; x: number; y: number } | null = null
  /** The click that ends a drag is not a click. */
  let dragged = false

  function scrollAlong({ clientX, clientY }: PointerEvent): void {
    const element = scroller()
    if (!element) return
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const push = (at: number, low: number, high: number) =>
      at < low + EDGE ? -EDGE / 2 : at > high - EDGE ? EDGE / 2 : 0
    element.scrollBy(push(clientX, left, right), push(clientY, top, bottom))
  }

  function onMove(event: PointerEvent): void {
    if (!pressed) return
    if (!dragged && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < SLACK) return
    dragged = true
    pointer.value = { x: event.clientX, y: event.clientY }
    over.value = placeAt(event.clientX, event.clientY)
    scrollAlong(event)
    if (pressed.id !== null) {
      carried.value ??= { anchor: pressed.id, ids: options.companyOf(pressed.id) }
    } else if (pressed.seat && over.value !== null && over.value !== 'tray') {
      band.value = { from: pressed.seat, to: over.value }
      options.band(pressed.seat, over.value)
    }
  }

  function end(): void {
    pressed = null
    carried.value = null
    over.value = null
    band.value = null
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('keydown', onKey, true)
  }

  function onUp(): void {
    const [what, place] = [carried.value, over.value]
    end()
    if (what && place !== null) options.drop(what, place)
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end()
  }

  /** For the pointerdown of what holds the seats and the tray. */
  function onPointerdown(event: PointerEvent): void {
    dragged = false
    if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.metaKey) return
    pressed = {
      id: clientAt(event.target),
      seat: seatAt(event.target),
      x: event.clientX,
      y: event.clientY
    }
    if (pressed.id === null && pressed.seat === null) return
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey, true)
  }

  onScopeDispose(end)
  return {
    carried,
    pointer,
    over,
    band,
    onPointerdown,
    /** Whether the press that has just ended was a drag. */
    wasDrag: () => dragged
  }
}
